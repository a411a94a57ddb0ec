/** A small kit played with brushes. Every hit ignores the note's pitch; its duration only matters to the sweeps. */
import { ease } from '../sound/envelope.ts'
import { bandPass, highPass, lowPass } from '../sound/filters.ts'
import { panGains, silence, type Stereo } from '../sound/stereo.ts'
import type { Instrument, Studio } from './instrument.ts'

/** A felt beater on a big soft drum: a sine falling from 105 to 47 Hz. */
export const kick: Instrument = (note, { rate, random }) => {
  const sound = silence(Math.ceil(0.55 * rate))
  const skin = lowPass(420, rate)
  let phase = 0
  for (let frame = 0; frame < sound.left.length; frame += 1) {
    const time = frame / rate
    phase += (2 * Math.PI * (47 + 58 * Math.exp(-time / 0.035))) / rate
    const body = Math.sin(phase) * Math.exp(-time / 0.14)
    const touch = skin(random.next() * 2 - 1) * Math.exp(-time / 0.012) * 0.35
    const sample = (body + touch) * ease(time / 0.004) * ease((0.55 - time) / 0.1) * note.velocity
    sound.left[frame] = sample
    sound.right[frame] = sample
  }
  return sound
}

/** A brush tapped on the snare: a breath of noise over a short skin tone. */
export const brushTap: Instrument = (note, studio) => {
  const sound = noiseHit(studio, 0.4, -0.12, (time) => Math.exp(-time / 0.075) * ease(time / 0.006), 2400, 0.55, 7200)
  for (let frame = 0; frame < sound.left.length; frame += 1) {
    const time = frame / studio.rate
    const skin = Math.sin(2 * Math.PI * 186 * time) * Math.exp(-time / 0.05) * ease(time / 0.004) * 0.22
    sound.left[frame] = ((sound.left[frame] ?? 0) + skin) * note.velocity
    sound.right[frame] = ((sound.right[frame] ?? 0) + skin * 0.9) * note.velocity
  }
  return sound
}

/** A brush drawn across the skin: noise that swells and moves from one side to the other. */
export const brushSweep: Instrument = (note, studio) => {
  const shape = (time: number): number => Math.sin(Math.PI * Math.min(1, time / note.duration)) ** 1.6 * note.velocity
  return noiseHit(studio, note.duration, studio.random.between(-0.35, 0.35), shape, 1900, 0.5, 5200)
}

/** Seeds in a shell, very small. */
export const shaker: Instrument = (note, studio) => {
  const shape = (time: number): number => ease(time / 0.018) * Math.exp(-time / 0.032) * note.velocity
  return noiseHit(studio, 0.2, 0.38, shape, 5600, 0.8, 9000)
}

/** A cymbal brought up with soft mallets; `duration` is the rise, the fall is as long again. */
export const cymbalSwell: Instrument = (note, studio) => {
  const shape = (time: number): number => {
    const rise = ease(time / note.duration) ** 2.2
    const fall = Math.exp(-Math.max(0, time - note.duration) / (note.duration * 0.33))
    return rise * fall * ease((note.duration * 2.2 - time) / 0.3) * note.velocity
  }
  return noiseHit(studio, note.duration * 2.2, 0.2, shape, 4300, 0.45, 7600)
}

/** Water drawing over shingle, far below the music. `duration` is one whole wave. */
export const shore: Instrument = (note, studio) => {
  const shape = (time: number): number => Math.sin(Math.PI * Math.min(1, time / note.duration)) ** 2.4 * note.velocity
  return noiseHit(studio, note.duration, studio.random.between(-0.4, 0.4), shape, 620, 0.35, 2600)
}

/** Band-limited noise, different but related in the two channels. */
function noiseHit(
  { rate, random }: Studio,
  seconds: number,
  position: number,
  shape: (time: number) => number,
  centre: number,
  quality: number,
  ceiling: number,
): Stereo {
  const sound = silence(Math.ceil(seconds * rate))
  const gains = panGains(position)
  const make = (): ((sample: number) => number) => {
    const band = bandPass(centre, rate, quality)
    const top = lowPass(ceiling, rate)
    const bottom = highPass(centre * 0.3, rate)
    return (sample) => top(bottom(band(sample)))
  }
  const left = make()
  const right = make()
  for (let frame = 0; frame < sound.left.length; frame += 1) {
    const shared = random.next() * 2 - 1
    const own = random.next() * 2 - 1
    const gain = shape(frame / rate)
    sound.left[frame] = left(shared * 0.8 + own * 0.6) * gain * gains.left
    sound.right[frame] = right(shared * 0.8 - own * 0.6) * gain * gains.right
  }
  return sound
}
