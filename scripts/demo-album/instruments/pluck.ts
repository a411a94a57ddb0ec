/**
 * A plucked string: Karplus and Strong, "Digital synthesis of plucked-string and drum timbres", 1983, with the tuning,
 * decay and pick-position extensions of Jaffe and Smith of the same year.
 */
import { peaking, softLowPass } from '../sound/filters.ts'
import { frequencyOf } from '../sound/pitch.ts'
import { panGains, type Stereo } from '../sound/stereo.ts'
import type { Instrument, Note, Studio } from './instrument.ts'

export interface PluckedString {
  /** Cut-off in Hz of the finger at full velocity; nails are bright, flesh is not. */
  readonly finger: number
  /** Seconds to fall by 60 dB at C4. */
  readonly ring: number
  /** Loss filter of the string, 0 (steel) to 0.5 (gut). */
  readonly softness: number
  /** Resonances of the body: [Hz, dB] each. */
  readonly body: readonly (readonly [number, number])[]
  /** How far high and low notes sit apart, 0–1. */
  readonly spread: number
}

export const nylonGuitar: PluckedString = {
  finger: 2300,
  ring: 3.4,
  softness: 0.32,
  body: [
    [108, 4],
    [212, 3],
    [420, 2],
  ],
  spread: 0.5,
}

export const smallHarp: PluckedString = {
  finger: 2900,
  ring: 4.6,
  softness: 0.24,
  body: [
    [170, 3],
    [540, 2],
  ],
  spread: 0.8,
}

export const doubleBass: PluckedString = {
  finger: 900,
  ring: 2.6,
  softness: 0.42,
  body: [
    [98, 4],
    [160, 2],
  ],
  spread: 0.05,
}

export function pluck(string: PluckedString): Instrument {
  return (note, studio) => {
    const position = panGains(((note.midi - 64) / 30) * string.spread)
    const left = renderString(string, note, studio)
    const right = renderString(string, note, studio)
    // Two takes of the same string, half shared, give width without losing the middle.
    const length = left.length
    const sound: Stereo = { left: new Float32Array(length), right: new Float32Array(length) }
    for (let frame = 0; frame < length; frame += 1) {
      const near = left[frame] ?? 0
      const far = right[frame] ?? 0
      sound.left[frame] = (near * 0.8 + far * 0.2) * position.left
      sound.right[frame] = (near * 0.2 + far * 0.8) * position.right
    }
    return sound
  }
}

function renderString(string: PluckedString, note: Note, { rate, random }: Studio): Float32Array {
  const hertz = frequencyOf(note.midi)
  const ring = string.ring * 2 ** (-(note.midi - 60) / 20)
  const release = 0.12
  const seconds = Math.min(note.duration + release * 6, ring * 1.1 + 0.3)
  const output = new Float32Array(Math.ceil(seconds * rate))

  // Loop delay = whole samples + loss filter (softness samples) + all-pass fraction.
  const period = rate / hertz
  const whole = Math.floor(period - string.softness - 0.3)
  const fraction = period - string.softness - whole
  const allPass = (1 - fraction) / (1 + fraction)
  const loss = Math.exp((-6.91 * period) / (ring * rate))
  const line = excitation(string, note, whole, rate, random)

  let read = 0
  let lastLine = 0
  let lastIn = 0
  let lastOut = 0
  const body = string.body.map(([centre, decibels]) => peaking(centre, decibels, 2.2, rate))
  const level = note.velocity ** 1.2
  for (let frame = 0; frame < output.length; frame += 1) {
    const sample = line[read] ?? 0
    const damped = loss * ((1 - string.softness) * sample + string.softness * lastLine)
    lastLine = sample
    lastOut = allPass * (damped - lastOut) + lastIn
    lastIn = damped
    line[read] = lastOut
    read = read + 1 === whole ? 0 : read + 1
    const time = frame / rate
    const fall = time > note.duration ? Math.exp(-(time - note.duration) / release) : 1
    const edge = Math.min(1, time / 0.003, (output.length - frame) / (0.03 * rate))
    let voiced = sample
    for (const filter of body) voiced = filter(voiced)
    output[frame] = voiced * fall * edge * level
  }
  return output
}

/** Noise through the finger's low-pass, combed at the pick position, without direct current. */
function excitation(
  string: PluckedString,
  note: Note,
  length: number,
  rate: number,
  random: Studio['random'],
): Float64Array {
  const soft = softLowPass(string.finger * (0.25 + 0.75 * note.velocity), rate)
  const softer = softLowPass(string.finger * 2, rate)
  const raw = Float64Array.from({ length }, () => softer(soft(random.next() * 2 - 1)))
  const pick = Math.max(1, Math.round(length * random.between(0.17, 0.23)))
  const combed = raw.map((value, index) => value - 0.8 * (raw[(index + length - pick) % length] ?? 0))
  const mean = combed.reduce((sum, value) => sum + value, 0) / length
  const power = combed.reduce((sum, value) => sum + (value - mean) ** 2, 0) / length
  return combed.map((value) => ((value - mean) / Math.sqrt(power)) * 0.25)
}
