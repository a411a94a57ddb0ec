/** Struck glass: the uneven partials of a small bowl, each with its own slow beating. */
import { frequencyOf } from '../sound/pitch.ts'
import { panGains, silence } from '../sound/stereo.ts'
import type { Instrument } from './instrument.ts'

/** Ratio to the fundamental, amplitude, seconds to fall by 60 dB; after the modes of a thin cup (n² law, softened). */
const modes: readonly (readonly [number, number, number])[] = [
  [1, 1, 3.6],
  [2.003, 0.22, 2.4],
  [2.78, 0.12, 1.5],
  [4.02, 0.05, 1.0],
  [5.41, 0.035, 0.55],
]

export const glass: Instrument = (note, { rate, random }) => {
  const hertz = frequencyOf(note.midi)
  const seconds = Math.min(4, note.duration + 2.6)
  const sound = silence(Math.ceil(seconds * rate))
  const position = panGains(random.between(-0.55, 0.55))
  for (const [ratio, amplitude, ring] of modes) {
    const frequency = hertz * ratio
    if (frequency > 9000) continue
    const decay = 6.91 / (ring * 2 ** (-(note.midi - 72) / 30))
    const beat = random.between(0.25, 0.8)
    const level = amplitude * note.velocity ** (1 + (ratio - 1) * 0.4)
    for (let frame = 0; frame < sound.left.length; frame += 1) {
      const time = frame / rate
      const rise = time < 0.006 ? Math.sin((Math.PI / 2) * (time / 0.006)) ** 2 : 1
      const gain = level * rise * Math.exp(-decay * time) * Math.min(1, (seconds - time) / 0.3)
      const angle = 2 * Math.PI * time
      sound.left[frame] = (sound.left[frame] ?? 0) + gain * position.left * Math.sin(angle * frequency)
      sound.right[frame] = (sound.right[frame] ?? 0) + gain * position.right * Math.sin(angle * (frequency + beat))
    }
  }
  return sound
}
