import { describe, expect, it } from 'vitest'
import { boundsOf, tracks } from './album.ts'
import { lineLyrics, stamp, wordLyrics } from './files/lrc.ts'
import { piano } from './instruments/piano.ts'
import { loudnessOf } from './mix/loudness.ts'
import { parseChords, voiceLead } from './score/chords.ts'
import { clashes } from './score/harmony.ts'
import { lengthOfMelody, parseMelody } from './score/notation.ts'
import { timeline } from './score/timeline.ts'
import { createRandom } from './sound/random.ts'
import type { Stereo } from './sound/stereo.ts'

const performances = [...new Set(tracks.map((track) => track.performance))]
const stamps = (text: string): number[] =>
  [...text.matchAll(/[[<](\d\d):(\d\d\.\d\d)[\]>]/g)].map((match) => Number(match[1]) * 60 + Number(match[2]))

describe('the pieces', () => {
  it('last between half a minute and a minute and a half', () => {
    for (const track of tracks) {
      const { from, to } = boundsOf(track)
      const seconds = (to - from) / track.performance.rate
      expect(seconds).toBeGreaterThan(30)
      expect(seconds).toBeLessThan(90)
    }
  })

  it('cut the first performance into two that leave no frame out', () => {
    const [first, second] = tracks.slice(0, 2).map(boundsOf)
    expect(first?.to).toBe(second?.from)
  })

  it.each(performances)('$name has no long note a semitone above its chord', ({ melodies, chords }) => {
    for (const melody of melodies) expect(clashes(melody, chords)).toEqual([])
  })

  it('move every voice by a small step on average', () => {
    for (const { chords } of performances) {
      const voicings = voiceLead(chords, { low: 50, high: 76, voices: 4 })
      const steps = voicings
        .slice(1)
        .flatMap((voicing, index) => voicing.map((midi, voice) => Math.abs(midi - (voicings[index]?.[voice] ?? midi))))
      expect(steps.reduce((sum, step) => sum + step, 0) / steps.length).toBeLessThan(2.5)
    }
  })
})

describe('lyrics', () => {
  const sung = tracks.filter((track) => track.lyrics !== 'none')

  it.each(sung)('$title: stamps rise and stay inside the piece', (track) => {
    const { from, to } = boundsOf(track)
    const length = (to - from) / track.performance.rate
    const header = { title: track.title, artist: '', album: '', length }
    const write = track.lyrics === 'words' ? wordLyrics : lineLyrics
    const body = write(header, track.performance.lines).split('\n').slice(4)
    const times = body.flatMap((row) => stamps(row))
    expect(times.length).toBeGreaterThan(4)
    expect(times).toEqual(times.toSorted((one, other) => one - other))
    expect(times.at(-1)).toBeLessThan(length)
  })

  it('leaves the instrumentals without words', () => {
    const silent = tracks.filter(({ lyrics, piece }) => lyrics === 'none' && piece === 0)
    expect(silent.flatMap(({ performance }) => performance.lines)).toEqual([])
  })

  it('rounds stamps to hundredths and carries into the minute', () => {
    expect(stamp(59.996)).toBe('01:00.00')
    expect(stamp(7.004)).toBe('00:07.00')
  })
})

describe('notation', () => {
  it('counts rests and slurs', () => {
    const notes = parseMelody('A4:1 r:0.5 | C5~B4:1.5', 4)
    expect(notes).toEqual([
      { beat: 4, length: 1, pitches: [69] },
      { beat: 5.5, length: 1.5, pitches: [72, 71] },
    ])
    expect(lengthOfMelody('A4:1 r:0.5 | C5~B4:1.5')).toBe(3)
  })

  it('refuses what it cannot read', () => {
    expect(() => parseMelody('H4:1', 0)).toThrow('Not a pitch')
    expect(() => parseChords('Cfoo:4', 0)).toThrow('Not a chord')
  })

  it('keeps a tempo ramp between its two tempos', () => {
    const time = timeline(
      [
        { beat: 0, tempo: 60, ramp: true },
        { beat: 4, tempo: 120 },
      ],
      { leadIn: 0, swing: 0.5 },
    )
    expect(time.at(4)).toBeCloseTo(4 * Math.LN2, 9)
    expect(time.at(6)).toBeCloseTo(4 * Math.LN2 + 1, 9)
  })
})

describe('sound', () => {
  const note = { start: 0, duration: 0.3, midi: 62, velocity: 0.6 }
  const sound = (seed: string): Stereo => piano({ brightness: 0.2 })(note, { rate: 44100, random: createRandom(seed) })

  it('is the same from the same seed, and not from another', () => {
    expect(sound('one')).toEqual(sound('one'))
    expect(sound('one')).not.toEqual(sound('two'))
  })

  it('measures a full-scale 997 Hz sine in one channel as -3.01 LUFS', () => {
    const left = Float32Array.from({ length: 96000 }, (_, frame) => Math.sin((2 * Math.PI * 997 * frame) / 48000))
    expect(loudnessOf({ left, right: new Float32Array(96000) }, 48000)).toBeCloseTo(-3.01, 1)
  })
})
