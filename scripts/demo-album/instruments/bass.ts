/** A round low voice: a sine, a little of its second and third harmonic, and the warmth of a soft clip. */
import { swell } from '../sound/envelope.ts'
import { frequencyOf } from '../sound/pitch.ts'
import { silence } from '../sound/stereo.ts'
import type { Instrument } from './instrument.ts'

export const subBass: Instrument = (note, { rate }) => {
  const step = (2 * Math.PI * frequencyOf(note.midi)) / rate
  const release = Math.min(1.4, Math.max(0.15, note.duration * 0.2))
  const sound = silence(Math.ceil((note.duration + release) * rate))
  for (let frame = 0; frame < sound.left.length; frame += 1) {
    const time = frame / rate
    const settle = 0.72 + 0.28 * Math.exp(-time / 0.5)
    const gain = swell(time, 0.03, note.duration, release) * settle * note.velocity
    const warm = Math.sin(step * frame) + 0.24 * Math.sin(2 * step * frame) + 0.1 * Math.sin(3 * step * frame)
    const sample = Math.tanh(warm * 0.9) * gain
    sound.left[frame] = sample
    sound.right[frame] = sample
  }
  return sound
}
