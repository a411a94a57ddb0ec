/** "Glass Weather": rain on a skylight. Plucked strings in three, A minor with a bright sixth, at last A major. */
import { brushSweep, cymbalSwell, kick, shaker } from '../instruments/drums.ts'
import { glass } from '../instruments/glass.ts'
import { hollowGlass, pad, warmStrings } from '../instruments/pad.ts'
import { nylonGuitar, pluck, smallHarp } from '../instruments/pluck.ts'
import { subBass } from '../instruments/bass.ts'
import { playNotes, type Part } from '../mix/part.ts'
import { parseChords, voiceLead } from '../score/chords.ts'
import { parseMelody } from '../score/notation.ts'
import { arpeggio, bassLine, beats, sustained } from '../score/patterns.ts'
import { perform, phrased, type Manner } from '../score/performer.ts'
import type { Performance } from '../score/performance.ts'
import { timeline } from '../score/timeline.ts'
import { framesOf } from './shared.ts'

const rate = 44100
const end = 90
const time = timeline(
  [
    { beat: 0, tempo: 104 },
    { beat: 78, tempo: 104, ramp: true },
    { beat: 87, tempo: 66 },
  ],
  { leadIn: 0.1, swing: 0.5 },
)

const chords = parseChords(
  `Am9:3 | Am9:3 | Fmaj7#11:3 | Fmaj7#11:3 |
   Am9:3 | D/A:3 | Fmaj7:3 | C/E:3 | Dm9:3 | Am7:3 | E7sus4:3 | E7:3 |
   Am9:3 | D/F#:3 | Fmaj7:3 | C/E:3 | Dm9:3 | Em7:3 | Fmaj9:3 | G6:3 |
   Cadd9:3 | G/B:3 | Bbmaj7:3 | F/A:3 |
   Dm9:3 | E7sus4:3 | Aadd9:3 | Amaj9:6 | Aadd9:3`,
  0,
)
const voicings = voiceLead(chords, { low: 57, high: 79, voices: 4 })

/** The motif in A: E F# C B in the minor, E F# C# B when the light comes back. */
const melody = parseMelody(
  `E5:1.5 F#5:0.5 C5:1 | D5:1 A4:1 F#5:1 | E5:2 C5:1 | G4:2 r:1 |
   A4:1 D5:1 E5:1 | C5:2 B4:1 | A4:1 B4:1 D5:1 | B4:2 G#4:0.75 r:0.25 |
   E5:1.5 F#5:0.5 C5:1 | A5:2 F#5:1 | E5:1 C5:1 A5:1 | G5:2 E5:0.75 r:0.25 |
   F5:1.5 E5:0.5 D5:1 | B4:1 D5:1 G5:1 | A5:1.5 G5:0.5 E5:1 | D5:2 E5:0.75 r:0.25 |
   G5:1.5 E5:0.5 D5:1 | D5:2 B4:1 | D5:1 F5:1 A5:1 | C5:2 A4:0.75 r:0.25 |
   F5:1 E5:1 A4:1 | B4:1 A4:1 E4:1 | r:3 | E5:1.5 F#5:0.5 C#5:1 | B4:3`,
  12,
)
const drops = [
  ...parseMelody('r:2 E6:1 | r:1 B5:1 r:1 | r:2 C6:1 | r:1 E6:1 r:1', 0),
  ...parseMelody('r:2 E6:1 | r:2 A5:1 | r:3 | r:1 G5:1 C6:1', 36),
  ...parseMelody('E6:1 r:2 | r:1 D6:1 r:1 | r:2 A5:1 | C6:1 r:2', 60),
  ...parseMelody('r:1 E6:1 C#6:1 | r:4 B5:1 r:1 | E6:3', 78),
]

const manner = (dynamics: Manner['dynamics'], looseness = 0.008, legato = 1): Manner => ({
  time,
  dynamics,
  looseness,
  legato,
})
const arc: Manner['dynamics'] = [
  [0, 0.4],
  [12, 0.5],
  [36, 0.62],
  [58, 0.8],
  [70, 0.72],
  [78, 0.5],
  [end, 0.34],
]
const flowing = chords.filter((chord) => chord.beat < 84)

const parts: readonly Part[] = [
  {
    name: 'guitar',
    loudness: -23,
    room: -12,
    band: [90, 8000],
    play: playNotes(
      pluck(nylonGuitar),
      perform('guitar', arpeggio(flowing, voicings, 0.5, [0, 2, 3, 1, 2, 3], 2.5), manner(arc, 0.006)),
    ),
  },
  {
    name: 'harp',
    loudness: -21,
    room: -9,
    band: [160, 9000],
    echo: { seconds: (60 / 104) * 1.5, level: 0.22, feedback: 0.35 },
    play: playNotes(
      pluck(smallHarp),
      perform(
        'harp',
        phrased(melody),
        manner(
          [
            [12, 0.6],
            [36, 0.72],
            [60, 0.86],
            [84, 0.55],
          ],
          0.012,
          1.5,
        ),
      ),
    ),
  },
  {
    name: 'harp doubling',
    loudness: -28,
    room: -9,
    band: [160, 9000],
    play: playNotes(
      glass,
      perform(
        'harp doubling',
        phrased(melody.filter((note) => note.beat >= 36 && note.beat < 72)),
        manner(
          [
            [36, 0.4],
            [60, 0.7],
          ],
          0.014,
          1.2,
        ),
      ),
    ),
  },
  {
    name: 'guitar bass',
    loudness: -25,
    room: -16,
    band: [60, 3000],
    play: playNotes(
      pluck({ ...nylonGuitar, finger: 1200, ring: 5 }),
      perform(
        'guitar bass',
        bassLine(chords, 40, [
          [0, 3.2, 0, 1],
          [2, 1, 7, 0.5],
        ]),
        manner(arc, 0.006),
      ),
    ),
  },
  {
    name: 'drops',
    loudness: -30,
    room: -5,
    band: [400, 9000],
    echo: { seconds: (60 / 104) * 0.75, level: 0.5, feedback: 0.55 },
    play: playNotes(
      glass,
      perform(
        'drops',
        phrased(drops),
        manner(
          [
            [0, 0.55],
            [end, 0.45],
          ],
          0.015,
        ),
      ),
    ),
  },
  {
    name: 'haze',
    loudness: -29,
    room: -6,
    band: [150, 6000],
    play: playNotes(
      pad(hollowGlass),
      perform(
        'haze',
        sustained(chords, voicings),
        manner(
          [
            [0, 0.5],
            [36, 0.8],
            [66, 1],
            [end, 0.5],
          ],
          0.02,
          1.05,
        ),
      ),
    ),
  },
  {
    name: 'strings',
    loudness: -27,
    room: -8,
    band: [110, 5000],
    play: playNotes(
      pad(warmStrings),
      perform(
        'strings',
        sustained(
          chords.filter((chord) => chord.beat >= 36),
          voiceLead(
            chords.filter((chord) => chord.beat >= 36),
            { low: 50, high: 70, voices: 3 },
          ),
        ),
        manner(
          [
            [36, 0.4],
            [60, 0.9],
            [70, 1],
            [end, 0.5],
          ],
          0.02,
          1.05,
        ),
      ),
    ),
  },
  {
    name: 'sub',
    loudness: -27,
    room: -40,
    band: [34, 800],
    play: playNotes(
      subBass,
      perform(
        'sub',
        bassLine(
          chords.filter((chord) => chord.beat >= 12),
          33,
          [[0, 6, 0, 1]],
        ),
        manner(
          [
            [12, 0.5],
            [60, 0.9],
            [end, 0.45],
          ],
          0.004,
          0.97,
        ),
      ),
    ),
  },
  {
    name: 'kick',
    loudness: -31,
    room: -16,
    band: [35, 2000],
    play: playNotes(
      kick,
      perform(
        'kick',
        beats(36, 14, 3, [
          [0, 1],
          [2.5, 0.4],
        ]),
        manner(
          [
            [36, 0.5],
            [60, 0.8],
          ],
          0.004,
        ),
      ),
    ),
  },
  {
    name: 'rain',
    loudness: -37,
    room: -12,
    band: [2000, 9500],
    play: playNotes(
      shaker,
      perform(
        'rain',
        beats(24, 18, 3, [
          [0, 0.4],
          [0.5, 0.7],
          [1, 1],
          [1.5, 0.6],
          [2, 1],
          [2.5, 0.7],
        ]),
        manner(
          [
            [24, 0.25],
            [60, 0.85],
            [78, 0.3],
          ],
          0.009,
        ),
      ),
    ),
  },
  {
    name: 'brushes',
    loudness: -37,
    room: -12,
    band: [500, 6500],
    play: playNotes(
      brushSweep,
      perform(
        'brushes',
        beats(
          36,
          14,
          3,
          [
            [1, 0.8],
            [2, 1],
          ],
          1.1,
        ),
        manner(
          [
            [36, 0.4],
            [60, 0.8],
          ],
          0.01,
        ),
      ),
    ),
  },
  {
    name: 'cymbal',
    loudness: -39,
    room: -8,
    band: [900, 9000],
    play: playNotes(
      cymbalSwell,
      perform(
        'cymbal',
        [
          { beat: 33, length: 3, midi: 60, accent: 0.7 },
          { beat: 56, length: 4, midi: 60, accent: 1 },
        ],
        manner([[0, 0.8]], 0),
      ),
    ),
  },
]

export const glassWeather: Performance = {
  name: 'glass weather',
  rate,
  frames: framesOf(time.at(end) + 3.5, rate),
  splits: [],
  parts,
  room: { name: 'skylight', ring: 2.4, distance: 0.018 },
  mastering: { loudness: -16.2, fade: 2, air: -0.5 },
  lines: [],
  chords,
  melodies: [melody, drops],
}
