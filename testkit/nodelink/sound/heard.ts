import { generatedPcm } from './generated.ts'
import { type GeneratedSound, pcmFormat } from './types.ts'

/** Frames of a generated sound that were heard one after the other, `to` exclusive, and the silence before them in frames. */
export interface HeardStretch {
  readonly from: number
  readonly to: number
  readonly silenceBefore: number
}

/** How many frames the counting channel tells apart, and how many in a row make sure which turn of it is meant. */
const turnFrames = 0x4000
const surelyFrames = 16

/**
 * Which frames of a generated sound a recording at 48 kHz holds, bit for bit. A stretch ends where the next sample that is not
 * silence belongs elsewhere: at a jump, at a repetition, or in another sound; silence alone does not end one when it goes on
 * after it as if nothing had been. Samples that are none of the sound's (fades) are passed over.
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
  let open: { from: number; to: number; silenceBefore: number } | null = null
  let silence = 0
  for (let index = 0; index < left.length; index++) {
    if (open !== null && isFrame(index, open.to)) {
      open.to++
      silence = 0
      continue
    }
    if (left[index] === 0 && right[index] === 0) {
      silence++
      continue
    }
    const from = frameOf(index)
    if (from !== null) {
      open = { from, to: from + 1, silenceBefore: silence }
      stretches.push(open)
    }
    silence = 0
  }
  return stretches
}
