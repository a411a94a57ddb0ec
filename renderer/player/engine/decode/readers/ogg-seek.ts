import { CustomSource, EncodedPacketSink, Input, OGG, type EncodedPacket, type InputAudioTrack } from 'mediabunny'
import type { ByteSource } from '../byte-source.ts'
import { SyncSearch, type SyncPoint } from './sync-search.ts'

/** Head of a page without its segment table (RFC 3533 §6). */
const pageHeadBytes = 27
/** Longest head of a page. */
const pageHeadLimit = pageHeadBytes + 255
const continuedFlag = 1
const lastFlag = 4
/** Pages that headers (with pictures among them) may take before music must have come. */
const headerPagesLimit = 4096
/** Frames from a page where packets can be counted from up to the target; where it is farther away, the demuxer searches itself. */
const walkFrames = 480_000
/** Packets passed on the way there at most. */
const walkPackets = 4000

/** A packet and the sink that knows what follows it. */
export interface OggPlace {
  readonly sink: EncodedPacketSink
  readonly packet: EncodedPacket
}

/** Finds places in an Ogg stream. */
export interface OggSeeker {
  /** The last packet that starts at or before a time, in seconds; null when it has to be looked for in another way. */
  locate(seconds: number): Promise<OggPlace | null>
  /** See `PacketReader.prepareSeeking`. */
  prepare(stopped: () => boolean): Promise<void>
  close(): void
}

/**
 * Far seeks in Ogg. The demuxer bisects the whole file for each; this one interpolates over the granule positions of pages,
 * then opens the stream again as if it began there: headers, then that page and all behind it. Counting packets, pre-skip and
 * end trimming stay the demuxer's.
 */
export async function createOggSeeker(
  source: ByteSource,
  track: InputAudioTrack,
  rateHz: number,
): Promise<OggSeeker | null> {
  const serial = track.id
  const size = source.end
  // There is nothing to interpolate between as long as nobody knows where the stream ends.
  if (!Number.isFinite(size)) return null
  const musicStart = await findMusic(source, size, serial)
  if (musicStart === null) return null
  const search = new SyncSearch({
    source,
    first: { frame: 0, offset: musicStart },
    endOffset: size,
    endFrame: null,
    find: (bytes) => pagesIn(bytes, serial),
  })
  let opened: Input | null = null
  let closed = false
  /** Counts searches: one that a later one overtook must not close what that one opened. */
  let searches = 0

  return {
    async locate(seconds) {
      // Timestamps begin behind the pre-skip, granule positions before it: the page may lie that little bit early.
      const frame = Math.floor(seconds * rateHz)
      searches += 1
      const mine = searches
      const point = await search.locate(frame)
      if (closed || mine !== searches || frame - point.frame > walkFrames) return null
      if (point.offset === musicStart) return await walk(new EncodedPacketSink(track), seconds)
      const input = inputFrom(source, size, musicStart, point.offset)
      const from = (await input.getAudioTracks()).find(({ id }) => id === serial)
      const place = from === undefined ? null : await walk(new EncodedPacketSink(from), seconds)
      if (closed || mine !== searches || place === null) {
        input.dispose()
        return null
      }
      opened?.dispose()
      opened = input
      return place
    },
    prepare: (stopped) => search.prepare(stopped),
    close() {
      closed = true
      opened?.dispose()
    },
  }
}

/** Where the first page with music begins: the first one of the stream that counts frames. */
async function findMusic(source: ByteSource, size: number, serial: number): Promise<number | null> {
  let at = 0
  for (let count = 0; count < headerPagesLimit && at < size; count += 1) {
    const page = readPage(await source.read(at, Math.min(size, at + pageHeadLimit)), 0)
    if (page === null) return null
    if (page.serial === serial && page.granule > 0) return at
    at += page.bytes
  }
  return null
}

/** The file without the music between its headers and a page. */
function inputFrom(source: ByteSource, size: number, musicStart: number, pageStart: number): Input {
  const left = pageStart - musicStart
  return new Input({
    formats: [OGG],
    source: new CustomSource({
      getSize: () => size - left,
      async read(start, end) {
        if (end <= musicStart) return await source.read(start, end)
        if (start >= musicStart) return await source.read(start + left, end + left)
        const [head, music] = await Promise.all([source.read(start, musicStart), source.read(pageStart, end + left)])
        const whole = new Uint8Array(head.length + music.length)
        whole.set(head)
        whole.set(music, head.length)
        return whole
      },
      // Whoever reads gets the error; a read ahead of that is nobody's.
      handleUnhandledError: () => undefined,
    }),
  })
}

/** From packet to packet up to the last one that starts at or before the target. */
async function walk(sink: EncodedPacketSink, seconds: number): Promise<OggPlace | null> {
  let packet = await sink.getFirstPacket()
  for (let count = 0; packet !== null && count < walkPackets; count += 1) {
    const following = await sink.getNextPacket(packet)
    if (following === null || following.timestamp > seconds) return { sink, packet }
    packet = following
  }
  return null
}

/** Pages from which packets can be counted: one ends there, none comes over from the page before, and nothing is cut off. */
function pagesIn(bytes: Uint8Array, serial: number): readonly SyncPoint[] {
  const points: SyncPoint[] = []
  for (let at = bytes.indexOf(0x4f); at >= 0; at = bytes.indexOf(0x4f, at + 1)) {
    const page = readPage(bytes, at)
    if (page === null || page.serial !== serial || page.granule <= 0) continue
    if ((page.flags & (continuedFlag | lastFlag)) === 0) points.push({ frame: page.granule, offset: at })
  }
  return points
}

interface Page {
  readonly flags: number
  /** Frames up to the end of the last packet that ends on the page; −1 when none does. */
  readonly granule: number
  readonly serial: number
  /** Its length with the head; of no use when the segment table was cut off. */
  readonly bytes: number
}

/** The page whose head stands at `offset`; null when there is none. */
function readPage(bytes: Uint8Array, offset: number): Page | null {
  if (offset + pageHeadBytes > bytes.length) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, bytes.byteLength - offset)
  // `OggS`, version 0.
  if (view.getUint32(0) !== 0x4f676753 || view.getUint8(4) !== 0) return null
  const segments = bytes.subarray(offset + pageHeadBytes, offset + pageHeadBytes + view.getUint8(26))
  return {
    flags: view.getUint8(5),
    granule: view.getInt32(10, true) * 2 ** 32 + view.getUint32(6, true),
    serial: view.getUint32(14, true),
    bytes: pageHeadBytes + view.getUint8(26) + segments.reduce((sum, each) => sum + each, 0),
  }
}
