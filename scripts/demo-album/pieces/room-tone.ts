/** "Room Tone, 2 a.m.": a felt piano alone, then not quite alone. D flat, free in time around 56 beats a minute. */
import { subBass } from '../instruments/bass.ts'
import { hollowGlass, pad, warmStrings } from '../instruments/pad.ts'
import { piano } from '../instruments/piano.ts'
import { playNotes, type Part } from '../mix/part.ts'
import { bassNote, parseChords, voiceLead, type Chord } from '../score/chords.ts'
import { parseMelody } from '../score/notation.ts'
import { bassLine, sustained } from '../score/patterns.ts'
import { perform, phrased, type Manner, type Written } from '../score/performer.ts'
import type { Performance } from '../score/performance.ts'
import { timeline, type TempoMark } from '../score/timeline.ts'
import { framesOf } from './shared.ts'

const rate = 44100
const end = 52

/** Every four bars breathe: forward to the middle of the phrase, back at its end. */
const rubato: readonly TempoMark[] = [0, 16, 32].flatMap((first): TempoMark[] => [
  { beat: first, tempo: 54, ramp: true },
  { beat: first + 8, tempo: 66, ramp: true },
  { beat: first + 14, tempo: 60, ramp: true },
  { beat: first + 15.5, tempo: 46, ramp: true },
])
const time = timeline([...rubato, { beat: 48, tempo: 48 }], { leadIn: 0.12, swing: 0.5 })

const chords = parseChords(
  `Dbadd9:4 | Bbm9:4 | Gbmaj9:4 | Ab9sus:4 |
   Fm7:4 | Bbm9:4 | Ebm9:4 | Ab9sus:4 |
   Gbmaj9:4 | Gbm6:4 | Dbadd9:4 | Dbmaj9:4 | Dbadd9:4`,
  0,
)

/** The motif in its last dress: Ab Bb F Eb. */
const melody = parseMelody(
  `r:1 Ab4:1 Bb4:1 F4:1 | r:1 F4:1 C5:1 Ab4:1 | Bb4:1.5 Ab4:0.5 F4:2 | Eb4:2 r:1 Ab4:1 |
   C5:1.5 Bb4:0.5 Ab4:1 Eb5:1 | Db5:1.5 C5:0.5 F4:2 | Gb4:1 Bb4:1 F5:1.5 Eb5:0.5 | Db5:1 Bb4:1 Eb5:1.5 r:0.5 |
   F5:1.5 Db5:0.5 Bb4:1 Ab4:1 | A4:2 Gb4:1 Eb4:1 | r:1 Ab4:1 Bb4:1 F4:1 | Eb4:3 r:1 | Ab5:4`,
  0,
)

/** Root, fifth, tenth and back in quavers; the last bars only their first tones. */
function leftHand(chord: Chord, voicing: readonly number[]): Written[] {
  const root = bassNote(chord, 34)
  const [low = root + 12, middle = root + 16, high = root + 19] = voicing
  const tones = [root, root + 7, low, middle, high, middle, low, root + 7]
  const count = chord.beat < 40 ? 8 : chord.beat < 44 ? 5 : 3
  // Minor sixth on the borrowed fourth has no perfect place for a plain fifth an octave up; the voicing fills in.
  return tones.slice(0, count).map((midi, index) => ({
    beat: chord.beat + index / 2,
    length: 4 - index / 2 + 0.25,
    midi,
    accent: index === 0 ? 1.1 : 0.74,
  }))
}
const handVoicings = voiceLead(chords, { low: 49, high: 66, voices: 3 })
const leftNotes = chords.flatMap((chord, index) => leftHand(chord, handVoicings[index] ?? []))

const manner = (dynamics: Manner['dynamics'], looseness = 0.013, legato = 1): Manner => ({
  time,
  dynamics,
  looseness,
  legato,
})
const arc: Manner['dynamics'] = [
  [0, 0.4],
  [16, 0.48],
  [27, 0.66],
  [33, 0.62],
  [40, 0.4],
  [end, 0.26],
]
const felt = piano({ brightness: 0.4 })

const parts: readonly Part[] = [
  {
    name: 'right hand',
    loudness: -20,
    room: -11,
    band: [80, 9000],
    play: playNotes(
      felt,
      perform(
        'right hand',
        phrased(melody),
        manner(
          arc.map(([beat, level]) => [beat, level * 1.3]),
          0.012,
          1.35,
        ),
      ),
    ),
  },
  {
    name: 'left hand',
    loudness: -23,
    room: -12,
    band: [40, 6000],
    play: playNotes(felt, perform('left hand', leftNotes, manner(arc))),
  },
  {
    name: 'strings',
    loudness: -29,
    room: -7,
    band: [110, 4000],
    play: playNotes(
      pad(warmStrings),
      perform(
        'strings',
        sustained(chords.slice(4), voiceLead(chords.slice(4), { low: 53, high: 74, voices: 4 })),
        manner(
          [
            [16, 0.3],
            [28, 0.9],
            [36, 1],
            [end, 0.4],
          ],
          0.03,
          1.05,
        ),
      ),
    ),
  },
  {
    name: 'air',
    loudness: -34,
    room: -5,
    band: [250, 6000],
    play: playNotes(
      pad(hollowGlass),
      perform(
        'air',
        sustained(chords, voiceLead(chords, { low: 65, high: 85, voices: 3 })),
        manner(
          [
            [0, 0.5],
            [30, 0.9],
            [end, 0.5],
          ],
          0.03,
          1.05,
        ),
      ),
    ),
  },
  {
    name: 'sub',
    loudness: -29,
    room: -40,
    band: [34, 500],
    play: playNotes(
      subBass,
      perform(
        'sub',
        bassLine(chords.slice(4), 29, [[0, 4, 0, 1]]),
        manner(
          [
            [16, 0.4],
            [32, 0.9],
            [end, 0.4],
          ],
          0.004,
          0.99,
        ),
      ),
    ),
  },
]

export const roomTone: Performance = {
  name: 'room tone',
  rate,
  frames: framesOf(time.at(end) + 4, rate),
  splits: [],
  parts,
  room: { name: 'small hours', ring: 2.6, distance: 0.02 },
  mastering: { loudness: -17, fade: 2.6, air: -0.5 },
  lines: [],
  chords,
  melodies: [melody],
}
