import type { TrackInfo } from './types.ts'

/**
 * Lavalink's binary form of a track, base64 with the standard alphabet: a length with flags, then the facts in an order that
 * has grown from version 1 to 3. The node writes the lowest version that holds what is known.
 */
export interface DecodedTrack {
  readonly encoded: string
  readonly info: TrackInfo
  /** What a source added of its own after the facts. */
  readonly details: readonly (string | null)[]
  readonly messageFlags: number
}

/** Says that a version byte follows: all writers set it. */
const versionFlag = 1
const sizeMask = 0x3fff_ffff

export function encodeTrack(info: Omit<TrackInfo, 'isSeekable'>, details: readonly (string | null)[] = []): string {
  const version = info.artworkUrl || info.isrc ? 3 : info.uri ? 2 : 1
  const parts = [Buffer.from([version]), text(info.title), text(info.author), long(info.length), text(info.identifier)]
  parts.push(Buffer.from([info.isStream ? 1 : 0]))
  if (version >= 2) parts.push(optionalText(info.uri))
  if (version >= 3) parts.push(optionalText(info.artworkUrl), optionalText(info.isrc))
  parts.push(text(info.sourceName), ...details.map(optionalText), long(info.position))
  const message = Buffer.concat(parts)
  const header = Buffer.alloc(4)
  header.writeUInt32BE(((versionFlag << 30) | message.length) >>> 0)
  return Buffer.concat([header, message]).toString('base64')
}

/** Throws with the node's own words when the text is no track. */
export function decodeTrack(encoded: string): DecodedTrack {
  const bytes = Buffer.from(encoded, 'base64')
  let step = 'messageHeader'
  let position = 0
  const fail = (reason: string): never => {
    throw new Error(`Decode Error at [${step}]: ${reason} (Buffer pos: ${position}/${bytes.length})`)
  }
  if (bytes.length < 4) fail('Unexpected end of buffer (need 4 bytes)')
  const header = bytes.readUInt32BE(0)
  const size = header & sizeMask
  position = 4
  if (size === 0) fail('message size: 0')
  step = 'messageBody'
  if (bytes.length < 4 + size) fail(`Unexpected end of buffer (need ${size} bytes)`)
  position = 4 + size
  step = 'payload'
  try {
    return { encoded, ...readMessage(bytes.subarray(4, 4 + size)), messageFlags: header >>> 30 }
  } catch (cause) {
    return fail(cause instanceof Error ? cause.message : String(cause))
  }
}

function readMessage(message: Buffer): Pick<DecodedTrack, 'info' | 'details'> {
  const reader = new Reader(message)
  const version = reader.byte()
  const title = reader.text()
  const author = reader.text()
  const length = reader.long()
  const identifier = reader.text()
  const isStream = reader.byte() !== 0
  const uri = version >= 2 ? reader.optionalText() : null
  const artworkUrl = version >= 3 ? reader.optionalText() : null
  const isrc = version >= 3 ? reader.optionalText() : null
  const sourceName = reader.text()
  const details: (string | null)[] = []
  while (reader.left > 8) details.push(reader.optionalText())
  const position = reader.long()
  // Not stored: the node takes everything but a live stream for seekable, whatever it said before.
  const isSeekable = !isStream
  const info = { title, author, length, identifier, isSeekable, isStream, uri, artworkUrl, isrc, sourceName, position }
  return { info, details }
}

class Reader {
  private at = 0
  private readonly bytes: Buffer

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  get left(): number {
    return this.bytes.length - this.at
  }

  byte(): number {
    return this.take(1, 'message').readUInt8()
  }

  long(): number {
    return Number(this.take(8, 'message').readBigInt64BE())
  }

  text(): string {
    return fromModifiedUtf8(this.take(this.take(2, 'buffer').readUInt16BE(), 'buffer'))
  }

  optionalText(): string | null {
    return this.byte() === 0 ? null : this.text()
  }

  private take(count: number, what: string): Buffer {
    if (this.left < count) {
      throw new Error(`Unexpected end of ${what} (need ${count} ${count === 1 ? 'byte' : 'bytes'})`)
    }
    this.at += count
    return this.bytes.subarray(this.at - count, this.at)
  }
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(BigInt(value))
  return bytes
}

function optionalText(value: string | null): Buffer {
  return value === null ? Buffer.from([0]) : Buffer.concat([Buffer.from([1]), text(value)])
}

/** Java's "modified UTF-8": each UTF-16 unit for itself, zero as two bytes. */
function text(value: string): Buffer {
  const bytes: number[] = []
  for (let index = 0; index < value.length; index++) {
    const unit = value.charCodeAt(index)
    if (unit >= 1 && unit <= 0x7f) bytes.push(unit)
    else if (unit <= 0x7ff) bytes.push(0xc0 | (unit >> 6), 0x80 | (unit & 0x3f))
    else bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f))
  }
  const length = Buffer.alloc(2)
  length.writeUInt16BE(bytes.length)
  return Buffer.concat([length, Buffer.from(bytes)])
}

function fromModifiedUtf8(bytes: Buffer): string {
  let value = ''
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0
    const follow = (offset: number): number => {
      const byte = bytes[at + offset]
      if (byte === undefined || (byte & 0xc0) !== 0x80) throw new Error('Malformed utf')
      return byte & 0x3f
    }
    if (first < 0x80) {
      value += String.fromCharCode(first)
      at += 1
    } else if ((first & 0xe0) === 0xc0) {
      value += String.fromCharCode(((first & 0x1f) << 6) | follow(1))
      at += 2
    } else if ((first & 0xf0) === 0xe0) {
      value += String.fromCharCode(((first & 0x0f) << 12) | (follow(1) << 6) | follow(2))
      at += 3
    } else throw new Error('Malformed utf')
  }
  return value
}
