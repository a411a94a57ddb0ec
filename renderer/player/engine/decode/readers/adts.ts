import type { ByteSource } from '../byte-source.ts'
import type { Packet, PacketReader } from '../packets.ts'
import { adtsHeaderBytes, type AdtsFrameHeader, readAdtsFrameHeader, sameAdtsStream } from './adts-frame.ts'
import { skipId3 } from './id3.ts'

/** Frames to decode before a target: the overlap of AAC, and the start of spectral band replication. */
const prerollFrames = 3072
/** Every how many ADTS frames the index remembers a place. */
const indexStride = 16
/** Bytes looked at in one step. */
const windowBytes = 16 * 1024
/** Bytes of something else that are passed over between two frames. */
const foreignLimitBytes = 1024 * 1024

interface Place {
  /** First frame (sample per channel) of the ADTS frame at `offset`. */
  readonly frame: number
  readonly offset: number
}

interface Found {
  readonly offset: number
  readonly header: AdtsFrameHeader
}

/**
 * Opens AAC in ADTS frames; null when it is none. Segments of a stream may stand one after another, each behind a tag of its
 * own: tags are no sound, wherever they stand. Frames are indexed while they are passed, and a seek walks on from there.
 */
export async function openAdts(source: ByteSource): Promise<PacketReader | null> {
  const start = await skipId3(source)
  const header = readAdtsFrameHeader(await source.read(start, start + adtsHeaderBytes), 0)
  if (header === null || !(await isConfirmed(source, start, header))) return null
  const stream = header
  /** Places passed, in order. */
  const index: Place[] = [{ frame: 0, offset: start }]
  let place: Place = { frame: 0, offset: start }
  let passed = 0
  /** Counts seeks: what was under way when one came must not move the place any more. */
  let seeks = 0

  /** The frame at or behind `offset`; null at the end. */
  async function frameAt(offset: number): Promise<Found | null> {
    const head = readAdtsFrameHeader(await source.read(offset, offset + adtsHeaderBytes), 0)
    if (head !== null && sameAdtsStream(head, stream)) return { offset, header: head }
    const behindTag = await skipId3(source, offset)
    return await findFrame(source, behindTag, stream)
  }

  function behind(at: Place, { offset, header: { samples, bytes } }: Found): Place {
    const next = { frame: at.frame + samples, offset: offset + bytes }
    if (next.frame > (index.at(-1)?.frame ?? 0)) {
      passed += 1
      if (passed % indexStride === 0) index.push(next)
    }
    return next
  }

  return {
    codec: {
      kind: 'webcodecs',
      name: 'AAC',
      config: {
        codec: `mp4a.40.${stream.objectType}`,
        sampleRate: stream.sampleRateHz,
        numberOfChannels: stream.channels,
      },
    },
    sampleRateHz: stream.sampleRateHz,
    channels: stream.channels,
    trimStart: 0,
    trimEnd: null,
    lengthHint: null,
    promisedEnd: null,
    prerollFrames,
    async seek(frame) {
      seeks += 1
      const mine = seeks
      let at = index.findLast((known) => known.frame <= frame) ?? { frame: 0, offset: start }
      for (;;) {
        const found = await frameAt(at.offset)
        if (found === null || at.frame + found.header.samples > frame || mine !== seeks) break
        at = behind(at, found)
      }
      if (mine === seeks) place = at
    },
    async next(): Promise<Packet | null> {
      const mine = seeks
      const found = await frameAt(place.offset)
      if (found === null) return null
      const data = await source.read(found.offset, found.offset + found.header.bytes)
      if (data.length < found.header.bytes || mine !== seeks) return null
      const { frame } = place
      place = behind(place, found)
      return { data, startFrame: frame, frames: found.header.samples }
    },
    close() {
      index.length = 1
    },
  }
}

/** The first frame of the stream from `from` on; a damaged stretch is passed over. */
async function findFrame(source: ByteSource, from: number, like: AdtsFrameHeader): Promise<Found | null> {
  for (let at = from; at - from < foreignLimitBytes; at += windowBytes) {
    const window = await source.read(at, at + windowBytes + adtsHeaderBytes)
    for (let step = window.indexOf(0xff); step >= 0 && step < windowBytes; step = window.indexOf(0xff, step + 1)) {
      const header = readAdtsFrameHeader(window, step)
      if (header === null || !sameAdtsStream(header, like)) continue
      if (await isConfirmed(source, at + step, header)) return { offset: at + step, header }
    }
    if (window.length < windowBytes) return null
  }
  return null
}

/** A sync word can stand anywhere by chance: a frame counts when another one, a tag or the end follows it. */
async function isConfirmed(source: ByteSource, offset: number, header: AdtsFrameHeader): Promise<boolean> {
  const next = await source.read(offset + header.bytes, offset + header.bytes + 10)
  if (next.length < adtsHeaderBytes) return offset + header.bytes <= source.end
  if (next[0] === 0x49 && next[1] === 0x44 && next[2] === 0x33) return true
  const following = readAdtsFrameHeader(next, 0)
  return following !== null && sameAdtsStream(following, header)
}
