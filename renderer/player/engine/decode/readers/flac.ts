import type { ByteSource } from '../byte-source.ts'
import type { Packet, PacketReader } from '../packets.ts'
import { skipId3 } from './id3.ts'
import { readFlacFrameHeader, readFlacStreamInfo, type FlacFrameHeader, type FlacStreamInfo } from './flac-frame.ts'
import { SyncSearch, type SyncPoint } from './sync-search.ts'

/** Bytes looked at for one frame header at a time: mostly a part of one block, so that nothing more has to be fetched for it. */
const searchBytes = 16 * 1024
/** Longest frame there can be when STREAMINFO does not say: uncompressed, eight channels of 32 bits. */
const frameBytesLimit = 65_536 * 8 * 4 + 64
/**
 * Opens a FLAC file; null when it is none. Seeking goes by the seek table where there is one and by an interpolating search
 * over frame headers in any case, so that it reads a block or two however long the file is.
 */
export async function openFlac(source: ByteSource): Promise<PacketReader | null> {
  // Some taggers put an ID3v2 tag before the FLAC marker.
  let offset = await skipId3(source)
  const magic = await source.read(offset, offset + 4)
  if (String.fromCharCode(...magic) !== 'fLaC') return null
  offset += 4
  let info: FlacStreamInfo | null = null
  let infoBytes = new Uint8Array()
  const seekPoints: SyncPoint[] = []
  for (let last = false; !last;) {
    const head = await source.read(offset, offset + 4)
    if (head.length < 4) return null
    last = ((head[0] ?? 0) & 0x80) !== 0
    const type = (head[0] ?? 0) & 0x7f
    const length = ((head[1] ?? 0) << 16) | ((head[2] ?? 0) << 8) | (head[3] ?? 0)
    offset += 4
    if (type === 0) {
      infoBytes = (await source.read(offset, offset + length)).slice()
      info = readFlacStreamInfo(infoBytes)
    } else if (type === 3) seekPoints.push(...readSeekTable(await source.read(offset, offset + length)))
    offset += length
  }
  if (info === null) return null
  const description = new Uint8Array(8 + infoBytes.length)
  description.set([0x66, 0x4c, 0x61, 0x43, 0x80, 0, 0, infoBytes.length])
  description.set(infoBytes, 8)
  return createReader(source, info, description, offset, seekPoints)
}

function createReader(
  source: ByteSource,
  info: FlacStreamInfo,
  description: Uint8Array,
  audioStart: number,
  seekPoints: readonly SyncPoint[],
): PacketReader {
  let search: SyncSearch | null = null
  let offset = audioStart
  /** The last frame that was given out: from there a seek goes on as long as nobody knows where the stream ends. */
  let passed: SyncPoint = { frame: 0, offset: audioStart }
  /** Counts seeks: what was under way when one came must not move the place any more. */
  let seeks = 0

  /** The search; null as long as nobody knows where the stream ends: there is nothing to interpolate between. */
  function searching(): SyncSearch | null {
    if (!Number.isFinite(source.end)) return null
    search ??= new SyncSearch(
      {
        source,
        first: { frame: 0, offset: audioStart },
        endOffset: source.end,
        endFrame: info.totalFrames,
        find: (bytes) => frameStarts(bytes, info),
      },
      seekPoints.map((point) => ({ frame: point.frame, offset: audioStart + point.offset })),
    )
    return search
  }

  /** First valid frame header from `from` on, up to `limit`. */
  async function findFrame(from: number, limit: number): Promise<{ offset: number; header: FlacFrameHeader } | null> {
    for (let at = from; at < limit; at += searchBytes) {
      const window = await source.read(at, Math.min(source.end, at + searchBytes + 32))
      const end = Math.min(window.length, limit - at, searchBytes)
      if (end <= 0) return null
      for (let step = 0; step < end; step += 1) {
        if (window[step] !== 0xff) continue
        const header = readFlacFrameHeader(window, step, info)
        if (header !== null) return { offset: at + step, header }
      }
    }
    return null
  }

  /** Where the frame after the one at `from` begins: only a header that continues the count is believed. */
  async function frameEnd(from: number, header: FlacFrameHeader): Promise<number> {
    const expected = header.startFrame + header.frames
    const limit = Math.min(source.end, from + (info.maxFrameBytes || frameBytesLimit) + 64)
    for (let at = from + header.headerBytes; at < limit;) {
      const found = await findFrame(at, limit)
      if (found === null) break
      if (found.header.startFrame === expected) return found.offset
      at = found.offset + 1
    }
    return Number.isFinite(source.end) ? source.end : limit
  }

  return {
    codec: {
      kind: 'webcodecs',
      name: 'FLAC',
      config: { codec: 'flac', sampleRate: info.sampleRateHz, numberOfChannels: info.channels, description },
    },
    sampleRateHz: info.sampleRateHz,
    channels: info.channels,
    trimStart: 0,
    trimEnd: info.totalFrames,
    lengthHint: info.totalFrames,
    promisedEnd: info.totalFrames,
    prerollFrames: 0,
    async seek(frame) {
      seeks += 1
      const mine = seeks
      const near = passed.frame <= frame ? passed.offset : audioStart
      let at = (await searching()?.locate(frame))?.offset ?? near
      for (;;) {
        const found = await findFrame(at, source.end)
        at = found?.offset ?? at
        if (found === null || found.header.startFrame + found.header.frames > frame) break
        at = await frameEnd(found.offset, found.header)
      }
      if (mine === seeks) offset = at
    },
    async next(): Promise<Packet | null> {
      const mine = seeks
      const found = await findFrame(offset, source.end)
      if (found === null) return null
      const end = await frameEnd(found.offset, found.header)
      const data = await source.read(found.offset, end)
      if (mine !== seeks) return null
      offset = end
      passed = { frame: found.header.startFrame, offset: found.offset }
      return { data, startFrame: found.header.startFrame, frames: found.header.frames }
    },
    async prepareSeeking(stopped) {
      await searching()?.prepare(stopped)
    },
    close() {
      offset = Number.POSITIVE_INFINITY
    },
  }
}

/** Where frames begin. What looks like a header by chance has no neighbour that it continues, or that continues it. */
function frameStarts(bytes: Uint8Array, info: FlacStreamInfo): readonly SyncPoint[] {
  const found: (SyncPoint & { readonly end: number })[] = []
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const header = readFlacFrameHeader(bytes, at, info)
    if (header === null) continue
    found.push({ frame: header.startFrame, offset: at, end: header.startFrame + header.frames })
  }
  const starts = new Set(found.map(({ frame }) => frame))
  const ends = new Set(found.map(({ end }) => end))
  const confirmed = found.filter(({ frame, end }) => starts.has(end) || ends.has(frame))
  return confirmed.length > 0 ? confirmed : found
}

function readSeekTable(bytes: Uint8Array): SyncPoint[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const points: SyncPoint[] = []
  for (let at = 0; at + 18 <= bytes.length; at += 18) {
    const frame = view.getUint32(at) * 2 ** 32 + view.getUint32(at + 4)
    // Placeholder points carry the largest number there is.
    if (view.getUint32(at) === 0xffffffff) continue
    points.push({ frame, offset: view.getUint32(at + 8) * 2 ** 32 + view.getUint32(at + 12) })
  }
  return points
}
