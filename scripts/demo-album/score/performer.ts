/** Turns written notes into played ones: tempo, dynamics, the small lateness and unevenness of hands. */
import type { Note } from '../instruments/instrument.ts'
import { valueAt, type Curve } from '../sound/envelope.ts'
import { createRandom, type Random } from '../sound/random.ts'
import type { MelodyNote } from './notation.ts'
import type { Timeline } from './timeline.ts'

export interface Manner {
  readonly time: Timeline
  /** Velocity 0–1 over beats. */
  readonly dynamics: Curve
  /** Standard deviation of the timing in seconds. */
  readonly looseness: number
  /** Part of its length that a note is held; above 1 notes overlap. */
  readonly legato: number
}

export interface Written {
  readonly beat: number
  readonly length: number
  readonly midi: number
  /** Multiplies the dynamics; 1 is plain. */
  readonly accent: number
}

export function perform(name: string, written: readonly Written[], manner: Manner): Note[] {
  const random = createRandom(`performer ${name}`)
  const { time, dynamics, looseness, legato } = manner
  return written.map(({ beat, length, midi, accent }) => {
    const start = Math.max(0, time.at(beat) + loosen(random, looseness))
    const end = time.at(beat + length * legato)
    const unevenness = 1 + 0.05 * bounded(random)
    const velocity = Math.min(1, Math.max(0.05, valueAt(dynamics, beat) * accent * unevenness))
    return { start, duration: Math.max(0.05, end - start), midi, velocity }
  })
}

function loosen(random: Random, looseness: number): number {
  return looseness * bounded(random)
}

function bounded(random: Random): number {
  return Math.max(-2, Math.min(2, random.normal()))
}

/** A melody as written notes: phrases rise to their highest note, the note before a rest lets go. */
export function phrased(melody: readonly MelodyNote[]): Written[] {
  const highest = Math.max(...melody.flatMap((note) => note.pitches))
  return melody.flatMap((note, index) => {
    const following = melody[index + 1]
    const last = following === undefined || following.beat > note.beat + note.length + 0.01
    return note.pitches.map((midi, part) => {
      const share = note.length / note.pitches.length
      const height = 1 - (highest - midi) * 0.012
      const accent = height * (last ? 0.9 : 1) * (part > 0 ? 0.9 : 1)
      return { beat: note.beat + part * share, length: share, midi, accent }
    })
  })
}
