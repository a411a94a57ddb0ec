import type { AudibleBlock } from './trimmer.ts'

/** A block in two channels. */
export interface StereoBlock extends Omit<AudibleBlock, 'channels'> {
  readonly left: Float32Array
  readonly right: Float32Array
}

/** The same block in two channels. */
export function toStereoBlock({ channels, ...rest }: AudibleBlock): StereoBlock {
  const [left, right] = toStereo(channels)
  return { ...rest, left, right }
}

/**
 * Brings any channel layout to stereo. Mono goes to both sides unchanged. Surround layouts follow ITU-R BS.775-3 annex 4
 * (centre and surrounds at −3 dB, the low-frequency channel left out), scaled so that full scale in all channels cannot clip.
 * Channels come in WAVE order, which is also what WebCodecs gives: L R C LFE Ls Rs (Lb Rb).
 */
function toStereo(channels: readonly Float32Array[]): readonly [Float32Array, Float32Array] {
  const [first, second] = channels
  if (first === undefined) return [new Float32Array(), new Float32Array()]
  if (second === undefined) return [first, first.slice()]
  if (channels.length === 2) return [first, second]
  const [left, right] = gains(channels.length)
  return [mix(channels, left), mix(channels, right)]
}

const minus3Db = Math.SQRT1_2

/** Gains of each input channel towards left and right. */
function gains(count: number): readonly [readonly number[], readonly number[]] {
  const table =
    surroundGains[count] ??
    Array.from({ length: count }, (_, index): readonly [number, number] => (index % 2 === 0 ? [1, 0] : [0, 1]))
  const left = table.map(([gain]) => gain)
  const right = table.map(([, gain]) => gain)
  const most = Math.max(sum(left), sum(right))
  return [left.map((gain) => gain / most), right.map((gain) => gain / most)]
}

const surroundGains: Record<number, readonly (readonly [number, number])[]> = {
  // L R C
  3: [
    [1, 0],
    [0, 1],
    [minus3Db, minus3Db],
  ],
  // L R Ls Rs
  4: [
    [1, 0],
    [0, 1],
    [minus3Db, 0],
    [0, minus3Db],
  ],
  // L R C Ls Rs
  5: [
    [1, 0],
    [0, 1],
    [minus3Db, minus3Db],
    [minus3Db, 0],
    [0, minus3Db],
  ],
  // L R C LFE Ls Rs
  6: [
    [1, 0],
    [0, 1],
    [minus3Db, minus3Db],
    [0, 0],
    [minus3Db, 0],
    [0, minus3Db],
  ],
  // L R C LFE Cs Ls Rs
  7: [
    [1, 0],
    [0, 1],
    [minus3Db, minus3Db],
    [0, 0],
    [0.5, 0.5],
    [minus3Db, 0],
    [0, minus3Db],
  ],
  // L R C LFE Lb Rb Ls Rs
  8: [
    [1, 0],
    [0, 1],
    [minus3Db, minus3Db],
    [0, 0],
    [minus3Db, 0],
    [0, minus3Db],
    [minus3Db, 0],
    [0, minus3Db],
  ],
}

function mix(channels: readonly Float32Array[], weights: readonly number[]): Float32Array {
  const frames = channels[0]?.length ?? 0
  const out = new Float32Array(frames)
  channels.forEach((channel, index) => {
    const weight = weights[index] ?? 0
    if (weight === 0) return
    for (let frame = 0; frame < frames; frame += 1) out[frame] = (out[frame] ?? 0) + (channel[frame] ?? 0) * weight
  })
  return out
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
