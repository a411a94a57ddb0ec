/** The performance of the first two pieces: who plays what, how loud and where. */
import { subBass } from '../instruments/bass.ts'
import { brushTap, cymbalSwell, kick, shaker, shore } from '../instruments/drums.ts'
import { electricPiano } from '../instruments/electric-piano.ts'
import { glass } from '../instruments/glass.ts'
import { distantChoir, pad, warmStrings } from '../instruments/pad.ts'
import { piano } from '../instruments/piano.ts'
import { pluck, smallHarp } from '../instruments/pluck.ts'
import { playNotes, type Part } from '../mix/part.ts'
import { voiceLead } from '../score/chords.ts'
import { arpeggio, bassLine, beats, sustained } from '../score/patterns.ts'
import { perform, phrased, type Manner, type Written } from '../score/performer.ts'
import type { Performance } from '../score/performance.ts'
import { framesOf, sungBy } from './shared.ts'
import { end, firstChords, glassMelody, joint, lead, secondChords, song, time } from './tides-score.ts'

const rate = 44100
const chords = [...firstChords, ...secondChords]
const padVoicings = voiceLead(chords, { low: 50, high: 74, voices: 4 })
const pianoVoicings = voiceLead(chords, { low: 54, high: 78, voices: 4 })
const jointSeconds = time.at(joint)
const lastSeconds = time.at(end) + 4.5

const manner = (dynamics: Manner['dynamics'], looseness = 0.006, legato = 1): Manner => ({
  time,
  dynamics,
  looseness,
  legato,
})

/** Triplets up to the joint, pairs after it; the last bars slow into single tones. */
const running: Written[] = [
  ...arpeggio(firstChords, pianoVoicings, 1 / 3, [0, 2, 3, 4, 3, 2, 1, 2, 3, 4, 3, 2], 2),
  ...arpeggio(secondChords, pianoVoicings.slice(firstChords.length), 0.5, [0, 2, 3, 4, 3, 2, 1, 2], 3).filter(
    (note) => note.beat < end - 2,
  ),
]

const lift = secondChords.filter((chord) => chord.beat >= 80 && chord.beat < 112)
const harpNotes = arpeggio(lift, voiceLead(lift, { low: 62, high: 86, voices: 4 }), 0.5, [3, 2, 4, 1, 3, 2, 4, 5], 1.5)
const lateFirst = firstChords.filter((chord) => chord.beat >= 24)

const parts: readonly Part[] = [
  {
    name: 'running piano',
    loudness: -24,
    room: -11,
    band: [60, 9000],
    play: playNotes(
      piano({ brightness: 0.15 }),
      perform(
        'running piano',
        running,
        manner(
          [
            [0, 0.36],
            [8, 0.4],
            [30, 0.5],
            [joint, 0.56],
            [80, 0.62],
            [104, 0.66],
            [112, 0.5],
            [end, 0.26],
          ],
          0.005,
        ),
      ),
    ),
  },
  {
    name: 'piano bass',
    loudness: -26,
    room: -14,
    band: [40, 4000],
    play: playNotes(
      piano({ brightness: 0 }),
      perform(
        'piano bass',
        bassLine(chords, 38, [
          [0, 8, 0, 1],
          [2, 2, 12, 0.6],
        ]),
        manner([
          [0, 0.5],
          [joint, 0.62],
          [104, 0.68],
          [end, 0.45],
        ]),
      ),
    ),
  },
  {
    name: 'strings',
    loudness: -26,
    room: -8,
    band: [120, 6000],
    play: playNotes(
      pad(warmStrings),
      perform(
        'strings',
        sustained(chords, padVoicings),
        manner(
          [
            [0, 0.4],
            [24, 0.6],
            [joint, 0.75],
            [80, 0.9],
            [108, 1],
            [end, 0.5],
          ],
          0.02,
          1.03,
        ),
      ),
    ),
  },
  { name: 'voice', loudness: -20.5, room: -8, band: [140, 9500], play: sungBy(song) },
  {
    name: 'choir',
    loudness: -30,
    room: -6,
    band: [200, 6000],
    play: playNotes(
      pad(distantChoir),
      perform(
        'choir',
        [
          ...sustained(lateFirst, voiceLead(lateFirst, { low: 57, high: 76, voices: 3 })),
          ...sustained(lift, voiceLead(lift, { low: 60, high: 79, voices: 3 })),
        ],
        manner(
          [
            [24, 0.3],
            [40, 0.55],
            [80, 0.7],
            [104, 1],
            [112, 0.6],
          ],
          0.02,
        ),
      ),
    ),
  },
  {
    name: 'glass',
    loudness: -29,
    room: -7,
    band: [300, 9000],
    echo: { seconds: (60 / 66 / 3) * 2, level: 0.42, feedback: 0.4 },
    play: playNotes(
      glass,
      perform(
        'glass',
        phrased(glassMelody),
        manner(
          [
            [0, 0.5],
            [end, 0.5],
          ],
          0.012,
          1.2,
        ),
      ),
    ),
  },
  {
    name: 'lead',
    loudness: -21,
    room: -11,
    band: [120, 8000],
    echo: { seconds: (60 / 99) * 1.5, level: 0.2, feedback: 0.35 },
    play: playNotes(
      electricPiano,
      perform(
        'lead',
        phrased(lead),
        manner(
          [
            [joint, 0.5],
            [78, 0.62],
            [80, 0.72],
            [106, 0.84],
            [120, 0.45],
          ],
          0.01,
          1.02,
        ),
      ),
    ),
  },
  {
    name: 'harp',
    loudness: -28,
    room: -9,
    band: [180, 8500],
    play: playNotes(
      pluck(smallHarp),
      perform(
        'harp',
        harpNotes,
        manner([
          [80, 0.45],
          [104, 0.7],
          [112, 0.55],
        ]),
      ),
    ),
  },
  {
    name: 'sub',
    loudness: -26,
    room: -40,
    band: [34, 900],
    play: playNotes(
      subBass,
      perform(
        'sub',
        [
          ...bassLine(lateFirst, 33, [[0, 4, 0, 0.85]]),
          ...bassLine(
            secondChords.filter((chord) => chord.beat < 112),
            33,
            [
              [0, 2.2, 0, 1],
              [2.5, 1.4, 0, 0.85],
            ],
          ),
          ...bassLine(
            secondChords.filter((chord) => chord.beat >= 112),
            33,
            [[0, 8, 0, 0.8]],
          ),
        ],
        manner(
          [
            [24, 0.5],
            [joint, 0.75],
            [104, 0.9],
            [end, 0.5],
          ],
          0.004,
          0.96,
        ),
      ),
    ),
  },
  {
    name: 'kick',
    loudness: -28,
    room: -20,
    band: [35, 3000],
    play: playNotes(
      kick,
      perform(
        'kick',
        beats(joint + 4, 15, 4, [
          [0, 1],
          [2.5, 0.75],
        ]),
        manner(
          [
            [joint, 0.5],
            [64, 0.7],
            [108, 0.85],
          ],
          0.003,
        ),
      ),
    ),
  },
  {
    name: 'brushes',
    loudness: -33,
    room: -12,
    band: [140, 7500],
    play: playNotes(
      brushTap,
      perform(
        'brushes',
        [
          ...beats(64, 12, 4, [
            [1, 0.85],
            [3, 1],
          ]),
          ...beats(80, 8, 4, [
            [1.75, 0.3],
            [3.5, 0.35],
          ]),
        ],
        manner(
          [
            [64, 0.4],
            [80, 0.7],
            [108, 0.8],
          ],
          0.005,
        ),
      ),
    ),
  },
  {
    name: 'shaker',
    loudness: -38,
    room: -14,
    band: [2500, 9500],
    play: playNotes(
      shaker,
      perform(
        'shaker',
        beats(56, 14, 4, [
          [0, 0.6],
          [0.5, 0.9],
          [1, 0.5],
          [1.5, 1],
          [2, 0.6],
          [2.5, 0.9],
          [3, 0.5],
          [3.5, 1],
        ]),
        manner(
          [
            [56, 0.3],
            [80, 0.8],
            [110, 0.6],
          ],
          0.006,
        ),
      ),
    ),
  },
  {
    name: 'cymbal',
    loudness: -38,
    room: -8,
    band: [900, 9000],
    play: playNotes(
      cymbalSwell,
      perform(
        'cymbal',
        [
          { beat: 45, length: 3, midi: 60, accent: 0.6 },
          { beat: 75.5, length: 4.5, midi: 60, accent: 1 },
          { beat: 107.5, length: 4.5, midi: 60, accent: 0.8 },
        ],
        manner([[0, 0.8]], 0),
      ),
    ),
  },
  {
    name: 'shore',
    loudness: -41,
    room: -10,
    band: [150, 4000],
    play: playNotes(
      shore,
      [0, 6.5, 13.4, 20.6, 27.5, 34].map((start, index) => ({
        start,
        duration: 8.5,
        midi: 60,
        velocity: 1 - index * 0.12,
      })),
    ),
  },
]

export const tides: Performance = {
  name: 'tides',
  rate,
  frames: framesOf(lastSeconds, rate),
  // A little before the beat, so that the attack of the downbeat belongs to the second piece.
  splits: [framesOf(jointSeconds - 0.02, rate)],
  parts,
  room: { name: 'tides', ring: 3.2, distance: 0.024 },
  mastering: { loudness: -16, fade: 2.2, air: -0.5 },
  lines: song.lines,
  chords,
  melodies: [song.melody, glassMelody, lead],
}
