/** Note names, MIDI numbers and frequencies in twelve-tone equal temperament, A4 = 440 Hz. */

const semitoneOfLetter: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 }

/** Pitch class 0–11 of a name such as "C", "F#" or "Bb". */
export function pitchClass(name: string): number {
  const natural = semitoneOfLetter[name.charAt(0)]
  if (natural === undefined) throw new Error(`Not a note name: ${name}`)
  let semitone = natural
  for (const accidental of name.slice(1)) {
    if (accidental === '#') semitone += 1
    else if (accidental === 'b') semitone -= 1
    else throw new Error(`Not a note name: ${name}`)
  }
  return (semitone + 12) % 12
}

/** MIDI number of a name with its octave, such as "Bb4"; C4 is 60. */
export function midiOf(name: string): number {
  const match = /^([A-G])([#b]*)(-?\d)$/.exec(name)
  if (match === null) throw new Error(`Not a pitch: ${name}`)
  const [, letter = '', accidentals = '', octave = ''] = match
  const shift = accidentals.split('').reduce((sum, sign) => sum + (sign === '#' ? 1 : -1), 0)
  return (semitoneOfLetter[letter] ?? 0) + shift + (Number(octave) + 1) * 12
}

/** Frequency in Hz of a MIDI number, fractions allowed. */
export function frequencyOf(midi: number): number {
  return 440 * 2 ** ((midi - 69) / 12)
}
