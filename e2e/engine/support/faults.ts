import { compare, findLag, part, type Stereo } from './compare.ts'

/** Longer than the fades of a resume (8 ms) and of a seek (5 ms), in seconds. */
const fadeSeconds = 0.01

/**
 * What is wrong with a recording that began at a frame in the middle of a track; `reference` begins at that frame. Behind the
 * fade the samples must agree within `tolerance`; and because a fade starts at silence, the recording may begin a few
 * frames late, never early.
 */
export function faultsFrom(
  sound: Stereo,
  reference: Stereo,
  sampleRateHz: number,
  tolerance: number,
): readonly string[] {
  const fade = Math.ceil(fadeSeconds * sampleRateHz)
  const wanted = part(reference, fade, Math.min(reference.left.length, fade + 8000))
  const lag = fade + findLag(part(sound, fade, sound.left.length), wanted)
  const { worst, worstAt } = compare(sound, wanted, { lag })
  const late = fade - lag
  return [
    ...(worst > tolerance ? [`differs by ${worst} at frame ${worstAt}`] : []),
    ...(late < 0 || late > 8 ? [`begins ${late} frames late`] : []),
  ]
}
