/** Chord symbols, and voicings that move as little as they can from one chord to the next. */
import { pitchClass } from '../sound/pitch.ts'

export interface Chord {
  readonly symbol: string
  /** Beats. */
  readonly beat: number
  readonly length: number
  /** Pitch classes 0–11; the root first. */
  readonly tones: readonly number[]
  /** Pitch class of the bass. */
  readonly bass: number
}

/** Semitones above the root. */
const qualities: Readonly<Record<string, readonly number[]>> = {
  '': [0, 4, 7],
  m: [0, 3, 7],
  add9: [0, 4, 7, 2],
  '6': [0, 4, 7, 9],
  '69': [0, 4, 7, 9, 2],
  m6: [0, 3, 7, 9],
  maj7: [0, 4, 7, 11],
  maj9: [0, 4, 7, 11, 2],
  'maj7#11': [0, 4, 7, 11, 6],
  m7: [0, 3, 7, 10],
  m9: [0, 3, 7, 10, 2],
  m11: [0, 3, 7, 10, 5],
  '7': [0, 4, 7, 10],
  '7b9': [0, 4, 7, 10, 1],
  '13': [0, 4, 10, 2, 9],
  sus4: [0, 5, 7],
  '7sus4': [0, 5, 7, 10],
  '9sus': [0, 5, 7, 10, 2],
  '13sus': [0, 5, 10, 2, 9],
}

/** Reads "Dadd9:4 | G/B:2 A9sus:2": symbols with their lengths in beats. */
export function parseChords(text: string, firstBeat: number): Chord[] {
  let beat = firstBeat
  return text
    .split(/[\s|]+/)
    .filter((part) => part !== '')
    .map((token) => {
      const [symbol = '', lengthText = ''] = token.split(':')
      const length = Number(lengthText)
      if (!(length > 0)) throw new Error(`A chord needs a length: ${token}`)
      const { tones, bass } = readSymbol(symbol)
      const start = beat
      beat += length
      return { symbol, tones, bass, beat: start, length }
    })
}

function readSymbol(symbol: string): { tones: number[]; bass: number } {
  const match = /^([A-G][#b]?)([^/]*)(?:\/([A-G][#b]?))?$/.exec(symbol)
  const intervals = qualities[match?.[2] ?? '?']
  if (match === null || intervals === undefined) throw new Error(`Not a chord: ${symbol}`)
  const root = pitchClass(match[1] ?? '')
  const tones = intervals.map((interval) => (root + interval) % 12)
  return { tones, bass: match[3] === undefined ? root : pitchClass(match[3]) }
}

/** The lowest MIDI number of the chord's bass at or above `floor`. */
export function bassNote(chord: Chord, floor: number): number {
  return floor + ((chord.bass - (floor % 12) + 12) % 12)
}

export interface VoicingRange {
  readonly low: number
  readonly high: number
  readonly voices: number
}

/** One voicing per chord, MIDI numbers rising; each is the smoothest continuation of the one before. */
export function voiceLead(chords: readonly Chord[], range: VoicingRange): number[][] {
  let previous: readonly number[] | undefined
  return chords.map((chord) => {
    const best = bestVoicing(chord, range, previous)
    previous = best
    return best
  })
}

function bestVoicing(chord: Chord, range: VoicingRange, previous: readonly number[] | undefined): number[] {
  let best: number[] = []
  let lowest = Number.POSITIVE_INFINITY
  for (const candidate of candidates(tonesFor(chord, range.voices), range)) {
    const cost = movement(candidate, previous, range) + roughness(candidate)
    if (cost < lowest) {
      lowest = cost
      best = candidate
    }
  }
  if (best.length === 0) throw new Error(`No voicing of ${chord.symbol} fits`)
  return best
}

/** With more tones than voices the root is left to the bass; then the fifth is left out, then the ninth. */
function tonesFor(chord: Chord, voices: number): readonly number[] {
  const root = chord.tones[0] ?? 0
  let tones = chord.tones
  for (const spare of [root, (root + 7) % 12, (root + 2) % 12]) {
    if (tones.length > voices) tones = tones.filter((tone) => tone !== spare)
  }
  return tones
}

/** Every way to put the tones into the range, at most an octave between neighbours. */
function candidates(tones: readonly number[], range: VoicingRange): number[][] {
  const found: number[][] = []
  const build = (chosen: readonly number[]): void => {
    if (chosen.length === range.voices) {
      if (tones.every((tone) => chosen.some((midi) => midi % 12 === tone))) found.push([...chosen])
      return
    }
    const last = chosen.at(-1)
    const from = last === undefined ? range.low : last + 1
    const to = last === undefined ? range.low + 14 : Math.min(range.high, last + 12)
    for (let midi = from; midi <= to; midi += 1) {
      if (tones.includes(midi % 12)) build([...chosen, midi])
    }
  }
  build([])
  return found
}

function movement(candidate: readonly number[], previous: readonly number[] | undefined, range: VoicingRange): number {
  if (previous === undefined) {
    const middle = (range.low + range.high) / 2
    const mean = candidate.reduce((sum, midi) => sum + midi, 0) / candidate.length
    return Math.abs(mean - middle)
  }
  return candidate.reduce((sum, midi, voice) => sum + Math.abs(midi - (previous[voice] ?? midi)), 0)
}

/** Semitones rub, seconds in the low register growl, a minor ninth against the top hurts. */
function roughness(candidate: readonly number[]): number {
  let cost = 0
  candidate.forEach((midi, voice) => {
    candidate.slice(voice + 1).forEach((upper) => {
      const interval = upper - midi
      if (interval === 1) cost += 6
      if (interval === 13) cost += 8
      if (interval === 2 && midi < 55) cost += 4
      if (interval < 7 && interval > 2 && midi < 48) cost += 3
    })
  })
  return cost
}
