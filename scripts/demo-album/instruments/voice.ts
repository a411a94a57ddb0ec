/**
 * A soft singing voice: a band-limited sawtooth for the vocal cords through five formants in cascade (Klatt, 1980), with
 * breath, vibrato that arrives late, and the small drift of a person. Several singers make a little choir.
 */
import { bandPass, chain, peaking, softLowPass } from '../sound/filters.ts'
import { createRandom } from '../sound/random.ts'
import { panGains, silence, type Stereo } from '../sound/stereo.ts'
import { articulate, type Moment, type SungSyllable } from './articulation.ts'

export interface Singer {
  readonly name: string
  /** Stereo place, -1 to 1. */
  readonly place: number
  readonly level: number
  /** Size of the throat: formants are multiplied by it. */
  readonly throat: number
  /** Cents off, and seconds late. */
  readonly detune: number
  readonly late: number
}

export const smallChoir: readonly Singer[] = [
  { name: 'middle', place: 0, level: 1, throat: 1, detune: 0, late: 0 },
  { name: 'left', place: -0.75, level: 0.42, throat: 1.05, detune: 7, late: 0.018 },
  { name: 'right', place: 0.75, level: 0.42, throat: 0.95, detune: -8, late: 0.011 },
]

/** Samples between two looks at the score. */
const stride = 32
const upperFormants: readonly [number, number] = [4150, 5200]
const bandwidths: readonly [number, number, number, number, number] = [120, 120, 170, 260, 380]
/** How far vowels are brought to one loudness, 0–1. */
const evenness = 0.8

export function sing(line: readonly SungSyllable[], singers: readonly Singer[], frames: number, rate: number): Stereo {
  const moments = articulate(line)
  const sound = silence(frames)
  for (const singer of singers) {
    const gains = panGains(singer.place)
    const throat = singOne(moments, singer, frames, rate)
    throat.forEach((sample, frame) => {
      sound.left[frame] = (sound.left[frame] ?? 0) + sample * gains.left * singer.level
      sound.right[frame] = (sound.right[frame] ?? 0) + sample * gains.right * singer.level
    })
  }
  return sound
}

function singOne(moments: readonly Moment[], singer: Singer, frames: number, rate: number): Float32Array {
  const random = createRandom(`singer ${singer.name}`)
  const output = new Float32Array(frames)
  const follow = follower(moments)
  const formants = [0, 1, 2, 3, 4].map(() => resonator(rate))
  const tilt = chain(softLowPass(4200, rate), peaking(2900, 4, 1, rate))
  const breathTone = bandPass(2600, rate, 0.5)
  let noiseTone = bandPass(2000, rate, 1.2)
  let noiseCentre = 0
  let cords = 0
  let vibrato = random.next()
  let drift = 0
  let sinceMove = 0
  let lastTarget = 0

  for (let start = 0; start < frames; start += stride) {
    const throat = follow(start / rate - singer.late)
    sinceMove = Math.abs(throat.target - lastTarget) > 1 || throat.voicing < 0.05 ? 0 : sinceMove + stride / rate
    lastTarget = throat.target
    vibrato += ((5.1 + 0.3 * drift) * stride) / rate
    drift += (random.normal() - drift) * 0.002
    const depth = 22 * Math.min(1, Math.max(0, sinceMove - 0.25) / 0.5)
    const cents = singer.detune + depth * Math.sin(2 * Math.PI * vibrato) + drift * 60
    const step = (throat.hertz * 2 ** (cents / 1200)) / rate
    const targets = [...throat.formants, ...upperFormants]
    formants.forEach((formant, index) => {
      formant.tune((targets[index] ?? 1000) * singer.throat, bandwidths[index] ?? 200)
    })
    if (throat.noise > 0.002 && Math.abs(throat.noiseCentre - noiseCentre) > 1) {
      noiseCentre = throat.noiseCentre
      noiseTone = bandPass(noiseCentre, rate, 1.2)
    }
    const voicing = throat.voicing * evenGain(throat)
    const last = Math.min(frames, start + stride)
    for (let frame = start; frame < last; frame += 1) {
      cords += step
      if (cords >= 1) cords -= 1
      const white = random.next() * 2 - 1
      const breath = breathTone(white) * 0.05 * (1.2 - cords)
      let sample = (tilt(sawtooth(cords, step)) + breath) * voicing
      for (const formant of formants) sample = formant.step(sample)
      output[frame] = sample * 0.5 + noiseTone(white) * throat.noise * 1.5
    }
  }
  return output
}

/**
 * What would bring this vowel on this pitch to the common loudness: a note that meets a formant would leap out
 * otherwise. Looks at the first harmonics through the moving formants.
 */
function evenGain({ hertz, formants }: Throat): number {
  let power = 0
  for (let harmonic = 1; harmonic <= 6; harmonic += 1) {
    const frequency = hertz * harmonic
    let level = 1 / harmonic
    formants.forEach((centre, index) => {
      const bandwidth = bandwidths[index] ?? 120
      level *= (centre * centre) / Math.hypot(centre * centre - frequency * frequency, bandwidth * frequency)
    })
    power += level * level
  }
  return (4 / Math.sqrt(power)) ** evenness
}

/** Sawtooth with its corner rounded by a polynomial (Välimäki and Huovilainen, 2007). */
function sawtooth(phase: number, step: number): number {
  const plain = 2 * phase - 1
  if (phase < step) {
    const along = phase / step
    return plain - (along + along - along * along - 1)
  }
  if (phase > 1 - step) {
    const along = (phase - 1) / step
    return plain - (along * along + along + along + 1)
  }
  return plain
}

interface Resonator {
  tune(hertz: number, bandwidth: number): void
  step(sample: number): number
}

/** Klatt's two-pole resonator with unity gain at zero frequency. */
function resonator(rate: number): Resonator {
  let gain = 1
  let near = 0
  let far = 0
  let first = 0
  let second = 0
  return {
    tune: (hertz, bandwidth) => {
      const radius = Math.exp((-Math.PI * bandwidth) / rate)
      far = -radius * radius
      near = 2 * radius * Math.cos((2 * Math.PI * hertz) / rate)
      gain = 1 - near - far
    },
    step: (sample) => {
      const output = gain * sample + near * first + far * second
      second = first
      first = output
      return output
    },
  }
}

interface Throat {
  readonly formants: readonly [number, number, number]
  readonly voicing: number
  readonly noise: number
  readonly noiseCentre: number
  readonly hertz: number
  readonly target: number
}

/** Walks along the moments and lets every value approach its target within the moment's glide. */
function follower(moments: readonly Moment[]): (seconds: number) => Throat {
  let index = -1
  let previous = 0
  let formants: [number, number, number] = [500, 1500, 2700]
  let voicing = 0
  let noise = 0
  let hertz = moments[0]?.hertz ?? 220
  return (seconds) => {
    while ((moments[index + 1]?.time ?? Number.POSITIVE_INFINITY) <= seconds) index += 1
    const moment = moments[index]
    const elapsed = Math.max(0, seconds - previous)
    previous = seconds
    if (moment !== undefined) {
      // Three time constants fit in a glide.
      const near = 1 - Math.exp((-3 * elapsed) / moment.glide)
      const pitchNear = 1 - Math.exp(-elapsed / 0.028)
      const [first, second, third] = moment.formants
      formants = [
        formants[0] + (first - formants[0]) * near,
        formants[1] + (second - formants[1]) * near,
        formants[2] + (third - formants[2]) * near,
      ]
      voicing += (moment.voicing - voicing) * near
      noise += (moment.noise[1] - noise) * near
      hertz += (moment.hertz - hertz) * pitchNear
    }
    return { formants, voicing, noise, noiseCentre: moment?.noise[0] ?? 2000, hertz, target: moment?.hertz ?? 0 }
  }
}
