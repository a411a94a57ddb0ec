/** Does a melody agree with its chords? */
import type { Chord } from './chords.ts'
import type { MelodyNote } from './notation.ts'

export interface Clash {
  readonly beat: number
  readonly midi: number
  readonly symbol: string
}

/** Long notes that rub a semitone above a tone of the chord that sounds with them, and are not themselves in it. */
export function clashes(melody: readonly MelodyNote[], chords: readonly Chord[], longest = 0.75): Clash[] {
  return melody.flatMap((note) => {
    if (note.length / note.pitches.length <= longest) return []
    return note.pitches.flatMap((midi, index) => {
      const beat = note.beat + (note.length * index) / note.pitches.length
      const chord = chords.find((candidate) => beat >= candidate.beat && beat < candidate.beat + candidate.length)
      if (chord === undefined) return []
      const tone = midi % 12
      const rubs = !chord.tones.includes(tone) && chord.tones.includes((tone + 11) % 12)
      return rubs ? [{ beat, midi, symbol: chord.symbol }] : []
    })
  })
}
