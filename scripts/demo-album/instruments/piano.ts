/**
 * A felt piano by additive modelling: stretched partials of two slightly different strings per note, each partial a
 * damped oscillator with a fast and a slow decay, a soft hammer and the knock of its action.
 *
 * Inharmonicity: Rauhala and Välimäki, "Tunable dispersion filter design for piano synthesis", 2006.
 * Two-stage decay: Weinreich, "Coupled piano strings", 1977.
 */
import { lowPass } from '../sound/filters.ts'
import { frequencyOf } from '../sound/pitch.ts'
import { panGains, silence, type Stereo } from '../sound/stereo.ts'
import type { Instrument, Note, Studio } from './instrument.ts'

/** Where the hammer meets the string, as a part of its length. */
const strikePoint = 0.118
/** Partials above this are felt's to swallow, in Hz. */
const highestPartial = 7500
const longestNote = 12

export interface Touch {
  /** 0 is felt between hammer and string, 1 a bare hammer. */
  readonly brightness: number
}

export function piano(touch: Touch): Instrument {
  return (note, studio) => {
    const fundamental = frequencyOf(note.midi)
    const release = 0.16 + 0.1 * Math.max(0, (60 - note.midi) / 24)
    const seconds = Math.min(note.duration + release * 6, longestNote)
    const sound = silence(Math.ceil(seconds * studio.rate))
    const stretch = Math.exp(0.0926 * note.midi - 13.64) + Math.exp(-0.0847 * note.midi - 5.82)
    const position = panGains((note.midi - 62) / 60)
    const felt = (380 + 1500 * note.velocity ** 1.5 + 900 * touch.brightness) * (1 + fundamental / 900)

    for (let partial = 1; partial < 48; partial += 1) {
      const hertz = partial * fundamental * Math.sqrt(1 + stretch * partial * partial)
      if (hertz > highestPartial || hertz > studio.rate * 0.45) break
      const comb = Math.abs(Math.sin(Math.PI * partial * strikePoint)) + 0.04
      const level = (comb / partial ** 0.75) * Math.exp(-((hertz / felt) ** 1.1)) * lowCut(hertz)
      if (level < 2e-5) continue
      // Seconds to fall by 60 dB: long strings ring longer, high partials die sooner.
      const ring = (13 * Math.exp(-(note.midi - 30) / 26)) / (1 + (hertz / 1900) ** 1.2) + 0.25
      const beat = studio.random.between(0.12, 0.42) * (1 + partial * 0.03)
      const tilt = studio.random.between(-0.22, 0.22)
      const left = level * position.left * (1 + tilt)
      const right = level * position.right * (1 - tilt)
      addPartial(sound, hertz - beat / 2, ring * 0.42, left * 0.68, right * 0.6, studio.rate)
      addPartial(sound, hertz + beat / 2, ring * 1.25, left * 0.3, right * 0.38, studio.rate)
    }
    addKnock(sound, note, studio)
    shape(sound, note, release, studio.rate)
    return sound
  }
}

/** A small soundboard cannot move the air below about 70 Hz. */
function lowCut(hertz: number): number {
  return 1 / (1 + (62 / hertz) ** 3)
}

/** A damped sine as a two-pole recurrence; starts at zero, so it cannot click. */
function addPartial(sound: Stereo, hertz: number, ring: number, left: number, right: number, rate: number): void {
  const angle = (2 * Math.PI * hertz) / rate
  const radius = Math.exp(-6.91 / (ring * rate))
  const forward = 2 * radius * Math.cos(angle)
  const back = radius * radius
  const frames = Math.min(sound.left.length, Math.ceil(ring * rate * 1.5))
  let current = 0
  let previous = -Math.sin(angle) / radius
  for (let frame = 0; frame < frames; frame += 1) {
    sound.left[frame] = (sound.left[frame] ?? 0) + current * left
    sound.right[frame] = (sound.right[frame] ?? 0) + current * right
    const following = forward * current - back * previous
    previous = current
    current = following
  }
}

/** Felt on string and key on its bed: two short soft bursts of noise. */
function addKnock(sound: Stereo, note: Note, { rate, random }: Studio): void {
  const frames = Math.min(sound.left.length, Math.ceil(rate * 0.16))
  const wood = lowPass(190, rate, 1.4)
  const felt = lowPass(950, rate)
  for (let frame = 0; frame < frames; frame += 1) {
    const seconds = frame / rate
    const noise = random.next() * 2 - 1
    const knock = wood(noise) * Math.exp(-seconds / 0.03) * 0.5
    const brush = felt(noise) * Math.exp(-seconds / 0.009) * 0.1
    const sample = (knock + brush) * note.velocity * 0.55
    sound.left[frame] = (sound.left[frame] ?? 0) + sample
    sound.right[frame] = (sound.right[frame] ?? 0) + sample * 0.92
  }
}

/** Felt contact softens the first milliseconds; the damper ends the note. */
function shape(sound: Stereo, note: Note, release: number, rate: number): void {
  const contact = 0.0035 + 0.004 * (1 - note.velocity)
  const level = note.velocity ** 1.35
  const length = sound.left.length
  for (let frame = 0; frame < length; frame += 1) {
    const seconds = frame / rate
    const rise = seconds < contact ? Math.sin((Math.PI / 2) * (seconds / contact)) ** 2 : 1
    const fall = seconds > note.duration ? Math.exp(-(seconds - note.duration) / release) : 1
    const last = Math.min(1, (length - frame) / (0.02 * rate))
    const gain = level * rise * fall * last
    sound.left[frame] = (sound.left[frame] ?? 0) * gain
    sound.right[frame] = (sound.right[frame] ?? 0) * gain
  }
}
