/** "No Particular Key": an electric piano, a double bass and brushes at closing time. E flat, 78 beats, swung. */
import { brushSweep, brushTap, kick } from '../instruments/drums.ts'
import { electricPiano } from '../instruments/electric-piano.ts'
import { pad, warmStrings } from '../instruments/pad.ts'
import { doubleBass, nylonGuitar, pluck } from '../instruments/pluck.ts'
import { subBass } from '../instruments/bass.ts'
import { playNotes, type Part } from '../mix/part.ts'
import { bassNote, parseChords, voiceLead, type Chord } from '../score/chords.ts'
import { parseMelody } from '../score/notation.ts'
import { beats, comping, sustained } from '../score/patterns.ts'
import { perform, phrased, type Manner, type Written } from '../score/performer.ts'
import type { Performance } from '../score/performance.ts'
import { createSong, type WrittenLine } from '../score/song.ts'
import { timeline } from '../score/timeline.ts'
import { framesOf, sungBy } from './shared.ts'

const rate = 44100
const end = 72
const time = timeline(
  [
    { beat: 0, tempo: 78 },
    { beat: 62, tempo: 78, ramp: true },
    { beat: 68, tempo: 58 },
  ],
  { leadIn: 0.12, swing: 0.6 },
)

const chords = parseChords(
  `Ebmaj9:4 | Abmaj9:4 |
   Ebmaj9:4 | Cm9:4 | Fm9:4 | Bb9sus:4 |
   Gm7:4 | Cm9:4 | Fm9:2 Bb13:2 | Ebmaj9:4 |
   Abmaj9:4 | Gm7:2 C7b9:2 | Fm9:4 | Bb13sus:4 |
   Abmaj9:4 | Fm9:2 Bb13:2 | Ebmaj9:4 | Eb69:4`,
  0,
)
const voicings = voiceLead(chords, { low: 52, high: 74, voices: 4 })

const lines: readonly WrittenLine[] = [
  {
    words: 'One by one the har-bour lamps',
    sounds: 'W AH N | B AY | W AH N | DH AH | H AA R | B ER | L AE M P S',
    notes: 'Bb4:1.5 C5:0.5 G4:1.5 F4:0.5 | G4:1 F4:0.5 Eb4:1.5',
    firstBeat: 8,
  },
  {
    words: 'are low-ered to the sea,',
    sounds: 'AA R | L OW | ER D | T UW | DH AH | S IY',
    notes: 'D4:0.5 | C5:1.5 Ab4:0.5 G4:1 F4:1 | Bb4:2.5',
    firstBeat: 15.5,
  },
  {
    words: 'and some-one hums the eve-ning home',
    sounds: 'AE N D | S AH M | W AH N | H AH M Z | DH IY | IY V | N IH NG | H OW M',
    notes: 'Bb4:0.5 | D5:1 C5:0.5 Bb4:1.5 G4:1 | Eb5:1 D5:0.5 G4:1.5',
    firstBeat: 23.5,
  },
  {
    words: 'in no par-tic-u-lar key.',
    sounds: 'IH N | N OW | P AH | T IH | K Y UH | L ER | K IY',
    notes: 'F4:0.5 | Ab4:1 G4:0.5 Ab4:0.5 D5:1 C5:1 | Bb4:3',
    firstBeat: 31.5,
  },
  {
    words: 'The night may keep the rest,',
    sounds: 'DH AH | N AY T | M EY | K IY P | DH AH | R EH S T',
    notes: 'Bb4:0.5 | C5:1 Bb4:0.5 G4:0.5 Ab4:0.5 C5:1',
    firstBeat: 55.5,
  },
  {
    words: 'in no par-tic-u-lar key.',
    sounds: 'IH N | N OW | P AH | T IH | K Y UH | L ER | K IY',
    notes: 'F4:0.5 | Ab4:1 G4:0.5 Ab4:0.5 D5:1 C5:1 | G4:3.5',
    firstBeat: 59.5,
  },
]
const song = createSong('no particular key', lines, time, [
  [8, 0.72],
  [24, 0.86],
  [34, 0.74],
  [56, 0.8],
  [64, 0.6],
])

const solo = parseMelody(
  `r:0.5 C5:0.5 Eb5:0.5 G5:1 Bb5:0.5 G5:0.5 Eb5:0.5 | D5:0.5 F5:0.5 Bb4:1 E5:0.5 G5:0.5 Db5:1 |
   C5:0.5 Eb5:0.5 G5:1.5 F5:0.5 Ab4:1 | C5:0.5 Ab4:0.5 F4:1 G4:1 r:1`,
  40,
)
/** The motif, fifth, sixth, third and second, as an opening and a last thought on the guitar. */
const motif = [
  ...parseMelody('r:1 Bb4:1 C5:0.5 G4:1.5 | F4:2.5', 0),
  ...parseMelody('r:1 Bb4:0.5 C5:0.5 G4:1 F4:1 | Bb4:3', 64),
]

const manner = (dynamics: Manner['dynamics'], looseness = 0.008, legato = 0.98): Manner => ({
  time,
  dynamics,
  looseness,
  legato,
})

/** Two in a bar, and a step into the next root. */
function walking(list: readonly Chord[]): Written[] {
  return list.flatMap((chord, index) => {
    const root = bassNote(chord, 31)
    const following = list[index + 1]
    const target = following === undefined ? root : bassNote(following, 31)
    const approach = target + (target > root ? -2 : 1)
    const plain: Written[] = [{ beat: chord.beat, length: 1.5, midi: root, accent: 1 }]
    if (chord.length < 4) return [...plain, { beat: chord.beat + 1.5, length: 0.5, midi: root + 7, accent: 0.7 }]
    if (following === undefined || chord.beat >= 60) return [{ beat: chord.beat, length: 4, midi: root, accent: 0.9 }]
    return [
      ...plain,
      { beat: chord.beat + 1.5, length: 0.5, midi: root, accent: 0.55 },
      { beat: chord.beat + 2, length: 1.5, midi: root + 7 > 46 ? root - 5 : root + 7, accent: 0.85 },
      { beat: chord.beat + 3.5, length: 0.5, midi: approach, accent: 0.7 },
    ]
  })
}

const bass = perform(
  'bass',
  walking(chords),
  manner(
    [
      [0, 0.6],
      [40, 0.75],
      [68, 0.55],
    ],
    0.006,
    0.95,
  ),
)
const compRhythm = [
  [0, 1.4, 1],
  [1.5, 0.9, 0.72],
  [2.5, 1.4, 0.85],
] as const

const parts: readonly Part[] = [
  {
    name: 'keys',
    loudness: -23.5,
    room: -13,
    band: [110, 7000],
    play: playNotes(
      electricPiano,
      perform(
        'keys',
        [
          ...comping(
            chords.filter((chord) => chord.beat < 64),
            voicings,
            compRhythm,
          ),
          ...comping(
            chords.filter((chord) => chord.beat >= 64),
            voicings.slice(-2),
            [[0, 4, 0.9]],
          ),
        ],
        manner([
          [0, 0.42],
          [8, 0.4],
          [40, 0.52],
          [56, 0.46],
          [68, 0.34],
        ]),
      ),
    ),
  },
  {
    name: 'solo',
    loudness: -22,
    room: -11,
    band: [160, 7500],
    echo: { seconds: (60 / 78) * 0.75, level: 0.2, feedback: 0.3 },
    play: playNotes(
      electricPiano,
      perform(
        'solo',
        phrased(solo),
        manner(
          [
            [40, 0.66],
            [48, 0.74],
            [56, 0.55],
          ],
          0.012,
        ),
      ),
    ),
  },
  {
    name: 'guitar',
    loudness: -24,
    room: -10,
    band: [120, 7500],
    play: playNotes(
      pluck(nylonGuitar),
      perform(
        'guitar',
        phrased(motif),
        manner(
          [
            [0, 0.6],
            [64, 0.5],
          ],
          0.012,
          1.1,
        ),
      ),
    ),
  },
  { name: 'double bass', loudness: -23.5, room: -22, band: [40, 2600], play: playNotes(pluck(doubleBass), bass) },
  { name: 'low end', loudness: -27, room: -40, band: [34, 300], play: playNotes(subBass, bass) },
  { name: 'voice', loudness: -19.5, room: -12, band: [140, 9500], play: sungBy(song) },
  {
    name: 'strings',
    loudness: -31,
    room: -8,
    band: [160, 4500],
    play: playNotes(
      pad(warmStrings),
      perform(
        'strings',
        sustained(chords, voicings),
        manner(
          [
            [0, 0.3],
            [24, 0.6],
            [44, 0.9],
            [52, 1],
            [60, 0.7],
            [end, 0.4],
          ],
          0.02,
          1.02,
        ),
      ),
    ),
  },
  {
    name: 'kick',
    loudness: -30,
    room: -24,
    band: [35, 2000],
    play: playNotes(
      kick,
      perform(
        'kick',
        beats(8, 13, 4, [
          [0, 1],
          [2, 0.7],
          [3.5, 0.4],
        ]),
        manner(
          [
            [8, 0.6],
            [48, 0.75],
          ],
          0.004,
        ),
      ),
    ),
  },
  {
    name: 'brush taps',
    loudness: -31,
    room: -16,
    band: [140, 8000],
    play: playNotes(
      brushTap,
      perform(
        'brush taps',
        beats(4, 14, 4, [
          [1, 0.9],
          [1.5, 0.25],
          [3, 1],
          [3.5, 0.35],
        ]),
        manner(
          [
            [4, 0.5],
            [40, 0.8],
            [60, 0.5],
          ],
          0.006,
        ),
      ),
    ),
  },
  {
    name: 'brush sweeps',
    loudness: -36,
    room: -16,
    band: [400, 7000],
    play: playNotes(
      brushSweep,
      perform(
        'brush sweeps',
        beats(
          0,
          16,
          4,
          [
            [0, 0.8],
            [1, 0.5],
            [2, 0.8],
            [3, 0.5],
          ],
          1,
        ),
        manner(
          [
            [0, 0.5],
            [8, 0.7],
            [60, 0.7],
            [64, 0.3],
          ],
          0.008,
          1.25,
        ),
      ),
    ),
  },
]

export const noParticularKey: Performance = {
  name: 'no particular key',
  rate,
  frames: framesOf(time.at(end) + 3.6, rate),
  splits: [],
  parts,
  room: { name: 'back room', ring: 1.7, distance: 0.014 },
  mastering: { loudness: -16, fade: 1.8, air: -0.5 },
  lines: song.lines,
  chords,
  melodies: [song.melody, solo, motif],
}
