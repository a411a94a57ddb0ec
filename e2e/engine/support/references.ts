import { referenceDecode, type Fixture } from '../../../testkit/audio/index.ts'
import type { Stereo } from './compare.ts'
import { resampleWithSoxr } from './soxr.ts'

/**
 * What a fixture sounds like in stereo at its own rate: ffmpeg's decode (Opus with libopus,
 * as in Chromium), mixed down as ITU-R BS.775 says.
 */
export async function referenceStereo(
  fixture: Fixture,
  range: { readonly startFrame?: number; readonly frames?: number } = {},
): Promise<Stereo> {
  const { sampleRateHz, channels } = fixture
  const decoder = /\.(opus|webm)$/.test(fixture.path) && sampleRateHz === 48_000 ? { decoder: 'libopus' as const } : {}
  return toStereo(await referenceDecode(fixture, { sampleRateHz, channels, ...range, ...decoder }))
}

/** The same at another rate, through the SoX resampler at 28 bits: not ours, and better than any ear. */
export async function referenceAt(fixture: Fixture, sampleRateHz: number): Promise<Stereo> {
  const own = await referenceStereo(fixture)
  return sampleRateHz === fixture.sampleRateHz ? own : resampleWithSoxr(own, fixture.sampleRateHz, sampleRateHz)
}

/** Mono to both sides; 5.1 (L R C LFE Ls Rs) with centre and surrounds at −3 dB, no LFE, scaled so that nothing clips. */
function toStereo(channels: readonly Float32Array[]): Stereo {
  const [left, right, centre, , leftRear, rightRear] = channels
  if (left === undefined) throw new Error('no channels')
  if (right === undefined) return { left, right: left }
  if (centre === undefined || leftRear === undefined || rightRear === undefined) return { left, right }
  const scale = 1 / (1 + 2 * Math.SQRT1_2)
  const mix = (front: Float32Array, rear: Float32Array): Float32Array =>
    front.map((sample, frame) => scale * (sample + Math.SQRT1_2 * ((centre[frame] ?? 0) + (rear[frame] ?? 0))))
  return { left: mix(left, leftRear), right: mix(right, rightRear) }
}
