/** Sung lines: words, sounds and notes written one under the other, and what each syllable becomes in time. */
import { soundingFrom, type SungSyllable } from '../instruments/articulation.ts'
import { parseSyllable } from '../instruments/phonemes.ts'
import { valueAt, type Curve } from '../sound/envelope.ts'
import { createRandom } from '../sound/random.ts'
import { parseMelody, type MelodyNote } from './notation.ts'
import type { Timeline } from './timeline.ts'

export interface WrittenLine {
  /** As it is read. A `-` inside a word parts its syllables: "har-bour". */
  readonly words: string
  /** ARPAbet, syllables parted by `|`. */
  readonly sounds: string
  /** As in notation.ts, one note per syllable. */
  readonly notes: string
  readonly firstBeat: number
  /** Beats per unit of length in `notes`. */
  readonly unit?: number
}

export interface TimedWord {
  readonly text: string
  /** Seconds. */
  readonly start: number
  readonly end: number
}

export interface TimedLine {
  readonly words: readonly TimedWord[]
  readonly start: number
  readonly end: number
}

export interface Song {
  readonly syllables: readonly SungSyllable[]
  readonly lines: readonly TimedLine[]
  readonly melody: readonly MelodyNote[]
}

export function createSong(name: string, written: readonly WrittenLine[], time: Timeline, dynamics: Curve): Song {
  const random = createRandom(`song ${name}`)
  const syllables: SungSyllable[] = []
  const lines: TimedLine[] = []
  const melody: MelodyNote[] = []
  for (const line of written) {
    const notes = parseMelody(line.notes, line.firstBeat, line.unit ?? 1)
    const sung = placeLine(line, notes, time, dynamics, () => random.normal() * 0.006)
    syllables.push(...sung)
    melody.push(...notes)
    lines.push(timeWords(line.words, sung))
  }
  return { syllables, lines, melody }
}

function placeLine(
  line: WrittenLine,
  notes: readonly MelodyNote[],
  time: Timeline,
  dynamics: Curve,
  looseness: () => number,
): SungSyllable[] {
  const sounds = line.sounds.split('|').map(parseSyllable)
  if (sounds.length !== notes.length) {
    throw new Error(`"${line.words}": ${sounds.length} syllables on ${notes.length} notes`)
  }
  return sounds.map((syllable, index) => {
    const note = notes[index] ?? { beat: line.firstBeat, length: 1, pitches: [60] }
    const following = notes[index + 1]
    const joined = following !== undefined && following.beat - note.beat - note.length < 0.01
    const late = looseness()
    const share = note.length / note.pitches.length
    // A phrase opens gently, and its last note is let go.
    const arch = 0.86 + 0.14 * Math.sin((Math.PI * (index + 0.7)) / sounds.length)
    return {
      syllable,
      pitches: note.pitches.map((midi, part): readonly [number, number] => [
        time.at(note.beat + part * share) + late,
        midi,
      ]),
      start: time.at(note.beat) + late,
      end: time.at(note.beat + note.length * (joined ? 1 : 0.94)),
      velocity: valueAt(dynamics, note.beat) * arch,
    }
  })
}

function timeWords(text: string, sung: readonly SungSyllable[]): TimedLine {
  let next = 0
  const words = text.split(' ').map((written) => {
    const parts = written.split('-')
    const first = sung[next]
    const last = sung[next + parts.length - 1]
    next += parts.length
    if (first === undefined || last === undefined) throw new Error(`"${text}": more syllables than notes`)
    return { text: parts.join(''), start: soundingFrom(first), end: last.end }
  })
  if (next !== sung.length) throw new Error(`"${text}": ${next} written syllables, ${sung.length} sung`)
  return { words, start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 }
}
