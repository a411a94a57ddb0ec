/**
 * An electric piano by frequency modulation (Chowning, "The synthesis of complex audio spectra by means of frequency
 * modulation", 1973): a body at ratio 1:1 whose index falls with the note, and a short tine at 1:14.
 */
import { frequencyOf } from '../sound/pitch.ts'
import { silence } from '../sound/stereo.ts'
import type { Instrument } from './instrument.ts'

/** Hz of the stereo tremolo. */
const tremoloRate = 4.1
const tremoloDepth = 0.26

export const electricPiano: Instrument = (note, { rate, random }) => {
  const hertz = frequencyOf(note.midi)
  const release = 0.14
  const ring = 2.9 * 2 ** (-(note.midi - 60) / 22)
  const seconds = note.duration + release * 6
  const sound = silence(Math.ceil(seconds * rate))
  const step = (2 * Math.PI * hertz) / rate
  const detune = step * (1 + random.between(0.0004, 0.0009))
  const index = (0.35 + 1.5 * note.velocity ** 1.6) * Math.min(1, 500 / hertz + 0.35)
  const tine = 0.28 * note.velocity * Math.min(1, 420 / hertz)
  const phase = random.next() * 2 * Math.PI
  const tineRatio = hertz * 14 < rate * 0.4 ? 14 : 7

  for (let frame = 0; frame < sound.left.length; frame += 1) {
    const time = frame / rate
    const fall = time > note.duration ? Math.exp(-(time - note.duration) / release) : 1
    const rise = 1 - Math.exp(-time / 0.0018)
    const edge = Math.min(1, (sound.left.length - frame) / (0.02 * rate))
    const decay = 0.35 * Math.exp(-time / (ring * 0.14)) + 0.65 * Math.exp(-time / (ring * 0.55))
    const body = Math.sin(step * frame + index * Math.exp(-time / (ring * 0.3)) * Math.sin(step * frame))
    const second = Math.sin(detune * frame + 0.3 * Math.sin(detune * frame + 1.1))
    const chime = Math.sin(step * frame + tine * Math.exp(-time / 0.11) * 4 * Math.sin(tineRatio * step * frame))
    const wave = body * 0.62 + second * 0.24 + chime * 0.2
    // An amplifier leans a little into loud notes.
    const driven = Math.tanh(wave * (0.7 + note.velocity)) * decay * rise * fall * edge * note.velocity
    const sway = tremoloDepth * Math.sin(2 * Math.PI * tremoloRate * (note.start + time) + phase * 0.05)
    sound.left[frame] = driven * (1 + sway)
    sound.right[frame] = driven * (1 - sway)
  }
  return sound
}
