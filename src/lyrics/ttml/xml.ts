/** One piece of markup, in the order of the text. */
export type XmlEvent =
  | {
      readonly kind: 'open'
      readonly name: string
      readonly attributes: ReadonlyMap<string, string>
      readonly isEmpty: boolean
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

const noAttributes: ReadonlyMap<string, string> = new Map()

/**
 * Reads XML as it is found in lyrics, piece by piece and forgivingly: what is not closed ends with the text. Nothing outside the
 * text is ever asked for: a document type and the entities that it defines are passed over, and names lose their prefixes.
 */
export function* readXml(text: string): Generator<XmlEvent> {
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('<', at)
    if (open !== at) yield { kind: 'text', text: decoded(text.slice(at, open < 0 ? text.length : open)) }
    if (open < 0) return
    if (text.startsWith('<!--', open)) at = behind(text, '-->', open + 4)
    else if (text.startsWith('<![CDATA[', open)) {
      at = behind(text, ']]>', open + 9)
      yield { kind: 'text', text: text.slice(open + 9, text.startsWith(']]>', at - 3) ? at - 3 : at) }
    } else if (text.startsWith('<?', open)) at = behind(text, '?>', open + 2)
    else if (text.startsWith('<!', open)) at = behindDeclaration(text, open + 2)
    else {
      const end = endOfTag(text, open + 1)
      const event = readTag(text, open + 1, end)
      if (event !== null) yield event
      at = end + 1
    }
  }
}

function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? text.length : found + mark.length
}

/** A document type may hold declarations of its own in brackets. */
function behindDeclaration(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 91) depth += 1
    else if (code === 93) depth -= 1
    else if (code === 62 && depth <= 0) return at + 1
  }
  return text.length
}

/** Where the bracket is that closes a tag: not one in quotes. */
function endOfTag(text: string, from: number): number {
  let quote = 0
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 34 || code === 39) quote = code
    else if (code === 62) return at
  }
  return text.length
}

function readTag(text: string, from: number, end: number): XmlEvent | null {
  const isClosing = text.charCodeAt(from) === 47
  let at = isClosing ? from + 1 : from
  const nameFrom = at
  while (at < end && isNameSign(text.charCodeAt(at))) at += 1
  const name = localName(text.slice(nameFrom, at))
  if (name === '') return null
  if (isClosing) return { kind: 'close', name }
  const isEmpty = text.charCodeAt(end - 1) === 47
  return { kind: 'open', name, attributes: readAttributes(text, at, isEmpty ? end - 1 : end), isEmpty }
}

const mostAttributes = 50

function readAttributes(text: string, from: number, end: number): ReadonlyMap<string, string> {
  let found: Map<string, string> | null = null
  let at = from
  while (at < end) {
    if (!isNameSign(text.charCodeAt(at))) {
      at += 1
      continue
    }
    const nameFrom = at
    while (at < end && isNameSign(text.charCodeAt(at))) at += 1
    const name = localName(text.slice(nameFrom, at))
    while (at < end && text.charCodeAt(at) <= 32) at += 1
    if (text.charCodeAt(at) !== 61) continue
    at += 1
    while (at < end && text.charCodeAt(at) <= 32) at += 1
    const quote = text.charCodeAt(at)
    if (quote !== 34 && quote !== 39) continue
    const valueFrom = at + 1
    at = valueFrom
    while (at < end && text.charCodeAt(at) !== quote) at += 1
    found ??= new Map()
    if (found.size < mostAttributes) found.set(name, decoded(text.slice(valueFrom, at)))
    at += 1
  }
  return found ?? noAttributes
}

/** Letters, digits, and what else stands in names; all beyond ASCII. */
function isNameSign(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 45 && code <= 58 && code !== 47) ||
    code === 95 ||
    code > 127
  )
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1)
}

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00A0'],
])
const longestEntity = 10

/** Puts signs in the place of the entities that XML itself has; all others stay as they are. */
export function decoded(text: string): string {
  let at = text.indexOf('&')
  if (at < 0) return text
  let result = ''
  let from = 0
  while (at >= 0) {
    const end = text.slice(at + 1, at + 2 + longestEntity).indexOf(';')
    const sign = end < 0 ? undefined : signOf(text.slice(at + 1, at + 1 + end))
    if (sign !== undefined) {
      result += text.slice(from, at) + sign
      from = at + 2 + end
    }
    at = text.indexOf('&', at + 1)
  }
  return result + text.slice(from)
}

function signOf(name: string): string | undefined {
  if (!name.startsWith('#')) return entities.get(name)
  const isHexadecimal = name.charAt(1) === 'x' || name.charAt(1) === 'X'
  const digits = isHexadecimal ? name.slice(2) : name.slice(1)
  if (!(isHexadecimal ? /^[0-9a-f]+$/i : /^\d+$/).test(digits)) return undefined
  const point = Number.parseInt(digits, isHexadecimal ? 16 : 10)
  return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : undefined
}
