import {
  EncodedPacketSink,
  MATROSKA,
  MP4,
  MPEG_TS,
  OGG,
  QTFF,
  WAVE,
  WEBM,
  type EncodedPacket,
  type Input,
  type InputAudioTrack,
} from 'mediabunny'
import { failure, FailureError } from '../../../../../src/failure/index.ts'
import type { ByteSource } from '../byte-source.ts'
import type { CodecName, Packet, PacketCodec, PacketReader } from '../packets.ts'
import { openInput } from './container-input.ts'
import { readFlacStreamInfo } from './flac-frame.ts'
import { hasMovie, isProtectedMp4, readItunesGapless } from './mp4-gapless.ts'
import { createOggSeeker, type OggSeeker } from './ogg-seek.ts'
import { promisedWaveFrames } from './wave-size.ts'
import { readDiscardPadding } from './webm-padding.ts'

const formats = [WAVE, MP4, QTFF, OGG, WEBM, MATROSKA, MPEG_TS]

const codecNames: Partial<Record<string, CodecName>> = {
  aac: 'AAC',
  mp3: 'MP3',
  flac: 'FLAC',
  vorbis: 'Vorbis',
  opus: 'Opus',
}

/**
 * Frames to decode before a target. AAC: its overlap and the start of SBR; Vorbis: the block before, which gives no output of
 * its own; MP3: its bit reservoir. Opus: RFC 7845 §4.6 asks for 80 ms at least, but energy is predicted from packet to packet
 * and half of what is missing remains after each: 80 ms still differ by −27 dB, 400 ms by less than 16 bits show.
 */
const prerollFrames: Record<CodecName, number> = { AAC: 3072, Vorbis: 8192, Opus: 19_200, MP3: 13_824, FLAC: 0 }

/** Grid on which packets of a codec begin, in frames: undoes the rounding to whole milliseconds in WebM. */
const packetGrid: Record<CodecName, number> = { AAC: 1024, Vorbis: 64, Opus: 120, MP3: 1152, FLAC: 1 }

/** Frames of every block in a FLAC stream of equal blocks (STREAMINFO behind `fLaC` and a block header); 1 where they differ. */
function flacBlockFrames(config: AudioDecoderConfig): number {
  const { description } = config
  if (description === undefined) return 1
  const bytes = ArrayBuffer.isView(description)
    ? new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
    : new Uint8Array(description)
  const info = readFlacStreamInfo(bytes.subarray(8))
  return info !== null && info.minBlockFrames === info.maxBlockFrames ? info.maxBlockFrames : 1
}

/** Opens WAV, MP4/M4A, Ogg, WebM/Matroska and MPEG-TS through mediabunny; null when it is none of these. */
export async function openContainer(source: ByteSource): Promise<PacketReader | null> {
  const input = await openInput(source, formats)
  let reader: PacketReader | null = null
  try {
    reader = await openedBy(input, source)
    return reader
  } finally {
    // Its caches go with it. Whoever reads packets lets it go by closing the reader.
    if (reader === null) input.dispose()
  }
}

async function openedBy(input: Input, source: ByteSource): Promise<PacketReader | null> {
  if (!(await input.canRead())) return null
  const format = await input.getFormat()
  const isMp4 = format === MP4 || format === QTFF
  const isWebm = format === WEBM || format === MATROSKA
  const isTs = format === MPEG_TS
  if (isMp4 && !(await hasMovie(source))) throw new FailureError(failure('file-damaged'))
  if (isMp4 && (await isProtectedMp4(source))) throw new FailureError(failure('file-protected'))
  const track = await input.getPrimaryAudioTrack()
  if (track === null) throw new FailureError(failure('file-not-audio'))
  const { codec, preSkip } = await packetCodec(track)
  const sampleRateHz =
    codec.kind === 'pcm' ? codec.sampleRateHz : codec.name === 'Opus' ? 48_000 : codec.config.sampleRate
  const sink = new EncodedPacketSink(track)
  const first = await sink.getFirstPacket({ metadataOnly: true })
  if (first === null) throw new FailureError(failure('file-empty'))
  const gapless = isMp4 && first.timestamp === 0 ? await readItunesGapless(source) : null
  const durationSeconds = await track.getDurationFromMetadata()
  const waveFrames = format === WAVE ? await promisedWaveFrames(source) : null
  const grid = codec.kind === 'pcm' ? 1 : codec.name === 'FLAC' ? flacBlockFrames(codec.config) : packetGrid[codec.name]
  const firstFrame = Math.round(first.timestamp * sampleRateHz)
  const tsGrid = Math.max(1, Math.round(first.duration * sampleRateHz))
  let upcoming: Promise<Place | null> | null = null
  let ogg: Promise<OggSeeker | null> | null = null
  /** The padding, looked for once: at the end of the file, which nobody who waits for the beginning waits for. */
  let padding: Promise<number> | null = null
  /** Counts seeks: what was under way when one came must not move the place any more. */
  let seeks = 0

  function startOf(packet: EncodedPacket): number {
    const frame = packet.timestamp * sampleRateHz
    // Ogg cuts what lies before zero off the first packet's time; its samples begin with the pre-skip all the same.
    if (packet.timestamp === 0) return -preSkip
    // Times are in ticks of a 90 kHz clock, the first one anywhere: packets lie on a grid from there.
    if (isTs) return firstFrame + Math.round((frame - firstFrame) / tsGrid) * tsGrid
    if (isWebm && codec.kind === 'webcodecs') {
      return Math.round(frame / grid) * grid - preSkip
    }
    return Math.round(frame)
  }

  async function readPaddingFrames(): Promise<number> {
    if (!isWebm) return 0
    padding ??= readDiscardPadding(source)
    try {
      return Math.round(((await padding) * sampleRateHz) / 1e9)
    } catch {
      // Everything else of the track is there: it may end a few ms late, and the next time asks again.
      padding = null
      return 0
    }
  }

  const oggSeeker = (): Promise<OggSeeker | null> => {
    if (format !== OGG || !Number.isFinite(source.end)) return Promise.resolve(null)
    ogg ??= createOggSeeker(source, track, sampleRateHz)
    return ogg
  }

  const placeAt = async (seconds: number): Promise<Place | null> => {
    const mine = seeks
    if (seconds <= first.timestamp) return await placeOf(sink, sink.getFirstPacket())
    // Whatever goes wrong there, the demuxer's own search comes by it too.
    const found = await oggSeeker()
      .then((seeker) => seeker?.locate(seconds))
      .catch(() => null)
    // Overtaken by another seek: nobody waits for it.
    if (mine !== seeks) return null
    return found ?? (await placeOf(sink, sink.getPacket(seconds))) ?? (await placeOf(sink, sink.getFirstPacket()))
  }

  // A recording may begin anywhere on its time line (a stream that was joined late): its own start is what counts. Vorbis
  // gives no sound for its first packet; where WebM counts that packet's time, the second one begins the music.
  const isWebmVorbis = isWebm && codec.kind === 'webcodecs' && codec.name === 'Vorbis'
  const second = isWebmVorbis ? await sink.getNextPacket(first, { metadataOnly: true }) : null
  const trimStart = gapless?.delay ?? Math.max(0, startOf(second ?? first) + preSkip)
  const isOpenEnded = durationSeconds === null || !Number.isFinite(durationSeconds)
  const metadataFrames = isOpenEnded ? null : Math.round(durationSeconds * sampleRateHz)
  const lengthHint = gapless?.frames ?? (metadataFrames === null ? null : Math.max(0, metadataFrames - trimStart))

  return {
    codec,
    sampleRateHz,
    channels: await track.getNumberOfChannels(),
    trimStart,
    trimEnd: gapless === null ? null : gapless.delay + gapless.frames,
    lengthHint,
    promisedEnd: waveFrames ?? (lengthHint === null ? null : trimStart + lengthHint),
    prerollFrames: codec.kind === 'pcm' ? 0 : prerollFrames[codec.name],
    async seek(frame) {
      seeks += 1
      // WebM's times are rounded to milliseconds: a packet that begins just after the frame may claim to begin before it.
      const seconds = isWebm ? (frame + preSkip) / sampleRateHz - 0.0005 : frame / sampleRateHz
      upcoming = placeAt(seconds)
      await upcoming
    },
    async next(): Promise<Packet | null> {
      const mine = seeks
      const place = await (upcoming ?? placeAt(first.timestamp)).catch((error: unknown) => {
        // A seek lets go of what the packets before it came from.
        if (mine !== seeks) return null
        throw error
      })
      if (place === null || mine !== seeks) return null
      const { packet } = place
      upcoming = placeOf(place.sink, place.sink.getNextPacket(packet))
      // Read ahead; a failure is told when the packet is asked for.
      upcoming.catch(() => undefined)
      // Durations in WebM are rounded and often absent, those of MPEG-TS go by its ticks: the decoder knows better.
      const frames =
        isWebm || isTs ? null : Math.round((packet.timestamp + packet.duration) * sampleRateHz) - startOf(packet)
      return { data: packet.data, startFrame: startOf(packet), frames }
    },
    readPaddingFrames,
    async prepareSeeking(stopped) {
      const seeker = await oggSeeker()
      await seeker?.prepare(stopped)
    },
    close() {
      input.dispose()
      ogg?.then((seeker) => seeker?.close()).catch(() => undefined)
    },
  }
}

/** A packet and the sink that knows what follows it. */
interface Place {
  readonly sink: EncodedPacketSink
  readonly packet: EncodedPacket
}

async function placeOf(sink: EncodedPacketSink, asked: Promise<EncodedPacket | null>): Promise<Place | null> {
  const packet = await asked
  return packet === null ? null : { sink, packet }
}

/** How the track's packets become samples, and the frames an Opus stream begins too early (RFC 7845 §4.2). */
async function packetCodec(track: InputAudioTrack): Promise<{ codec: PacketCodec; preSkip: number }> {
  const codec = await track.getCodec()
  if (codec?.startsWith('pcm') || codec === 'ulaw' || codec === 'alaw') {
    const channels = await track.getNumberOfChannels()
    const sampleRateHz = await track.getSampleRate()
    return { codec: { kind: 'pcm', name: 'PCM', format: codec, channels, sampleRateHz }, preSkip: 0 }
  }
  const name = codec === null ? undefined : codecNames[codec]
  const config = await track.getDecoderConfig()
  if (name === undefined || config === null) throw new FailureError(failure('file-unsupported'))
  if (name === 'Opus') return withoutPreSkip(config)
  return { codec: { kind: 'webcodecs', name, config }, preSkip: 0 }
}

/**
 * Chromium's decoder drops the pre-skip after every reset, also in the middle of a track, where nothing must be dropped.
 * It is told that there is none (bytes 10 and 11 of the OpusHead, RFC 7845 §5.1); the pipeline trims by frame count.
 */
function withoutPreSkip(config: AudioDecoderConfig): { codec: PacketCodec; preSkip: number } {
  const { description } = config
  if (description === undefined) return { codec: { kind: 'webcodecs', name: 'Opus', config }, preSkip: 0 }
  const bytes = ArrayBuffer.isView(description)
    ? new Uint8Array(description.buffer, description.byteOffset, description.byteLength).slice()
    : new Uint8Array(description).slice()
  const preSkip = (bytes[10] ?? 0) | ((bytes[11] ?? 0) << 8)
  bytes.fill(0, 10, 12)
  return { codec: { kind: 'webcodecs', name: 'Opus', config: { ...config, description: bytes } }, preSkip }
}
