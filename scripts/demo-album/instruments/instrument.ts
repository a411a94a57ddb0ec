import type { Random } from '../sound/random.ts'
import type { Stereo } from '../sound/stereo.ts'

/** One note as it is played: times in seconds, pitch as a MIDI number, velocity 0–1. */
export interface Note {
  readonly start: number
  readonly duration: number
  readonly midi: number
  readonly velocity: number
}

/** Where a note sounds: sample rate in Hz and the source of its small accidents. */
export interface Studio {
  readonly rate: number
  readonly random: Random
}

/** Renders one note from its own beginning, tail included. */
export type Instrument = (note: Note, studio: Studio) => Stereo
