import { trimmed, withoutStart } from '../characters.ts'
import type { DraftLine } from './draft.ts'

/** The marks of Walaoke, before the text of a line. */
const voices: ReadonlyMap<string, string> = new Map([
  ['F:', 'female'],
  ['M:', 'male'],
  ['D:', 'duet'],
])
const markLength = 2

/** Takes the mark of a voice off a line that has one. */
export function takeVoice(line: DraftLine): void {
  const voice = voices.get(line.text.slice(0, markLength))
  const [first] = line.words
  if (voice === undefined || (first !== undefined && first.text.length < markLength)) return
  line.voice = voice
  line.text = trimmed(line.text, markLength, line.text.length)
  if (first === undefined) return
  first.text = withoutStart(first.text, markLength)
  // The mark had a stamp of its own.
  if (first.text !== '') return
  line.words.shift()
  const [next] = line.words
  if (next !== undefined) next.text = withoutStart(next.text, 0)
}
