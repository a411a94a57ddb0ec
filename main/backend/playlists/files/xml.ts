import { unreadable } from './parts.ts'

/** A piece of an XML document. Attributes are left out: nothing here has any that count. */
export type XmlToken =
  | { readonly kind: 'open'; readonly name: string }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

const deepest = 64
const longestTag = 10_000
/** Longer text is nothing that we read (pictures, for example) and counts as none. */
const longestText = 100_000

const openTag =
  /<(?<name>[\p{L}_][\p{L}\p{N}_.:-]*)(?:\s+[\p{L}_][\p{L}\p{N}_.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(?<empty>\/?)>/uy
const closeTag = /<\/(?<name>[\p{L}_][\p{L}\p{N}_.:-]*)\s*>/uy
const reference = /&(?:#(?<decimal>\d{1,7})|#x(?<hex>[\da-f]{1,6})|(?<name>[a-z]+));|&/giu
const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/**
 * Reads XML of the kind that data is written in, strictly: every element is closed, nothing is declared. A document type
 * is refused as a whole, and with it every entity that could name files or grow without end. Throws
 * `playlist-file-unreadable`. Names come without their namespace's prefix.
 */
export function* readXml(text: string): Generator<XmlToken> {
  const open: string[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (at < text.length) {
    const next = text.indexOf('<', at)
    if (next !== at) {
      const end = next < 0 ? text.length : next
      yield { kind: 'text', text: end - at > longestText ? '' : decode(text.slice(at, end)) }
      at = end
    } else if (text.startsWith('<!--', at)) {
      at = after(text, '-->', at + 4)
    } else if (text.startsWith('<?', at)) {
      at = after(text, '?>', at + 2)
    } else if (text.startsWith('<![CDATA[', at)) {
      const end = after(text, ']]>', at + 9)
      yield { kind: 'text', text: text.slice(at + 9, end - 3) }
      at = end
    } else if (text.startsWith('</', at)) {
      const name = match(closeTag, text, at)?.['name']
      if (name === undefined || open.pop() !== name) throw unreadable()
      at = closeTag.lastIndex
      yield { kind: 'close', name: localName(name) }
    } else {
      // A tag ends before the next one begins; what follows is never looked through for its end.
      const following = text.indexOf('<', at + 1)
      const tag = match(openTag, text.slice(at, Math.min(following < 0 ? text.length : following, at + longestTag)), 0)
      const name = tag?.['name']
      if (name === undefined || open.length >= deepest) throw unreadable()
      at += openTag.lastIndex
      yield { kind: 'open', name: localName(name) }
      if (tag?.['empty'] === '/') yield { kind: 'close', name: localName(name) }
      else open.push(name)
    }
  }
  if (open.length > 0) throw unreadable()
}

function match(pattern: RegExp, text: string, at: number): Record<string, string | undefined> | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.groups
}

function after(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from)
  if (found < 0) throw unreadable()
  return found + end.length
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(reference, (_whole, decimal?: string, hex?: string, name?: string) => {
    const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : null
    const character = code === null ? entities.get(name ?? '') : characterOf(code)
    if (character === undefined) throw unreadable()
    return character
  })
}

function characterOf(code: number): string | undefined {
  return code > 0 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff) ? String.fromCodePoint(code) : undefined
}

/** Text as it may stand in an element: escaped, without the characters that XML 1.0 has no way to write. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
