/** HLS playlists (RFC 8216), as far as a finished recording needs them. Pure. */

/** Part of a resource, in bytes. */
export interface ByteRange {
  readonly start: number
  readonly length: number
}

export interface SegmentKey {
  readonly url: string
  /** Sixteen bytes. */
  readonly iv: Uint8Array
}

export interface Segment {
  readonly url: string
  readonly range: ByteRange | null
  readonly key: SegmentKey | null
  /** What must come before the first segment that names it: the head of fragmented MP4. */
  readonly map: { readonly url: string; readonly range: ByteRange | null } | null
}

/** One form of the recording. */
export interface Variant {
  readonly url: string
  /** Bits per second. */
  readonly bitRate: number
  readonly hasPicture: boolean
}

export type Playlist =
  | { readonly kind: 'variants'; readonly variants: readonly Variant[] }
  | { readonly kind: 'segments'; readonly segments: readonly Segment[] }
  /** Live, encrypted in a way that is not for us, or no playlist at all. */
  | { readonly kind: 'unusable' }

const unusable: Playlist = { kind: 'unusable' }
/** Segments at most: ten hours of two seconds each. */
const segmentsLimit = 20_000

/** Reads a playlist that was had from `address`. */
export function readPlaylist(text: string, address: string): Playlist {
  const lines = text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .map((line) => line.trim())
  if (lines[0] !== '#EXTM3U') return unusable
  if (lines.some((line) => line.startsWith('#EXT-X-STREAM-INF'))) return readVariants(lines, address)
  return readSegments(lines, address)
}

/** The best variant that the line carries, sound alone before sound with a picture; the smallest where none fits. */
export function pickVariant(variants: readonly Variant[], allowedBitRate: number, wantsLeast: boolean): Variant | null {
  const heard = variants.filter(({ hasPicture }) => !hasPicture)
  const sorted = [...(heard.length > 0 ? heard : variants)].sort((one, other) => one.bitRate - other.bitRate)
  const fitting = sorted.filter(({ bitRate }) => bitRate <= allowedBitRate)
  return (wantsLeast ? sorted[0] : (fitting.at(-1) ?? sorted[0])) ?? null
}

function readVariants(lines: readonly string[], address: string): Playlist {
  const variants: Variant[] = []
  const audioGroups = new Map<string, string>()
  for (const line of lines) {
    if (!line.startsWith('#EXT-X-MEDIA:')) continue
    const facts = attributesOf(line)
    const url = absolute(facts.get('URI'), address)
    const group = facts.get('GROUP-ID')
    if (facts.get('TYPE') === 'AUDIO' && url !== null && group !== undefined && !audioGroups.has(group))
      audioGroups.set(group, url)
  }
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith('#EXT-X-STREAM-INF')) continue
    const facts = attributesOf(line)
    const uri = lines.slice(index + 1).find((next) => next !== '' && !next.startsWith('#'))
    // Sound of its own beside the picture is what is wanted.
    const sound = audioGroups.get(facts.get('AUDIO') ?? '')
    const url = sound ?? absolute(uri, address)
    const bitRate = Number(facts.get('AVERAGE-BANDWIDTH') ?? facts.get('BANDWIDTH') ?? 0)
    const hasPicture =
      sound === undefined && (facts.has('RESOLUTION') || /avc|hvc|hev|vp0?9|av01/iu.test(facts.get('CODECS') ?? ''))
    if (url !== null) variants.push({ url, bitRate: Number.isFinite(bitRate) ? bitRate : 0, hasPicture })
  }
  return variants.length === 0 ? unusable : { kind: 'variants', variants }
}

function readSegments(lines: readonly string[], address: string): Playlist {
  const segments: Segment[] = []
  let sequence = 0
  let isFinished = false
  let map: Segment['map'] = null
  let key: { readonly url: string; readonly iv: Uint8Array | null } | null = null
  let range: ByteRange | null = null
  for (const line of lines) {
    if (line.startsWith('#EXT-X-MEDIA-SEQUENCE:')) sequence = Number(line.split(':')[1]) || 0
    else if (line === '#EXT-X-ENDLIST') isFinished = true
    else if (line.startsWith('#EXT-X-BYTERANGE:'))
      range = rangeOf(line.slice('#EXT-X-BYTERANGE:'.length), segments.at(-1)?.range ?? null)
    else if (line.startsWith('#EXT-X-MAP:')) {
      const facts = attributesOf(line)
      const url = absolute(facts.get('URI'), address)
      if (url === null) return unusable
      map = { url, range: rangeOf(facts.get('BYTERANGE') ?? '', null) }
    } else if (line.startsWith('#EXT-X-KEY:')) {
      const facts = attributesOf(line)
      const method = facts.get('METHOD')
      const url = absolute(facts.get('URI'), address)
      const isPlain = method === 'AES-128' && (facts.get('KEYFORMAT') ?? 'identity') === 'identity'
      if (method !== 'NONE' && (!isPlain || url === null)) return unusable
      key = method === 'NONE' || url === null ? null : { url, iv: ivOf(facts.get('IV')) }
    } else if (line !== '' && !line.startsWith('#')) {
      const url = absolute(line, address)
      if (url === null || segments.length === segmentsLimit) return unusable
      segments.push({ url, range, map, key: key && { url: key.url, iv: key.iv ?? ivOfSequence(sequence) } })
      sequence += 1
      range = null
    }
  }
  return isFinished && segments.length > 0 ? { kind: 'segments', segments } : unusable
}

/** `NAME=value,NAME="value, with a comma"` */
function attributesOf(line: string): Map<string, string> {
  const facts = new Map<string, string>()
  for (const [, name = '', quoted, plain] of line.matchAll(/([A-Z0-9-]+)=(?:"([^"]*)"|([^,]*))/gu))
    facts.set(name, quoted ?? plain ?? '')
  return facts
}

/** Without an offset it begins where the one before ended. */
function rangeOf(text: string, before: ByteRange | null): ByteRange | null {
  const match = /^(\d+)(?:@(\d+))?$/u.exec(text)
  if (match === null) return null
  const start = match[2] === undefined ? (before === null ? 0 : before.start + before.length) : Number(match[2])
  return { start, length: Number(match[1]) }
}

function ivOf(text: string | undefined): Uint8Array | null {
  const hex = /^0x([0-9a-f]{1,32})$/iu.exec(text ?? '')?.[1]
  return hex === undefined ? null : Uint8Array.from(Buffer.from(hex.padStart(32, '0'), 'hex'))
}

function ivOfSequence(sequence: number): Uint8Array {
  const iv = new Uint8Array(16)
  new DataView(iv.buffer).setBigUint64(8, BigInt(sequence))
  return iv
}

function absolute(uri: string | undefined, address: string): string | null {
  const url = uri === undefined || uri === '' ? null : URL.parse(uri, address)
  return url !== null && /^https?:$/u.test(url.protocol) ? url.href : null
}
