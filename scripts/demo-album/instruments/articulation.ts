/** From sung syllables to what a throat does: a row of moments, each a target the voice glides to. */
import { frequencyOf } from '../sound/pitch.ts'
import { lengthOf, type Consonant, type Formants, type Syllable } from './phonemes.ts'

/** A syllable on its notes; times in seconds, `pitches` as [seconds, MIDI], the first at the vowel. */
export interface SungSyllable {
  readonly syllable: Syllable
  readonly pitches: readonly (readonly [number, number])[]
  /** Where the vowel begins: the beat. */
  readonly start: number
  /** Where the syllable ends, coda included. */
  readonly end: number
  readonly velocity: number
}

/** State of the throat from `time` on, reached within `glide` seconds. */
export interface Moment {
  readonly time: number
  readonly glide: number
  readonly formants: Formants
  /** Level of the vocal cords, 0–1. */
  readonly voicing: number
  /** Centre in Hz and level of the noise. */
  readonly noise: readonly [number, number]
  readonly hertz: number
}

/** When the syllable starts to sound: its first consonants lean before the beat, as singers do. */
export function soundingFrom(sung: SungSyllable): number {
  return sung.start - lengthOf(sung.syllable.onset) * 0.85
}

export function articulate(line: readonly SungSyllable[]): Moment[] {
  const moments: Moment[] = []
  line.forEach((sung, index) => {
    const following = line[index + 1]
    const first = frequencyOf(sung.pitches[0]?.[1] ?? 60)
    const last = frequencyOf(sung.pitches.at(-1)?.[1] ?? 60)
    const codaLength = lengthOf(sung.syllable.coda)
    // The next syllable's consonants may not begin before this one has ended.
    const limit = following === undefined ? Number.POSITIVE_INFINITY : soundingFrom(following)
    const end = Math.min(sung.end, limit)
    const codaStart = Math.max(sung.start + 0.09, end - codaLength)

    consonantRun(moments, sung.syllable.onset, soundingFrom(sung), first, sung.velocity)
    const { from, to } = sung.syllable.vowel
    moments.push(vowelMoment(sung.start, 0.06, from, first, sung.velocity))
    for (const [time, midi] of sung.pitches.slice(1)) {
      moments.push(vowelMoment(time, 0.09, from, frequencyOf(midi), sung.velocity))
    }
    if (to !== from) {
      const glide = Math.min(0.28, (codaStart - sung.start) * 0.6)
      moments.push(vowelMoment(codaStart - glide, glide, to, last, sung.velocity * 0.95))
    }
    consonantRun(moments, sung.syllable.coda, codaStart, last, sung.velocity * 0.8)
    if (limit - end > 0.02) {
      moments.push({ time: end, glide: 0.2, formants: to, voicing: 0, noise: [2000, 0], hertz: last })
    }
  })
  return moments.sort((first, second) => first.time - second.time)
}

function vowelMoment(time: number, glide: number, vowel: Formants, hertz: number, velocity: number): Moment {
  // Trained voices lift the first formant with a high note rather than lose it.
  const formants: Formants = [Math.max(vowel[0], hertz * 1.04), vowel[1], vowel[2]]
  return { time, glide, formants, voicing: velocity, noise: [2000, 0], hertz }
}

function consonantRun(
  moments: Moment[],
  run: readonly Consonant[],
  start: number,
  hertz: number,
  velocity: number,
): void {
  let time = start
  for (const consonant of run) {
    const { kind, length, formants, noise } = consonant
    const level = noise[1] * velocity
    const at = (offset: number, voicing: number, noiseLevel: number, glide: number): Moment => ({
      time: time + offset,
      glide,
      formants,
      voicing: voicing * velocity,
      noise: [noise[0], noiseLevel],
      hertz,
    })
    if (kind === 'glide') moments.push(at(0, 0.62, 0, 0.05))
    else if (kind === 'nasal') moments.push(at(0, 0.42, 0, 0.035))
    else if (kind === 'hiss') moments.push(at(0, 0, level, 0.03))
    else if (kind === 'buzz') moments.push(at(0, 0.36, level, 0.03))
    else {
      moments.push(at(0, kind === 'stop' ? 0 : 0.2, 0, 0.02))
      moments.push(at(length * 0.6, kind === 'stop' ? 0 : 0.3, level, 0.004))
      moments.push(at(length * 0.85, kind === 'stop' ? 0.15 : 0.5, level * 0.15, 0.015))
    }
    time += length
  }
}
