/**
 * Warm pads by the PADsynth method (Nasca Octavian Paul, 2005): every harmonic is a narrow bell of random-phase energy,
 * one inverse transform makes a long loop without a seam. Two loops, dark and bright, share their phases, so fading
 * between them sounds like a slow filter.
 */
import { ease, swell } from '../sound/envelope.ts'
import { fourier } from '../sound/fourier.ts'
import { frequencyOf } from '../sound/pitch.ts'
import { createRandom } from '../sound/random.ts'
import { silence, type Stereo } from '../sound/stereo.ts'
import type { Instrument } from './instrument.ts'

export interface PadVoice {
  readonly name: string
  /** Width of the bells in cents: the size of the ensemble. */
  readonly width: number
  /** Amplitude of a harmonic by its number and frequency in Hz; `open` is 0 (dark) or 1 (bright). */
  readonly spectrum: (harmonic: number, hertz: number, open: number) => number
  /** Seconds. */
  readonly attack: number
  readonly release: number
}

export const warmStrings: PadVoice = {
  name: 'warm strings',
  width: 34,
  spectrum: (harmonic, hertz, open) => harmonic ** -1.15 * Math.exp(-((hertz / (open > 0 ? 1900 : 620)) ** 1.3)),
  attack: 1.6,
  release: 2.4,
}

export const hollowGlass: PadVoice = {
  name: 'hollow glass',
  width: 14,
  spectrum: (harmonic, hertz, open) =>
    (harmonic % 2 === 1 ? 1 : 0.28) * harmonic ** -1.6 * Math.exp(-((hertz / (open > 0 ? 3200 : 1100)) ** 1.2)),
  attack: 1.1,
  release: 2,
}

/** An open "ah" far behind the singer; bells of the female formants in Peterson and Barney, 1952. */
export const distantChoir: PadVoice = {
  name: 'distant choir',
  width: 46,
  spectrum: (harmonic, hertz, open) =>
    harmonic ** -0.9 *
    (bell(hertz, 720, 260) +
      (0.25 + 0.3 * open) * bell(hertz, 1200, 280) +
      0.12 * open * bell(hertz, 2800, 420) +
      0.05) *
    Math.exp(-((hertz / 4200) ** 2)),
  attack: 1.3,
  release: 2.2,
}

function bell(hertz: number, centre: number, width: number): number {
  return Math.exp(-(((hertz - centre) / width) ** 2))
}

const loopFrames = 1 << 18
const loops = new Map<string, { dark: Stereo; bright: Stereo }>()

export function pad(voice: PadVoice): Instrument {
  return (note, { rate, random }) => {
    const { dark, bright } = loopsFor(voice, note.midi, rate)
    const sound = silence(Math.ceil((note.duration + voice.release) * rate))
    const attack = Math.min(voice.attack, note.duration * 0.6)
    const offset = Math.floor(random.next() * loopFrames)
    const phase = random.next() * 2 * Math.PI
    for (let frame = 0; frame < sound.left.length; frame += 1) {
      const time = frame / rate
      const gain = swell(time, attack, note.duration, voice.release) * note.velocity
      const sway = 0.5 + 0.5 * Math.sin(2 * Math.PI * 0.11 * (note.start + time) + phase * 0.3)
      const open = Math.min(1, note.velocity * (0.25 + 0.5 * sway) * ease(time / (attack * 2)))
      const at = (offset + frame) % loopFrames
      sound.left[frame] = gain * ((dark.left[at] ?? 0) * (1 - open) + (bright.left[at] ?? 0) * open)
      sound.right[frame] = gain * ((dark.right[at] ?? 0) * (1 - open) + (bright.right[at] ?? 0) * open)
    }
    return sound
  }
}

function loopsFor(voice: PadVoice, midi: number, rate: number): { dark: Stereo; bright: Stereo } {
  const key = `${voice.name} ${midi} ${rate}`
  const known = loops.get(key)
  if (known !== undefined) return known
  const fresh = { dark: makeLoop(voice, midi, rate, 0, key), bright: makeLoop(voice, midi, rate, 1, key) }
  loops.set(key, fresh)
  return fresh
}

function makeLoop(voice: PadVoice, midi: number, rate: number, open: number, seed: string): Stereo {
  const random = createRandom(seed)
  const real = new Float64Array(loopFrames)
  const imaginary = new Float64Array(loopFrames)
  const hertz = frequencyOf(midi)
  for (let harmonic = 1; harmonic * hertz < Math.min(9000, rate * 0.4); harmonic += 1) {
    const centre = (harmonic * hertz * loopFrames) / rate
    const spread = ((2 ** (voice.width / 1200) - 1) * centre) / 2 + 0.5
    const level = voice.spectrum(harmonic, harmonic * hertz, open)
    for (let bin = Math.max(1, Math.floor(centre - spread * 3)); bin < centre + spread * 3; bin += 1) {
      const amplitude = (level * Math.exp(-(((bin - centre) / spread) ** 2))) / Math.sqrt(spread)
      const leftPhase = random.next() * 2 * Math.PI
      const rightPhase = leftPhase + random.between(-1.9, 1.9)
      addBin(real, imaginary, bin, amplitude, leftPhase, rightPhase)
    }
  }
  fourier(loopFrames).inverse(real, imaginary)
  return levelled(real, imaginary)
}

/** Left goes into the real part of the loop and right into the imaginary one: a bin and its mirror carry both. */
function addBin(
  real: Float64Array,
  imaginary: Float64Array,
  bin: number,
  amplitude: number,
  leftPhase: number,
  rightPhase: number,
): void {
  const leftReal = amplitude * Math.cos(leftPhase)
  const leftImaginary = amplitude * Math.sin(leftPhase)
  const rightReal = amplitude * Math.cos(rightPhase)
  const rightImaginary = amplitude * Math.sin(rightPhase)
  const mirror = loopFrames - bin
  real[bin] = (real[bin] ?? 0) + leftReal - rightImaginary
  imaginary[bin] = (imaginary[bin] ?? 0) + leftImaginary + rightReal
  real[mirror] = (real[mirror] ?? 0) + leftReal + rightImaginary
  imaginary[mirror] = (imaginary[mirror] ?? 0) - leftImaginary + rightReal
}

/** Scaled to the same root mean square whatever the spectrum. */
function levelled(real: Float64Array, imaginary: Float64Array): Stereo {
  let power = 0
  for (const sample of real) power += sample * sample
  for (const sample of imaginary) power += sample * sample
  const gain = 0.1 / Math.sqrt(power / (loopFrames * 2))
  return {
    left: Float32Array.from(real, (sample) => sample * gain),
    right: Float32Array.from(imaginary, (sample) => sample * gain),
  }
}
