/**
 * Melodies as text: "A4:1.5 B4:.5 r:1 | F#4~E4:2". A token is a pitch (or `r`, a rest), a colon and its length in
 * beats; `~` slurs pitches within one length, shared evenly; bars are for the reader.
 */
import { midiOf } from '../sound/pitch.ts'

export interface MelodyNote {
  /** Beats. */
  readonly beat: number
  readonly length: number
  /** MIDI numbers; more than one is a slur. */
  readonly pitches: readonly number[]
}

export function parseMelody(text: string, firstBeat: number, unit = 1): MelodyNote[] {
  const notes: MelodyNote[] = []
  let beat = firstBeat
  for (const token of text.split(/[\s|]+/).filter((part) => part !== '')) {
    const [names = '', lengthText = ''] = token.split(':')
    const length = Number(lengthText) * unit
    if (!(length > 0)) throw new Error(`A note needs a length: ${token}`)
    if (names !== 'r') notes.push({ beat, length, pitches: names.split('~').map(midiOf) })
    beat += length
  }
  return notes
}

/** Beats a text takes, rests included. */
export function lengthOfMelody(text: string, unit = 1): number {
  return text
    .split(/[\s|]+/)
    .filter((part) => part !== '')
    .reduce((sum, token) => sum + Number(token.split(':')[1]) * unit, 0)
}

export function transpose(notes: readonly MelodyNote[], semitones: number): MelodyNote[] {
  return notes.map((note) => ({ ...note, pitches: note.pitches.map((midi) => midi + semitones) }))
}
