/** "What the Lighthouse Keeps": a slow hymn in F for one voice, a far choir and a piano. 60 beats a minute. */
import { subBass } from '../instruments/bass.ts'
import { cymbalSwell, kick, shore } from '../instruments/drums.ts'
import { glass } from '../instruments/glass.ts'
import { distantChoir, pad, warmStrings } from '../instruments/pad.ts'
import { piano } from '../instruments/piano.ts'
import { playNotes, type Part } from '../mix/part.ts'
import { parseChords, voiceLead } from '../score/chords.ts'
import { parseMelody } from '../score/notation.ts'
import { arpeggio, bassLine, beats, sustained } from '../score/patterns.ts'
import { perform, phrased, type Manner } from '../score/performer.ts'
import type { Performance } from '../score/performance.ts'
import { createSong, type WrittenLine } from '../score/song.ts'
import { timeline } from '../score/timeline.ts'
import { framesOf, sungBy } from './shared.ts'

/** Opus knows no other rate. */
const rate = 48000
const end = 60
const time = timeline(
  [
    { beat: 0, tempo: 63 },
    { beat: 48, tempo: 63, ramp: true },
    { beat: 56, tempo: 54 },
  ],
  { leadIn: 0.1, swing: 0.5 },
)

const chords = parseChords(
  `Fadd9:4 |
   Fadd9:4 | Dm9:4 | Bbmaj9:4 | C9sus:4 |
   Am7:4 | Dm9:4 | Gm9:4 | C9sus:2 C7:2 |
   Bbmaj9:4 | F/A:4 | Gm9:4 | C9sus:4 |
   Fadd9:4 | Fmaj9:4`,
  0,
)

const lines: readonly WrittenLine[] = [
  {
    words: 'The lamp goes round, the dark goes round,',
    sounds: 'DH AH | L AE M P | G OW Z | R AW N D | DH AH | D AA R K | G OW Z | R AW N D',
    notes: 'C4:0.5 | C5:1.5 D5:0.5 A4:1.5 G4:0.5 | A4:1.5 G4:0.5 F4:1.5',
    firstBeat: 3.5,
  },
  {
    words: 'and nei-ther one will stay.',
    sounds: 'AE N D | N IY | DH ER | W AH N | W IH L | S T EY',
    notes: 'D4:0.5 | A4:1.5 Bb4:0.5 F4:1.5 F4:0.5 | G4:2.5',
    firstBeat: 11.5,
  },
  {
    words: "The sea keeps no-thing that it's giv-en",
    sounds: 'DH AH | S IY | K IY P S | N AH | TH IH NG | DH AE T | IH T S | G IH | V AH N',
    notes: 'C4:0.5 | C5:1.5 A4:0.5 C5:1 D5:1 | C5:0.5 A4:0.5 F4:1 E4:1.5',
    firstBeat: 19.5,
  },
  {
    words: 'and gives it all a-way.',
    sounds: 'AE N D | G IH V Z | IH T | AO L | AH | W EY',
    notes: 'D4:0.5 | Bb4:1.5 A4:0.5 G4:1 A4:1 | G4:3',
    firstBeat: 27.5,
  },
  {
    words: 'So turn, and turn, and let me go',
    sounds: 'S OW | T ER N | AE N D | T ER N | AE N D | L EH T | M IY | G OW',
    notes: 'C5:0.5 | D5:1.5 C5:0.5 F5:1.5 C5:0.5 | C5:1 A4:0.5 A4:1.5',
    firstBeat: 35.5,
  },
  {
    words: 'as slow as light, as slow.',
    sounds: 'AE Z | S L OW | AE Z | L AY T | AE Z | S L OW',
    notes: 'G4:0.5 | Bb4:1.5 A4:0.5 G4:1.5 F4:0.5 | G4~F4:7.5',
    firstBeat: 43.5,
  },
]
const song = createSong('lighthouse', lines, time, [
  [3, 0.64],
  [20, 0.78],
  [34, 0.82],
  [38, 1],
  [44, 0.76],
  [52, 0.6],
])

/** Descants over the refrain, and the motif (C D A G) going out like a lamp. */
const answers = [
  ...parseMelody('r:1 C6:1 D6:0.5 A5:1', 0),
  ...parseMelody('r:3 C6:0.5 D6:0.5', 16),
  ...parseMelody('r:3 C6:0.5 D6:0.5', 32),
  ...parseMelody('r:1 C6:1 D6:1 A5:1 | G5:2 C6:2', 52),
]
const padVoicings = voiceLead(chords, { low: 50, high: 72, voices: 4 })
const pianoVoicings = voiceLead(chords, { low: 55, high: 77, voices: 4 })
const refrain = chords.filter((chord) => chord.beat >= 36)

const manner = (dynamics: Manner['dynamics'], looseness = 0.012, legato = 1): Manner => ({
  time,
  dynamics,
  looseness,
  legato,
})
const arc: Manner['dynamics'] = [
  [0, 0.4],
  [20, 0.48],
  [36, 0.62],
  [42, 0.64],
  [50, 0.45],
  [end, 0.26],
]

const parts: readonly Part[] = [
  { name: 'voice', loudness: -19.5, room: -7, band: [140, 9500], play: sungBy(song) },
  {
    name: 'piano',
    loudness: -25,
    room: -9,
    band: [60, 8000],
    play: playNotes(
      piano({ brightness: 0.1 }),
      perform(
        'piano',
        [
          ...arpeggio(
            chords.filter((chord) => chord.beat < 36),
            pianoVoicings,
            1,
            [0, 2, 3, 1],
            3,
          ),
          ...arpeggio(
            refrain.filter((chord) => chord.beat < 52),
            pianoVoicings.slice(-refrain.length),
            0.5,
            [0, 1, 2, 3, 4, 3, 2, 1],
            3,
          ),
          ...arpeggio(chords.slice(-2), pianoVoicings.slice(-2), 2, [0, 3], 5),
        ],
        manner(arc),
      ),
    ),
  },
  {
    name: 'piano bass',
    loudness: -27,
    room: -12,
    band: [40, 3000],
    play: playNotes(
      piano({ brightness: 0 }),
      perform(
        'piano bass',
        bassLine(chords, 36, [
          [0, 4.2, 0, 1],
          [2, 2, 7, 0.5],
        ]),
        manner(arc),
      ),
    ),
  },
  {
    name: 'choir',
    loudness: -24.5,
    room: -5,
    band: [160, 6500],
    play: playNotes(
      pad(distantChoir),
      perform(
        'choir',
        sustained(chords, padVoicings),
        manner(
          [
            [0, 0.35],
            [20, 0.55],
            [36, 0.95],
            [42, 1],
            [end, 0.4],
          ],
          0.03,
          1.04,
        ),
      ),
    ),
  },
  {
    name: 'strings',
    loudness: -27,
    room: -7,
    band: [110, 5000],
    play: playNotes(
      pad(warmStrings),
      perform(
        'strings',
        sustained(refrain, voiceLead(refrain, { low: 57, high: 79, voices: 4 })),
        manner(
          [
            [36, 0.8],
            [42, 1],
            [end, 0.5],
          ],
          0.03,
          1.04,
        ),
      ),
    ),
  },
  {
    name: 'answers',
    loudness: -30,
    room: -5,
    band: [300, 9000],
    echo: { seconds: (60 / 63) * 0.75, level: 0.4, feedback: 0.45 },
    play: playNotes(
      glass,
      perform(
        'answers',
        phrased(answers),
        manner(
          [
            [0, 0.5],
            [end, 0.45],
          ],
          0.015,
          1.3,
        ),
      ),
    ),
  },
  {
    name: 'sub',
    loudness: -26,
    room: -40,
    band: [34, 700],
    play: playNotes(
      subBass,
      perform(
        'sub',
        bassLine(chords, 29, [[0, 4, 0, 1]]),
        manner(
          [
            [0, 0.4],
            [36, 0.9],
            [end, 0.5],
          ],
          0.004,
          0.99,
        ),
      ),
    ),
  },
  {
    name: 'heart',
    loudness: -32,
    room: -10,
    band: [35, 1200],
    play: playNotes(
      kick,
      perform(
        'heart',
        beats(36, 4, 4, [
          [0, 1],
          [0.5, 0.5],
          [2, 0.7],
        ]),
        manner(
          [
            [36, 0.8],
            [52, 0.6],
          ],
          0.006,
        ),
      ),
    ),
  },
  {
    name: 'cymbal',
    loudness: -39,
    room: -7,
    band: [900, 8500],
    play: playNotes(
      cymbalSwell,
      perform('cymbal', [{ beat: 32.5, length: 3.5, midi: 60, accent: 1 }], manner([[0, 0.8]], 0)),
    ),
  },
  {
    name: 'shore',
    loudness: -42,
    room: -10,
    band: [150, 4000],
    play: playNotes(
      shore,
      [0, 8, 16.4, 24.7, 33, 41.3, 49].map((start) => ({ start, duration: 9.5, midi: 60, velocity: 0.8 })),
    ),
  },
]

export const lighthouse: Performance = {
  name: 'lighthouse',
  rate,
  frames: framesOf(time.at(end) + 4, rate),
  splits: [],
  parts,
  room: { name: 'lantern room', ring: 3.8, distance: 0.03 },
  mastering: { loudness: -16.4, fade: 2.4, air: -0.5 },
  lines: song.lines,
  chords,
  melodies: [song.melody, answers],
}
