import { formsOf, isAscii, isUnspaced } from '../normalise/index.ts'
import type { VersionTag } from './tags.ts'
import { versionWords } from './words/index.ts'

/** What a phrase counts for, by where it stands in a segment. */
export interface Phrase {
  readonly words: readonly string[]
  readonly tag: VersionTag
  readonly begins: boolean
  readonly ends: boolean
  readonly holds: boolean
}

/** Words of a segment as phrases are looked up: a character each where a script puts no spaces between words. */
export function segmentWords(folded: string): string[] {
  if (folded === '') return []
  const words = folded.split(' ')
  if (isAscii(folded)) return words
  return words.flatMap((word) => {
    if (isAscii(word)) return [word]
    const parts: string[] = []
    let spaced = ''
    for (const letter of word) {
      if (!isUnspaced(letter)) {
        spaced += letter
        continue
      }
      if (spaced !== '') parts.push(spaced)
      spaced = ''
      parts.push(letter)
    }
    if (spaced !== '') parts.push(spaced)
    return parts
  })
}

/** By their first word, the longest first. */
const phrases = new Map<string, Phrase[]>()

/** Places in which a phrase counts are put together from all entries that name it; of two tags the first one stays. */
function collect(): void {
  const known = new Map<string, { words: string[]; tag: VersionTag; begins: boolean; ends: boolean; holds: boolean }>()
  for (const { tag, ...places } of versionWords) {
    for (const place of ['holds', 'begins', 'ends', 'is'] as const) {
      for (const written of places[place]?.split(',') ?? []) {
        const { folded } = formsOf(written)
        const words = segmentWords(folded)
        if (words.length === 0) continue
        const phrase = known.get(folded) ?? { words, tag, begins: false, ends: false, holds: false }
        if (place !== 'is' && phrase.tag === tag) phrase[place] = true
        known.set(folded, phrase)
      }
    }
  }
  for (const phrase of known.values()) {
    const [first = ''] = phrase.words
    phrases.set(first, [...(phrases.get(first) ?? []), phrase])
  }
  for (const list of phrases.values()) list.sort((one, other) => other.words.length - one.words.length)
}

collect()

/** The longest phrase that begins at a word. */
export function phraseAt(words: readonly string[], at: number): Phrase | undefined {
  return phrases.get(words[at] ?? '')?.find((phrase) => phrase.words.every((word, index) => words[at + index] === word))
}
