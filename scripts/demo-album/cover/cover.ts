/** The cover: a low sun over panes of tide, each layer of water clear enough to keep the light of the one behind. */
import { ease } from '../sound/envelope.ts'
import { createRandom } from '../sound/random.ts'
import { blend, hex, type Colour } from './colour.ts'

/** Pixels. */
export const coverSide = 800
/** Looks per pixel in each direction; smooths the edges. */
const looks = 3

interface Wave {
  /** Middle of the crest line, from 0 (top) to 1. */
  readonly level: number
  /** [height, waves across, phase in turns] of the sines it is made of. */
  readonly sines: readonly (readonly [number, number, number])[]
  readonly crest: Colour
  readonly depth: Colour
  readonly rim: Colour
  /** How far down the crest's light reaches. */
  readonly reach: number
}

const skyTop = hex('#bfe0dd')
const skyLow = hex('#f7e6c8')
const sunlight = hex('#fff4dc')
const sun = { x: 0.64, y: 0.262, radius: 0.105 }

const palette: readonly (readonly [string, string])[] = [
  ['#c4e6df', '#a4d6d0'],
  ['#9ad5cf', '#6fbdbd'],
  ['#6bbfc0', '#439fa8'],
  ['#3fa3ad', '#25808f'],
  ['#228192', '#14617a'],
  ['#156480', '#0c4663'],
  ['#0e4867', '#082f4b'],
  ['#0a3150', '#051b31'],
]

const waves: readonly Wave[] = makeWaves()

function makeWaves(): Wave[] {
  const random = createRandom('tideglass cover')
  return palette.map(([crest, depth], index) => {
    const along = index / (palette.length - 1)
    const height = 0.016 + 0.036 * along
    return {
      level: 0.335 + 0.52 * along ** 1.12,
      sines: [
        [height, 0.75 + 0.25 * random.next(), 0.42 * index + random.between(-0.08, 0.08)],
        [height * 0.42, 1.7 + 0.4 * random.next(), 0.31 * index + random.next()],
        [height * 0.13, 3.6 + random.next(), random.next()],
      ],
      crest: hex(crest),
      depth: hex(depth),
      rim: blend(hex(crest), hex('#d4f6f0'), 0.5 - 0.22 * along),
      reach: 0.075 + 0.07 * along,
    }
  })
}

function crestAt(wave: Wave, x: number): number {
  return wave.sines.reduce(
    (sum, [height, count, phase]) => sum + height * Math.sin(2 * Math.PI * (count * x + phase)),
    wave.level,
  )
}

/** Colour at a place; x and y from 0 to 1, `crests` the height of every wave at x. */
function colourAt(x: number, y: number, crests: readonly number[]): Colour {
  let colour = skyAt(x, y)
  waves.forEach((wave, index) => {
    const below = y - (crests[index] ?? 1)
    if (below < 0) return
    const body = blend(wave.crest, wave.depth, ease(below / wave.reach))
    // Glass: a rim that catches the sky, and under the sun a path of light on the far water.
    const rim = Math.exp(-below / 0.004) * 0.5
    const path = Math.exp(-(((x - sun.x) / 0.16) ** 2)) * Math.exp(-below / 0.045) * Math.max(0, 0.75 - wave.level)
    colour = blend(blend(blend(colour, body, 0.92), wave.rim, rim), sunlight, path)
  })
  return colour
}

function skyAt(x: number, y: number): Colour {
  const distance = Math.hypot(x - sun.x, y - sun.y)
  const sky = blend(skyTop, skyLow, ease(y / 0.42))
  const halo = Math.exp(-((distance / 0.26) ** 2)) * 0.6
  const disc = ease((sun.radius - distance) / 0.003 + 0.5)
  return blend(blend(sky, hex('#fbd9a4'), halo), hex('#fffaf0'), disc)
}

/** Rows of red, green and blue bytes; a trace of noise keeps the gradients free of bands. */
export function drawCover(side: number): Uint8Array {
  const random = createRandom('grain')
  const pixels = new Uint8Array(side * side * 3)
  const crests = Array.from({ length: side * looks }, (_, step) =>
    waves.map((wave) => crestAt(wave, (step + 0.5) / (side * looks))),
  )
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const sum = [0, 0, 0]
      for (let look = 0; look < looks * looks; look += 1) {
        const step = column * looks + (look % looks)
        const x = (step + 0.5) / (side * looks)
        const y = (row + (Math.floor(look / looks) + 0.5) / looks) / side
        colourAt(x, y, crests[step] ?? []).forEach((value, part) => {
          sum[part] = (sum[part] ?? 0) + value
        })
      }
      const grain = (random.next() - random.next()) * 0.9
      sum.forEach((value, part) => {
        const level = Math.round((value / (looks * looks)) * 255 + grain)
        pixels[(row * side + column) * 3 + part] = Math.min(255, Math.max(0, level))
      })
    }
  }
  return pixels
}
