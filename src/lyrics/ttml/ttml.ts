import {
  type Lyrics,
  type LyricsLine,
  type LyricsRole,
  type LyricsSkipped,
  type LyricsWord,
  longestTimeMs,
} from '../document.ts'
import { noFacts } from '../facts.ts'
import { finished } from '../finished.ts'
import { readTtmlTime, type TtmlRates } from './time.ts'
import { readXml } from './xml.ts'

/** A paragraph, or a part of one with a role of its own, while it is read. */
interface Part {
  readonly role: LyricsRole
  readonly language: string | null
  readonly begin: number | null
  readonly end: number | null
  text: string
  readonly words: { startMs: number; endMs: number; text: string }[]
}

const roles: ReadonlyMap<string, LyricsRole> = new Map([
  ['x-bg', 'background'],
  ['x-translation', 'translation'],
  ['x-roman', 'romanisation'],
])

/**
 * Reads TTML as it is made for lyrics: a paragraph for each line, spans with times for words, spans with roles for what is sung
 * behind it, translations and romanisations, agents for voices. Times count from the beginning of the track, as such files mean
 * them.
 */
export function parseTtml(text: string, lengthMs: number | null, skipped: LyricsSkipped): Lyrics {
  let rates: TtmlRates = { frames: 30, ticks: 1 }
  let language: string | null = null
  let title = ''
  let isTitle = false
  let voice: string | null = null
  let malformed = 0
  const lines: LyricsLine[] = []
  const plain: string[] = []
  /** The paragraph and the parts in it, the innermost last; and for each open span whether it is a part or a word. */
  let parts: Part[] = []
  const spans: ('part' | 'word' | 'plain')[] = []
  let done: Part[] = []

  function partOf(attributes: ReadonlyMap<string, string>, role: LyricsRole): Part {
    return {
      role,
      language: attributes.get('lang') ?? (role === 'main' || role === 'background' ? language : null),
      begin: readTtmlTime(attributes.get('begin'), rates),
      end: readTtmlTime(attributes.get('end'), rates),
      text: '',
      words: [],
    }
  }

  function endParagraph(): void {
    const [main] = parts
    if (main === undefined) return
    done.unshift(main)
    // Parts that were not closed.
    done.push(...parts.slice(1))
    const startMs = main.begin ?? main.words[0]?.startMs ?? null
    for (const part of done) {
      const words = tidied(part.words, part.role)
      const line = words.length > 0 ? words.map((word) => word.text).join('') : sung(collapsed(part.text), part.role)
      if (line === '') continue
      const begin = part.begin ?? words[0]?.startMs ?? startMs
      if (begin === null) {
        plain.push(line)
        continue
      }
      const end = part.end ?? words.at(-1)?.endMs ?? main.end ?? begin
      lines.push({
        startMs: begin,
        endMs: Math.max(begin, end),
        text: line,
        words,
        voice,
        role: part.role,
        language: part.language,
      })
    }
    parts = []
    done = []
    spans.length = 0
  }

  function openSpan(attributes: ReadonlyMap<string, string>): void {
    const role = roles.get(attributes.get('role') ?? '')
    if (role !== undefined) {
      parts.push(partOf(attributes, role))
      spans.push('part')
      return
    }
    const begin = readTtmlTime(attributes.get('begin'), rates)
    const end = readTtmlTime(attributes.get('end'), rates)
    if (begin === null) {
      if (attributes.has('begin')) malformed += 1
      spans.push('plain')
      return
    }
    parts.at(-1)?.words.push({ startMs: begin, endMs: Math.max(begin, end ?? begin), text: '' })
    spans.push('word')
  }

  function say(said: string): void {
    if (isTitle) title += said
    const part = parts.at(-1)
    if (part === undefined) return
    part.text += said
    const word = part.words.at(-1)
    if (word !== undefined) word.text += said
  }

  for (const event of readXml(text)) {
    if (event.kind === 'text') say(event.text)
    else if (event.kind === 'open') {
      const { name, attributes, isEmpty } = event
      if (name === 'tt') {
        language = attributes.get('lang') ?? null
        rates = { frames: positive(attributes.get('frameRate'), 30), ticks: positive(attributes.get('tickRate'), 1) }
      } else if (name === 'title') isTitle = !isEmpty
      else if (name === 'p') {
        endParagraph()
        voice = attributes.get('agent') ?? null
        if (!isEmpty) parts = [partOf(attributes, 'main')]
      } else if (name === 'span' && parts.length > 0 && !isEmpty) openSpan(attributes)
      else if (name === 'br') say(' ')
    } else if (event.name === 'p') endParagraph()
    else if (event.name === 'title') isTitle = false
    else if (event.name === 'span' && spans.pop() === 'part') {
      const part = parts.pop()
      if (part !== undefined) done.push(part)
    }
  }
  endParagraph()
  const facts = { ...noFacts, title: collapsed(title) || null, language }
  return finished({ format: 'ttml', lines, plain, facts, lengthMs, skipped: { ...skipped, malformed } })
}

function positive(text: string | undefined, otherwise: number): number {
  const value = Number(text)
  return value > 0 && value <= longestTimeMs ? value : otherwise
}

/** Words without those that say nothing, in order, without spaces around the line and with one between words. */
function tidied(words: readonly LyricsWord[], role: LyricsRole): readonly LyricsWord[] {
  const kept: { startMs: number; endMs: number; text: string }[] = []
  let isSpaced = true
  const space = (): void => {
    const last = kept.at(-1)
    if (last !== undefined && !isSpaced) last.text += ' '
    isSpaced = true
  }
  for (const { startMs, endMs, text } of words) {
    const said = collapsed(text)
    if (said === '' ? text !== '' : /^\s/.test(text)) space()
    if (said === '') continue
    const last = kept.at(-1)
    // One that runs backwards is sung with the one before.
    if (last !== undefined && startMs < last.startMs) last.text += said
    else kept.push({ startMs, endMs, text: said })
    isSpaced = false
    if (/\s$/.test(text.slice(-1))) space()
  }
  const [first, last] = [kept[0], kept.at(-1)]
  if (first === undefined || last === undefined) return kept
  last.text = last.text.trimEnd()
  if (role === 'background' && isOpening(first.text) && isClosing(last.text)) {
    first.text = first.text.slice(1)
    last.text = last.text.slice(0, -1)
  }
  return kept.filter(({ text }) => text !== '')
}

/** Runs of white space are one space, and none at the ends. */
function collapsed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

const isOpening = (text: string): boolean => text.startsWith('(') || text.startsWith('（')
const isClosing = (text: string): boolean => text.endsWith(')') || text.endsWith('）')

/** What is sung in the background often stands in parentheses besides. */
function sung(text: string, role: LyricsRole): string {
  return role === 'background' && isOpening(text) && isClosing(text) ? text.slice(1, -1).trim() : text
}
