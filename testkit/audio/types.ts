import type { BadName, FixtureName, LongName, PairName, TaggedName } from './names.ts'

/** A file that plays, and what is known about it. */
export interface Fixture {
  /** Absolute. */
  readonly path: string
  /** Rate at which it decodes (Opus: always 48 kHz). */
  readonly sampleRateHz: number
  readonly channels: number
  /** Frames that a sample-exact player renders at that rate, encoder delay and padding trimmed where the file knows them. */
  readonly frames: number
  /** The WAV that was encoded, absolute; null where no single file was. */
  readonly sourcePath: string | null
}

export interface FixturePair {
  readonly first: Fixture
  readonly second: Fixture
  /** The signal before it was cut: first + second, frame for frame. */
  readonly whole: Fixture
}

/** All fixtures except the long ones, ready on disk. Treat them as read-only: other tests use the same files. */
export interface FixtureSet {
  /** The folder that holds them all. */
  readonly folder: string
  readonly files: Readonly<Record<FixtureName, Fixture>>
  readonly pairs: Readonly<Record<PairName, FixturePair>>
  readonly tagged: Readonly<Record<TaggedName, Fixture>>
  /** Absolute paths. */
  readonly bad: Readonly<Record<BadName, string>>
}

export type LongFixtureSet = Readonly<Record<LongName, Fixture>>
