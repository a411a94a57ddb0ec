import { at, compare, type Stereo } from '../engine/support/compare.ts'

/** How what was heard differs from its reference, beside the places at which it had to wait. */
interface ComparisonAcrossWaits {
  /** Largest difference, in full scales. */
  readonly worst: number
  /** Level of the difference against that of the reference, of the worst stretch between two waits, in dB. */
  readonly errorDb: number
  /** Frame of the recording behind the reference's last one. */
  readonly endsAt: number
}

/** So many silent frames in a row, where the reference sounds, are a wait. */
const waitFrames = 128
/** Around a wait the sound fades for 5 ms: 240 frames at 48 kHz. */
const fadeFrames = 256
/** The last frames of a fade out and the first of a fade in may be silent themselves. */
const silentInFades = 4
/** What the reference must reach for silence to be none of its own. */
const audible = 1e-3

/**
 * Compares what an app rendered with its reference, whose first frame stands at `lag` of the recording. On a machine that cannot keep up
 * the app runs out of sound and breathes: it fades, is silent, and goes on with the frame that comes next. That is passed over;
 * a frame that is lost, repeated or changed is not.
 */
export function compareAcrossWaits(sound: Stereo, reference: Stereo, lag: number): ComparisonAcrossWaits {
  let [worst, errorDb] = [0, Number.NEGATIVE_INFINITY]
  const take = (from: number, to: number): void => {
    if (to <= from) return
    const part = compare(sound, reference, { lag: place, from, to })
    worst = Math.max(worst, part.worst)
    errorDb = Math.max(errorDb, part.errorDb)
  }
  let place = lag
  let from = 0
  for (;;) {
    const wait = nextWait(sound, reference, place, from)
    if (wait === null) break
    take(from, wait.frame - fadeFrames)
    from = wait.frame + fadeFrames
    const places = Array.from({ length: silentInFades + 1 }, (_, silent) => place + wait.frames - silent)
    const errors = places.map((lag) => compare(sound, reference, { lag, from, to: from + fadeFrames }).errorDb)
    place = places[errors.indexOf(Math.min(...errors))] ?? place
  }
  take(from, Math.min(reference.left.length, sound.left.length - place))
  return { worst, errorDb, endsAt: place + reference.left.length }
}

/** The first wait behind a frame of the reference: at which of its frames, and how long. */
function nextWait(
  sound: Stereo,
  reference: Stereo,
  lag: number,
  from: number,
): { readonly frame: number; readonly frames: number } | null {
  const isSilent = (frame: number): boolean => at(sound.left, frame + lag) === 0 && at(sound.right, frame + lag) === 0
  for (let frame = from; frame < reference.left.length && frame + lag < sound.left.length; frame += 1) {
    if (!isSilent(frame)) continue
    let end = frame
    let loudest = 0
    while (isSilent(end) && end + lag < sound.left.length) {
      loudest = Math.max(loudest, Math.abs(at(reference.left, end)), Math.abs(at(reference.right, end)))
      end += 1
    }
    if (end - frame >= waitFrames && loudest > audible) return { frame, frames: end - frame }
    frame = end
  }
  return null
}
