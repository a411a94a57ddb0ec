/** One uninterrupted performance: a piece, or several that run into each other. */
import type { Room } from '../mix/impulse.ts'
import type { Mastering } from '../mix/master.ts'
import type { Part } from '../mix/part.ts'
import type { Chord } from './chords.ts'
import type { MelodyNote } from './notation.ts'
import type { TimedLine } from './song.ts'

export interface Performance {
  readonly name: string
  /** Hz. */
  readonly rate: number
  readonly frames: number
  /** Frames at which a following piece begins. */
  readonly splits: readonly number[]
  readonly parts: readonly Part[]
  readonly room: Room
  readonly mastering: Mastering
  /** Sung lines, seconds from the start of the performance. */
  readonly lines: readonly TimedLine[]
  /** What the melodies are checked against. */
  readonly chords: readonly Chord[]
  readonly melodies: readonly (readonly MelodyNote[])[]
}
