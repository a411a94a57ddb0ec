/** Ways to play a chord over time. */
import { bassNote, type Chord } from './chords.ts'
import type { Written } from './performer.ts'

/** Held for as long as the chord lasts; a tone common to neighbours is not struck again. */
export function sustained(chords: readonly Chord[], voicings: readonly (readonly number[])[]): Written[] {
  const written: Written[] = []
  chords.forEach((chord, index) => {
    for (const midi of voicings[index] ?? []) {
      if (voicings[index - 1]?.includes(midi) === true) continue
      let length = chord.length
      for (let next = index + 1; voicings[next]?.includes(midi) === true; next += 1) length += chords[next]?.length ?? 0
      written.push({ beat: chord.beat, length, midi, accent: 1 })
    }
  })
  return written
}

/**
 * One tone after another, `step` beats apart, in the order of `shape` (indices into the voicing; beyond its top the
 * voicing repeats an octave higher). Tones ring until the chord ends or `ring` beats have passed.
 */
export function arpeggio(
  chords: readonly Chord[],
  voicings: readonly (readonly number[])[],
  step: number,
  shape: readonly number[],
  ring: number,
): Written[] {
  return chords.flatMap((chord, index) => {
    const voicing = voicings[index] ?? []
    const count = Math.round(chord.length / step)
    return Array.from({ length: count }, (_, position) => {
      const wanted = shape[position % shape.length] ?? 0
      const octave = Math.floor(wanted / voicing.length)
      const beat = chord.beat + position * step
      const accent = position === 0 ? 1.12 : position % 3 === 0 ? 1.02 : 0.9
      const length = Math.min(ring, chord.beat + chord.length - beat + step)
      return { beat, length, midi: (voicing[wanted % voicing.length] ?? 60) + octave * 12, accent }
    })
  })
}

/** All tones together at given beats of each chord: [beat within the chord, length, accent]. */
export function comping(
  chords: readonly Chord[],
  voicings: readonly (readonly number[])[],
  rhythm: readonly (readonly [number, number, number])[],
): Written[] {
  return chords.flatMap((chord, index) =>
    rhythm.flatMap(([offset, length, accent]) => {
      if (offset >= chord.length) return []
      return (voicings[index] ?? []).map((midi, voice) => ({
        // Hands roll a chord very slightly from the bottom.
        beat: chord.beat + offset + voice * 0.012,
        length: Math.min(length, chord.length - offset),
        midi,
        accent: accent * (voice === 0 ? 0.95 : 1),
      }))
    }),
  )
}

/** The same hit at given beats of every bar: [beat within the bar, accent]. */
export function beats(
  first: number,
  bars: number,
  barLength: number,
  hits: readonly (readonly [number, number])[],
  length = 0.5,
): Written[] {
  return Array.from({ length: bars }, (_, bar) =>
    hits.map(([offset, accent]) => ({ beat: first + bar * barLength + offset, length, midi: 60, accent })),
  ).flat()
}

/** The bass of each chord at given beats: [beat within the chord, length, semitones above the bass, accent]. */
export function bassLine(
  chords: readonly Chord[],
  floor: number,
  rhythm: readonly (readonly [number, number, number, number])[],
): Written[] {
  return chords.flatMap((chord) =>
    rhythm
      .filter(([offset]) => offset < chord.length)
      .map(([offset, length, interval, accent]) => ({
        beat: chord.beat + offset,
        length: Math.min(length, chord.length - offset),
        midi: bassNote(chord, floor) + interval,
        accent,
      })),
  )
}
