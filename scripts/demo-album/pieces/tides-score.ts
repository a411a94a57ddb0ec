/**
 * "First Light, Low Water" and "The Tide Turns Over", written as one. The first counts 66 beats a minute in triplets,
 * the second 99 in pairs: the running notes keep their pace (198 a minute) across the joint while the beat changes
 * under them. Beats 0–48 are the first piece, 48–128 the second.
 *
 * The album's motif, the tide, is the fifth, sixth, third and second of the scale: here A B F# E.
 */
import { parseChords } from '../score/chords.ts'
import { parseMelody } from '../score/notation.ts'
import { createSong, type WrittenLine } from '../score/song.ts'
import { timeline } from '../score/timeline.ts'

export const joint = 48
export const end = 128

export const time = timeline(
  [
    { beat: 0, tempo: 66 },
    { beat: joint, tempo: 99 },
    { beat: 112, tempo: 99, ramp: true },
    { beat: end, tempo: 64 },
  ],
  { leadIn: 0.1, swing: 0.5 },
)

export const firstChords = parseChords(
  `Dadd9:4 | Gmaj9/D:4 |
   Dadd9:4 | Bm11:4 | Gmaj9:4 | A7sus4:2 A7:2 |
   F#m7:4 | Bm9:4 | Em9:4 | A13sus:4 |
   Gmaj9:4 | A9sus:4`,
  0,
)

export const secondChords = parseChords(
  `Bm9:4 | Gmaj9:4 | Dadd9/F#:4 | A9sus:4 |
   Bm9:4 | Gmaj9:4 | Em9:4 | A13sus:4 |
   Gmaj9:4 | A/G:4 | F#m7:4 | Bm9:4 |
   Em9:4 | F#m7:4 | Gmaj9:4 | A13sus:4 |
   Dadd9:4 | Gmaj9/D:4 | Dadd9:8`,
  joint,
)

const unit = 1 / 3
const lines: readonly WrittenLine[] = [
  {
    words: 'Low wa-ter, and the light comes in',
    sounds: 'L OW | W AO | T ER | AE N D | DH AH | L AY T | K AH M Z | IH N',
    notes: 'A4:3 B4:3 F#4:4 E4:1 F#4:1 | A4:4 F#4:2 D4:4',
    firstBeat: 8,
    unit,
  },
  {
    words: 'soft as a hand a-long the sill',
    sounds: 'S AO F T | AE Z | AH | H AE N D | AH | L AO NG | DH AH | S IH L',
    notes: 'B4:3 A4:2 F#4:1 B4:5 A4:1 | B4:2 A4:1 E4:6',
    firstBeat: 16,
    unit,
  },
  {
    words: 'No-thing to car-ry, no-where to be,',
    sounds: 'N AH | TH IH NG | T UW | K EH | R IY | N OW | W EH R | T UW | B IY',
    notes: 'C#5:3 B4:1 A4:2 C#5:3 A4:3 | D5:3 C#5:1 A4:2 B4:4',
    firstBeat: 24,
    unit,
  },
  {
    words: 'the whole bay breath-ing, hold-ing still',
    sounds: 'DH AH | H OW L | B EY | B R IY | DH IH NG | H OW L | D IH NG | S T IH L',
    notes: 'A4:1 | B4:3 G4:3 F#4:3 E4:3 | F#4:3 G4:2 E4:6',
    firstBeat: 32 - unit,
    unit,
  },
]

export const song = createSong('first light', lines, time, [
  [8, 0.72],
  [24, 0.86],
  [30, 0.92],
  [40, 0.66],
])

/** Glass above everything: the motif before the singer comes, after her last word, and as a farewell. */
export const glassMelody = [
  ...parseMelody('r:1 A5:1 B5:1 F#5:1 | E5:3', 0),
  ...parseMelody('r:1 A5:1 B5:1 F#5:1 | E5:1 F#5:1 B5:2', 40),
  ...parseMelody('r:2 F#6:1 E6:1 | r:1 B5:1 F#6:2', 72),
  ...parseMelody('r:1 A5:1 B5:1 F#5:1 | E5:2 r:1 D6:1 | A6:4', 116),
]

/** The lead of the second piece. It starts on the motif and climbs from it. */
export const lead = parseMelody(
  `A4:1.5 B4:0.5 F#4:2 | E4:0.5 F#4:0.5 B4:2.5 r:0.5 | A4:1.5 B4:0.5 D5:2 | B4:1 A4:1 E4:1.5 r:0.5 |
   F#5:1.5 E5:0.5 D5:1 C#5:1 | B4:1 D5:1 A4:1.5 r:0.5 | G4:1 B4:1 F#5:1.5 E5:0.5 | D5:1 E5:1 B4:1.5 r:0.5 |
   A5:1.5 B5:0.5 F#5:2 | E5:1 C#5:1 A5:1.5 r:0.5 | A5:1.5 E5:0.5 C#5:2 | D5:1 C#5:1 F#5:1.5 r:0.5 |
   G5:1.5 F#5:0.5 B4:2 | A5:1 E5:1 C#5:1 E5:1 | F#5:1.5 D5:0.5 B5:2 | A5:1 F#5:1 E5:1.5 r:0.5 |
   F#5:1 E5:1 A4:2 | r:1 B4:1 F#4:2`,
  joint,
)
