/** An echo that answers from side to side and loses a little brightness each time. */
import { softLowPass } from '../sound/filters.ts'
import { silence, type Stereo } from '../sound/stereo.ts'

export interface Echo {
  /** Seconds from one answer to the next. */
  readonly seconds: number
  /** Level of the first answer and of each following to the one before. */
  readonly level: number
  readonly feedback: number
}

/** The echoes alone, without the sound that caused them. */
export function echoesOf(sound: Stereo, echo: Echo, rate: number): Stereo {
  const delay = Math.round(echo.seconds * rate)
  const output = silence(sound.left.length)
  const leftTone = softLowPass(2400, rate)
  const rightTone = softLowPass(2400, rate)
  for (let frame = delay; frame < output.left.length; frame += 1) {
    const past = frame - delay
    const source = ((sound.left[past] ?? 0) + (sound.right[past] ?? 0)) * 0.5 * echo.level
    output.left[frame] = leftTone(source + (output.right[past] ?? 0) * echo.feedback)
    output.right[frame] = rightTone((output.left[past] ?? 0) * echo.feedback * 1.4)
  }
  return output
}
