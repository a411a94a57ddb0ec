import { generatedPcm } from './generated.ts'
import { type GeneratedSound, pcmFormat } from './types.ts'

/** Frames of a generated sound that were heard one after the other, `to` exclusive. */
export interface HeardStretch {
  readonly from: number
  readonly to: number
  /** Silence before it, in frames. */
  readonly silenceBefore: number
  /** Frame of the recording behind its last one. */
  readonly endsAt: number
}

/** How many frames the counting channel tells apart, and how many in a row make sure which turn of it is meant. */
const turnFrames = 0x4000
const surelyFrames = 16

/** The first frame of a fade in and the last of a fade out are silent. */
const silentInFades = 2

/**
 * Which frames of a generated sound a recording at 48 kHz holds, bit for bit. A stretch ends where the next sample that is not
 * silence belongs elsewhere: at a jump, at a repetition, or in another sound. Silence alone does not end one when it goes on
 * after it as if nothing had been, and neither does a fade that takes as many frames as it should: the app breathes where it
 * runs out of sound, and loses nothing by it.
 */
export function heardStretches(
  { left, right }: { readonly left: Float32Array; readonly right: Float32Array },
  sound: GeneratedSound,
): readonly HeardStretch[] {
  const pcm = generatedPcm(sound, 0, sound.frames)
  const at = (frame: number, channel: number): number =>
    frame >= sound.frames ? Number.NaN : pcm.readInt16LE(frame * pcmFormat.bytesPerFrame + channel * 2)
  const isFrame = (index: number, frame: number): boolean =>
    (left[index] ?? 0) * 32_768 === at(frame, 0) && (right[index] ?? 0) * 32_768 === at(frame, 1)
  const frameOf = (index: number): number | null => {
    const first = ((right[index] ?? 0) * 32_768 + 0x2000 - sound.seed) & (turnFrames - 1)
    for (let frame = first; frame < sound.frames; frame += turnFrames) {
      let same = 0
      while (same < surelyFrames && frame + same < sound.frames && isFrame(index + same, frame + same)) same++
      if (same === surelyFrames || (same > 0 && frame + same === sound.frames)) return frame
    }
    return null
  }
  const stretches: HeardStretch[] = []
  let open: { -readonly [Key in keyof HeardStretch]: HeardStretch[Key] } | null = null
  /** Since the last frame that was told: silent samples, and others. */
  let silence = 0
  let faded = 0
  for (let index = 0; index < left.length; index++) {
    const isSilent = left[index] === 0 && right[index] === 0
    const frame: number | null = open !== null && isFrame(index, open.to) ? open.to : isSilent ? null : frameOf(index)
    if (frame === null) {
      if (isSilent) silence++
      else faded++
      continue
    }
    const unheard = open === null ? Infinity : frame - open.to - faded
    const goesOn = unheard === 0 || (faded > 0 && silence > 0 && unheard > 0 && unheard <= silentInFades)
    if (open === null || !goesOn) {
      open = { from: frame, to: frame, silenceBefore: silence, endsAt: index }
      stretches.push(open)
    }
    open.to = frame + 1
    open.endsAt = index + 1
    silence = 0
    faded = 0
  }
  return stretches
}
