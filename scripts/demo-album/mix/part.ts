/** A part of the score with its place in the mix. */
import type { Echo } from './echo.ts'
import type { Instrument, Note, Studio } from '../instruments/instrument.ts'
import { addStereo, silence, type Stereo } from '../sound/stereo.ts'

export interface Part {
  readonly name: string
  /** Integrated loudness of the part alone, in LUFS before mastering: its place in the balance. */
  readonly loudness: number
  /** Level into the room, in dB relative to the dry part. */
  readonly room: number
  /** The band the part may use, in Hz. */
  readonly band: readonly [number, number]
  readonly echo?: Echo
  readonly play: (frames: number, studio: Studio) => Stereo
}

/** A player for an instrument and its notes; sound before the first frame is cut, after the last one too. */
export function playNotes(instrument: Instrument, notes: readonly Note[]): Part['play'] {
  return (frames, studio) => {
    const track = silence(frames)
    for (const note of notes) {
      addStereo(track, instrument(note, studio), Math.round(note.start * studio.rate))
    }
    return track
  }
}
