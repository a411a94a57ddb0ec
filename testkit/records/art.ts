import { seeded } from '../library/index.ts'

/** Drawings that album covers are made of; each takes four colours, darkest first as a rule. */
export const artStyles = [
  'harbour',
  'hills',
  'halftone',
  'quarters',
  'aurora',
  'contours',
  'rails',
  'stars',
  'petals',
  'sphere',
  'stripes',
  'eclipse',
] as const

export type ArtStyle = (typeof artStyles)[number]

export type Palette = readonly [string, string, string, string]

type Pick = (below: number) => number
type Draw = (colours: Palette, pick: Pick) => string

const times = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('')

const ground = (from: string, to: string): string =>
  `<defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs><rect width="200" height="200" fill="url(#g)"/>`

const wave = (y: number, height: number, phase: number): string => {
  const points = Array.from({ length: 41 }, (_, step) => {
    const x = step * 5
    return `${x} ${(y + Math.sin(x / 23 + phase) * height + Math.sin(x / 9 + phase * 2) * height * 0.3).toFixed(1)}`
  })
  return `M0 200L${points.join('L')}L200 200Z`
}

const draws: Readonly<Record<ArtStyle, Draw>> = {
  harbour: ([dark, deep, warm, light], pick) =>
    `${ground(deep, warm)}<circle cx="${70 + pick(60)}" cy="112" r="44" fill="${light}"/><rect y="122" width="200" height="78" fill="${dark}"/>${times(
      9,
      (index) =>
        `<rect x="${60 + pick(30) + index * 2}" y="${128 + index * 8}" width="${70 - index * 5}" height="2" rx="1" fill="${light}" opacity="${0.9 - index * 0.08}"/>`,
    )}`,
  hills: ([dark, deep, warm, light], pick) =>
    `${ground(light, warm)}<circle cx="${40 + pick(120)}" cy="52" r="20" fill="#fff" opacity=".8"/>${times(
      4,
      (index) =>
        `<path d="${wave(82 + index * 28, 16 - index * 2, pick(60) / 10)}" fill="${[warm, deep, deep, dark][index]}" opacity="${0.55 + index * 0.15}"/>`,
    )}`,
  halftone: ([dark, , warm, light], pick) => {
    const centre = 60 + pick(90)
    return `${ground(light, warm)}<g fill="${dark}">${times(400, (index) => {
      const x = (index % 20) * 10 + 5
      const y = Math.floor(index / 20) * 10 + 5
      const radius = Math.max(0, 6 - Math.hypot(x - centre, y - 150) / 22)
      return radius > 0.3 ? `<circle cx="${x}" cy="${y}" r="${radius.toFixed(1)}"/>` : ''
    })}</g>`
  },
  quarters: (colours, pick) =>
    times(16, (index) => {
      const back = pick(4)
      const front = (back + 1 + pick(3)) % 4
      return `<g transform="translate(${(index % 4) * 50} ${Math.floor(index / 4) * 50})"><rect width="50.4" height="50.4" fill="${colours[back]}"/><path d="M0 0H50A50 50 0 0 1 0 50Z" transform="rotate(${pick(4) * 90} 25 25)" fill="${colours[front]}"/></g>`
    }),
  aurora: ([dark, deep, warm, light], pick) =>
    `${ground(dark, deep)}<defs><filter id="b"><feGaussianBlur stdDeviation="9"/></filter></defs><g filter="url(#b)">${times(
      5,
      (index) =>
        `<path d="M${index * 45 - 10} 20q${20 + pick(30)} 60 ${pick(30)} 140l26 -8q-4 -80 -14 -140z" fill="${index % 2 ? warm : light}" opacity=".7"/>`,
    )}</g>${times(40, () => `<circle cx="${pick(200)}" cy="${pick(120)}" r=".7" fill="#fff"/>`)}<path d="${wave(168, 8, pick(60) / 10)}" fill="${dark}"/>`,
  contours: ([dark, deep, , light], pick) => {
    const phase = pick(60) / 10
    return `${ground(dark, deep)}<g fill="none" stroke="${light}" stroke-width="1.3">${times(15, (ring) => {
      const points = Array.from({ length: 72 }, (_, step) => {
        const angle = (step / 72) * 2 * Math.PI
        const radius =
          6 + ring * 11 + Math.sin(angle * 3 + phase) * (1 + ring) + Math.sin(angle * 5 - phase) * ring * 0.4
        return `${(108 + Math.cos(angle) * radius).toFixed(1)} ${(90 + Math.sin(angle) * radius).toFixed(1)}`
      })
      return `<path d="M${points.join('L')}Z" opacity="${1 - ring * 0.045}"/>`
    })}</g>`
  },
  rails: ([dark, deep, warm, light], pick) =>
    `${ground(dark, deep)}<circle cx="100" cy="84" r="50" fill="${warm}"/>${times(
      5,
      (index) =>
        `<rect x="${20 + pick(60)}" y="${66 + index * 12}" width="${70 + pick(40)}" height="5" rx="2.5" fill="${dark}"/>`,
    )}<rect y="134" width="200" height="66" fill="${dark}"/><path d="M96 134L20 200M104 134L180 200" stroke="${light}" stroke-width="2.4"/>${times(
      7,
      (index) =>
        `<path d="M${94 - index * index * 1.5} ${138 + index * index * 1.3}H${106 + index * index * 1.5}" stroke="${light}" stroke-width="1.6"/>`,
    )}`,
  stars: ([dark, deep, warm, light]) =>
    `${ground(deep, dark)}${times(25, (index) => {
      const spot = `translate(${(index % 5) * 50} ${Math.floor(index / 5) * 50})`
      return `<g transform="${spot}" fill="none" stroke="${light}" stroke-width="1.2"><rect x="-20" y="-20" width="40" height="40"/><rect x="-20" y="-20" width="40" height="40" transform="rotate(45)"/><circle r="9" fill="${warm}" stroke="none"/></g>`
    })}`,
  petals: ([dark, deep, warm, light], pick) => {
    const count = 5 + pick(4)
    return `${ground(dark, deep)}${times(
      count,
      (index) =>
        `<ellipse cx="100" cy="58" rx="${26 + (index % 2) * 6}" ry="54" transform="rotate(${(index * 360) / count} 100 100)" fill="${index % 2 ? warm : light}" opacity=".5"/>`,
    )}<circle cx="100" cy="100" r="13" fill="${light}"/>`
  },
  sphere: ([, deep, warm, light], pick) =>
    `${ground(light, warm)}<defs><radialGradient id="s" cx=".35" cy=".3"><stop stop-color="#fff"/><stop offset=".5" stop-color="${warm}"/><stop offset="1" stop-color="${deep}"/></radialGradient></defs><ellipse cx="100" cy="168" rx="58" ry="9" fill="${deep}" opacity=".4"/><circle cx="${92 + pick(16)}" cy="98" r="58" fill="url(#s)"/>`,
  stripes: (colours, pick) => {
    const angle = pick(4) * 45 - 45
    return `<rect width="200" height="200" fill="${colours[3]}"/><g transform="rotate(${angle} 100 100)">${times(
      14,
      (index) =>
        `<rect x="-60" y="${index * 24 - 60}" width="320" height="${6 + pick(16)}" fill="${colours[index % 3]}"/>`,
    )}</g>`
  },
  eclipse: ([dark, deep, warm, light], pick) =>
    `${ground(dark, dark)}<defs><radialGradient id="e"><stop offset=".62" stop-color="${light}"/><stop offset=".74" stop-color="${warm}"/><stop offset="1" stop-color="${deep}" stop-opacity="0"/></radialGradient></defs><circle cx="100" cy="${84 + pick(24)}" r="84" fill="url(#e)"/><circle cx="100" cy="96" r="52" fill="${dark}"/>`,
}

/** A cover as SVG, the same for the same arguments. */
export function coverArt(style: ArtStyle, palette: Palette, seed: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600" viewBox="0 0 200 200">${draws[style](palette, seeded(seed))}</svg>`
}
