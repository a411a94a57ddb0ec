/** What a cover gives to the design tokens: OKLCH hue in degrees, chroma, and how light it is, from 0 to 1. */
export interface Palette {
  readonly hue: number
  readonly chroma: number
  /** Of its darker parts: a fifth of the picture is darker still. What a light theme has to cope with. */
  readonly shade: number
  /** Of its brighter parts: a fifth of the picture is brighter still. What a dark theme has to cope with. */
  readonly glow: number
}

const binCount = 36
/** Below this a pixel has no hue that anybody would name. */
const greyChroma = 0.025
const vividPart = 0.85

/** Hue and chroma of tokens.css, where no cover has set them. */
const ownHue = 52
const ownChroma = 0.13
/** With less the accent cannot be told from text that is switched off. */
const leastAccentChroma = 0.07

/**
 * The hue and chroma that the accent is made of: the cover's, a faint one strengthened until it reads as a colour. A
 * black-and-white cover has none to give, and leaves the app its own.
 */
export function accentOf({ hue, chroma }: Palette): { readonly hue: number; readonly chroma: number } {
  if (chroma < greyChroma) return { hue: ownHue, chroma: ownChroma }
  return { hue, chroma: Math.max(chroma, leastAccentChroma) }
}

interface OkLab {
  readonly lightness: number
  readonly a: number
  readonly b: number
}

/**
 * The dominant vivid colour of a picture, from RGBA bytes of a small copy of it. Hues vote in bins of 10°, weighted by
 * the square of their chroma so that a small bright sun beats a large muddy sky; near-black and near-white pixels count
 * little. The winner is the heaviest bin together with its neighbours, so that a colour on a border between bins is not
 * halved. Its chroma is that of its vivid pixels.
 */
export function paletteOf(pixels: Uint8ClampedArray): Palette {
  const weights = new Float64Array(binCount)
  const sumsA = new Float64Array(binCount)
  const sumsB = new Float64Array(binCount)
  const votes: { bin: number; chroma: number; weight: number }[] = []
  const lightnesses: number[] = []
  let visible = 0
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const alpha = (pixels[at + 3] ?? 0) / 255
    if (alpha === 0) continue
    const lab = okLabOf(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0)
    lightnesses.push(lab.lightness)
    visible += alpha
    const chroma = Math.hypot(lab.a, lab.b)
    if (chroma < greyChroma) continue
    const weight = alpha * chroma ** 2 * midtone(lab.lightness)
    const bin = binOf(lab)
    weights[bin] = (weights[bin] ?? 0) + weight
    sumsA[bin] = (sumsA[bin] ?? 0) + lab.a * weight
    sumsB[bin] = (sumsB[bin] ?? 0) + lab.b * weight
    votes.push({ bin, chroma, weight })
  }
  lightnesses.sort((one, other) => one - other)
  const shade = lightnesses[Math.floor(lightnesses.length * 0.2)] ?? 0.5
  const glow = lightnesses[Math.floor(lightnesses.length * 0.8)] ?? 0.5
  const around = (values: Float64Array, bin: number) =>
    (values[(bin + binCount - 1) % binCount] ?? 0) + (values[bin] ?? 0) + (values[(bin + 1) % binCount] ?? 0)
  let best = 0
  for (let bin = 1; bin < binCount; bin += 1) if (around(weights, bin) > around(weights, best)) best = bin
  const weight = around(weights, best)
  // Less than a trace of colour over the whole picture: a black-and-white cover.
  if (visible === 0 || weight / visible < 0.0001) return { hue: 260, chroma: 0.01, shade, glow }
  const inBest = votes.filter(
    ({ bin }) => Math.min((bin - best + binCount) % binCount, (best - bin + binCount) % binCount) <= 1,
  )
  return {
    hue: degreesOf(around(sumsA, best), around(sumsB, best)),
    chroma: vividChroma(inBest, weight),
    shade,
    glow,
  }
}

/** The chroma that only the most vivid part of these votes exceeds: a mean would be dulled by every shadow. */
function vividChroma(votes: readonly { chroma: number; weight: number }[], allWeight: number): number {
  let passed = 0
  for (const { chroma, weight } of votes.toSorted((one, other) => one.chroma - other.chroma)) {
    passed += weight
    if (passed >= allWeight * vividPart) return chroma
  }
  return votes.at(-1)?.chroma ?? 0
}

function binOf({ a, b }: OkLab): number {
  return Math.min(binCount - 1, Math.floor((degreesOf(a, b) / 360) * binCount))
}

function degreesOf(a: number, b: number): number {
  const degrees = (Math.atan2(b, a) * 180) / Math.PI
  return degrees < 0 ? degrees + 360 : degrees
}

/** 1 in the middle of the scale, towards 0 at black and white. */
function midtone(lightness: number): number {
  return Math.max(0, 1 - Math.abs(lightness - 0.66) / 0.66)
}

/** sRGB bytes to OKLab (Björn Ottosson, 2020). */
function okLabOf(red: number, green: number, blue: number): OkLab {
  const r = linear(red)
  const g = linear(green)
  const b = linear(blue)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  }
}

function linear(byte: number): number {
  const value = byte / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
