import type { ByteSource } from '../byte-source.ts'
import type { Packet, PacketReader } from '../packets.ts'
import { skipId3 } from './id3.ts'
import { readMp3FrameHeader, readMp3Info, sameMp3Stream, type Mp3FrameHeader, type Mp3Info } from './mp3-frame.ts'

/** Samples every MP3 decoder is late by (528 of the filter bank, 1 of the overlap), as the LAME tag assumes. */
const decoderDelay = 529
/** MPEG frames decoded before a target: the bit reservoir reaches back over up to this many at low bit rates. */
const prerollMpegFrames = 12
/** How far to look for the first frame behind the tags, in bytes. */
const searchLimitBytes = 1024 * 1024
const searchStepBytes = 16 * 1024
/** Bytes read at once when headers are walked over. */
const scanBytes = 2 * 1024 * 1024
/** A seek over more frames than this is worth a jump instead of a walk. */
const jumpFrames = 500
/** Frames indexed in one go ahead of any seek: other work gets its turn in between. */
const stepFrames = 4000
/** Every how many frames the index remembers a place. */
const indexStride = 16

/** An MPEG frame: its number in the stream and its place in the file. */
interface Place {
  readonly number: number
  readonly offset: number
}

/**
 * Opens an MP3 file; null when it is none. Frames are indexed while they are passed, so that a seek within what was passed
 * is exact; a seek beyond it scans headers up to the target, which for a constant bit rate can start close to it.
 */
export async function openMp3(source: ByteSource): Promise<PacketReader | null> {
  const start = await skipId3(source)
  const first = await findFirstFrame(source, start)
  if (first === null) return null
  const { header } = first
  const head = await source.read(first.offset, first.offset + header.bytes)
  const info = readMp3Info(head, 0, header)
  const audioStart = info === null ? first.offset : first.offset + header.bytes
  // The info frame often has a bit rate of its own: only a frame of music tells the music's.
  const music = readMp3FrameHeader(await source.read(audioStart, audioStart + 4), 0) ?? header
  return createReader(source, sameMp3Stream(music, header) ? music : header, info, audioStart)
}

function createReader(
  source: ByteSource,
  header: Mp3FrameHeader,
  info: Mp3Info | null,
  audioStart: number,
): PacketReader {
  const { samples } = header
  /** Byte places of frames 0, 16, 32 …, as far as was passed. */
  const index = [audioStart]
  let place: Place = { number: 0, offset: audioStart }
  /** Counts seeks: what was under way when one came must not move the place any more. */
  let seeks = 0
  const frameBytes = (samples * 125 * header.bitRateKbps) / header.sampleRateHz
  const estimatedFrames =
    info?.frames ?? (Number.isFinite(source.end) ? Math.floor((source.end - audioStart) / frameBytes) : null)
  /** What stands behind the last counted frame is not music (tags of all kinds). */
  const lastFrame = info?.frames ?? Number.POSITIVE_INFINITY
  const hasDelays = info !== null && info.encoderDelay !== null && info.encoderPadding !== null
  const trimStart = hasDelays ? (info.encoderDelay ?? 0) + decoderDelay : 0
  const trimEnd =
    hasDelays && info.frames !== null
      ? info.frames * samples - Math.max(0, (info.encoderPadding ?? 0) - decoderDelay)
      : null

  /** The frame at or behind `offset`: a damaged stretch is passed over. Null at the end. */
  async function frameAt(offset: number): Promise<{ offset: number; header: Mp3FrameHeader } | null> {
    for (let at = offset; at + 4 <= source.end;) {
      const window = await source.read(at, Math.min(source.end, at + 4096))
      for (let step = 0; step + 4 <= window.length; step += 1) {
        const found = readMp3FrameHeader(window, step)
        if (found !== null && sameMp3Stream(found, header)) {
          // In the regular case the frame stands exactly here; elsewhere its successor must confirm it.
          if (at + step === offset || (await confirmed(source, at + step, found)))
            return { offset: at + step, header: found }
        }
      }
      if (window.length < 4) return null
      at += window.length - 3
      if (at - offset > searchLimitBytes) return null
    }
    return null
  }

  function remember(number: number, offset: number): void {
    if (number % indexStride === 0 && index.length === number / indexStride) index.push(offset)
  }

  /**
   * Where a constant bit rate puts frame `target`: the encoder pads so that no frame strays more than a byte from the mean, and
   * files put together from pieces stray a byte more at each piece. Null when no frame begins within a quarter of a frame.
   */
  async function jumpTo(target: number): Promise<Place | null> {
    const expected = audioStart + Math.floor(target * frameBytes)
    const reach = Math.floor(frameBytes / 4)
    const from = Math.max(audioStart, expected - reach)
    const window = await source.read(from, Math.min(source.end, expected + reach + 4))
    for (let distance = 0; distance <= reach; distance += 1) {
      for (const aim of distance === 0 ? [expected] : [expected - distance, expected + distance]) {
        const found = readMp3FrameHeader(window, aim - from)
        if (found === null || !sameMp3Stream(found, header) || found.bitRateKbps !== header.bitRateKbps) continue
        if (await confirmed(source, aim, found)) return { number: target, offset: aim }
      }
    }
    return null
  }

  /** Goes from frame to frame, from `start` to frame `target` or the end of the file, and remembers the way. */
  async function walk(start: Place, target: number): Promise<Place> {
    let { number, offset } = start
    while (number < target) {
      // Of a stream that still grows no more than the way to the target, which would else wait for what lies behind it.
      const wayBytes = source.isGrowing ? Math.ceil((target - number + 1) * frameBytes) : scanBytes
      const window = await source.scan(offset, Math.min(source.end, offset + Math.min(scanBytes, wayBytes)))
      let at = 0
      while (number < target) {
        const found = readMp3FrameHeader(window, at)
        if (found === null || !sameMp3Stream(found, header) || at + found.bytes > window.length) break
        at += found.bytes
        number += 1
        remember(number, offset + at)
      }
      offset += at
      if (at > 0) continue
      const next = await frameAt(offset)
      if (next === null || next.offset + next.header.bytes > source.end) break
      offset = next.offset + next.header.bytes
      number += 1
      remember(number, offset)
    }
    return { number, offset }
  }

  return {
    codec: {
      kind: 'webcodecs',
      name: 'MP3',
      config: { codec: 'mp3', sampleRate: header.sampleRateHz, numberOfChannels: header.channels },
    },
    sampleRateHz: header.sampleRateHz,
    channels: header.channels,
    trimStart,
    trimEnd,
    lengthHint:
      trimEnd === null
        ? estimatedFrames === null
          ? null
          : estimatedFrames * samples - trimStart
        : trimEnd - trimStart,
    promisedEnd: trimEnd,
    prerollFrames: prerollMpegFrames * samples,
    async seek(frame) {
      seeks += 1
      const mine = seeks
      const target = Math.max(0, Math.floor(frame / samples))
      const known = Math.min(Math.floor(target / indexStride), index.length - 1)
      const near = { number: known * indexStride, offset: index[known] ?? audioStart }
      const far = target - near.number > jumpFrames
      const jumped = far && info?.constantBitRate === true ? await jumpTo(target) : null
      const reached = jumped ?? (await walk(near, target))
      if (mine === seeks) place = reached
    },
    async next(): Promise<Packet | null> {
      const mine = seeks
      if (place.number >= lastFrame) return null
      const found = await frameAt(place.offset)
      if (found === null) return null
      const data = await source.read(found.offset, Math.min(source.end, found.offset + found.header.bytes))
      if (data.length < found.header.bytes || mine !== seeks) return null
      const startFrame = place.number * samples
      place = { number: place.number + 1, offset: found.offset + found.header.bytes }
      remember(place.number, place.offset)
      return { data, startFrame, frames: samples }
    },
    async prepareSeeking(stopped) {
      if (info?.constantBitRate === true) return
      for (let at: Place = { number: 0, offset: audioStart }; !stopped();) {
        const reached = await walk(at, at.number + stepFrames)
        if (reached.number < at.number + stepFrames) return
        at = reached
      }
    },
    close() {
      index.length = 0
    },
  }
}

async function findFirstFrame(
  source: ByteSource,
  start: number,
): Promise<{ offset: number; header: Mp3FrameHeader } | null> {
  const limit = Math.min(source.end, start + searchLimitBytes)
  for (let from = start; from + 4 <= limit; from += searchStepBytes) {
    const window = await source.read(from, Math.min(source.end, from + searchStepBytes + 3))
    for (let at = 0; at + 4 <= window.length; at += 1) {
      const header = readMp3FrameHeader(window, at)
      if (header !== null && (await confirmed(source, from + at, header))) return { offset: from + at, header }
    }
  }
  return null
}

/** A sync word can stand anywhere by chance: a frame counts when another one follows it, or the file ends with it. */
async function confirmed(source: ByteSource, offset: number, header: Mp3FrameHeader): Promise<boolean> {
  let at = offset
  let current = header
  for (let count = 0; count < 2; count += 1) {
    at += current.bytes
    const bytes = await source.read(at, Math.min(source.end, at + 4))
    if (at === source.end) return true
    const next = readMp3FrameHeader(bytes, 0)
    if (next === null || !sameMp3Stream(next, header)) return count > 0 && at + 200 >= source.end
    current = next
  }
  return true
}
