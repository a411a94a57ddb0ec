/** Loudness by ITU-R BS.1770-4: K-weighting, 400 ms blocks every 100 ms, absolute and relative gates. */
import { biquad, type Filter } from '../sound/filters.ts'
import type { Stereo } from '../sound/stereo.ts'

/** Mean square of every gating block, both channels added. */
export function loudnessBlocks(sound: Stereo, rate: number): number[] {
  const hop = Math.round(rate * 0.1)
  const hops = Math.floor(sound.left.length / hop)
  const energy = new Float64Array(hops)
  for (const channel of [sound.left, sound.right]) {
    const weight = weighting(rate)
    for (let index = 0; index < hops * hop; index += 1) {
      const sample = weight(channel[index] ?? 0)
      const at = Math.floor(index / hop)
      energy[at] = (energy[at] ?? 0) + sample * sample
    }
  }
  const blocks: number[] = []
  for (let start = 0; start + 4 <= hops; start += 1) {
    const sum = energy.subarray(start, start + 4).reduce((total, value) => total + value, 0)
    blocks.push(sum / (hop * 4))
  }
  return blocks
}

/** Integrated loudness in LUFS of one piece, or of several when their blocks are put together. */
export function integrated(blocks: readonly number[]): number {
  const audible = blocks.filter((block) => toLufs(block) > -70)
  if (audible.length === 0) return Number.NEGATIVE_INFINITY
  const threshold = toLufs(mean(audible)) - 10
  return toLufs(mean(audible.filter((block) => toLufs(block) > threshold)))
}

export function loudnessOf(sound: Stereo, rate: number): number {
  return integrated(loudnessBlocks(sound, rate))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function toLufs(meanSquare: number): number {
  return -0.691 + 10 * Math.log10(Math.max(meanSquare, 1e-20))
}

/** The standard gives coefficients at 48 kHz only; these analogue values (De Man, 2014) give them at any rate. */
function weighting(rate: number): Filter {
  const shelf = Math.tan((Math.PI * 1681.974450955533) / rate)
  const quality = 0.7071752369554196
  const high = 10 ** (3.999843853973347 / 20)
  const band = high ** 0.4996667741545416
  const shelfNorm = 1 + shelf / quality + shelf * shelf
  const first = biquad({
    b0: (high + (band * shelf) / quality + shelf * shelf) / shelfNorm,
    b1: (2 * (shelf * shelf - high)) / shelfNorm,
    b2: (high - (band * shelf) / quality + shelf * shelf) / shelfNorm,
    a1: (2 * (shelf * shelf - 1)) / shelfNorm,
    a2: (1 - shelf / quality + shelf * shelf) / shelfNorm,
  })
  const low = Math.tan((Math.PI * 38.13547087602444) / rate)
  const lowQuality = 0.5003270373238773
  const lowNorm = 1 + low / lowQuality + low * low
  const second = biquad({
    b0: 1,
    b1: -2,
    b2: 1,
    a1: (2 * (low * low - 1)) / lowNorm,
    a2: (1 - low / lowQuality + low * low) / lowNorm,
  })
  return (sample) => second(first(sample))
}
