import type { Packet, PacketReader } from './packets.ts'
import { createPcmDecoder } from './pcm.ts'

/** Decoded samples, one array per channel, in the stream's own frames before trimming. */
export interface DecodedBlock {
  readonly startFrame: number
  /** Rate at which they really are: HE-AAC gives twice what its header says. */
  readonly sampleRateHz: number
  readonly channels: readonly Float32Array[]
}

/** Packets in, samples out, in order. */
export interface PacketDecoder {
  /** Takes a packet; resolves when the decoder is ready for more. Samples arrive through `onBlock`. */
  decode(packet: Packet): Promise<void>
  /** Resolves when everything that was taken has come out. */
  flush(): Promise<void>
  /** Forgets what is inside; the next packet may come from anywhere. */
  reset(): void
  close(): void
  /** Packets that could not be decoded since the last one that could. */
  readonly failures: number
}

/** Packets that may wait inside the decoder. */
const queueLimit = 12

/** Makes the decoder that a reader's packets need. */
export function createPacketDecoder(reader: PacketReader, onBlock: (block: DecodedBlock) => void): PacketDecoder {
  const { codec } = reader
  if (codec.kind === 'webcodecs') return createWebCodecsDecoder(reader, codec.config, codec.name === 'Vorbis', onBlock)
  const convert = createPcmDecoder(codec.format, codec.channels)
  return {
    failures: 0,
    decode(packet) {
      onBlock({ startFrame: packet.startFrame, sampleRateHz: codec.sampleRateHz, channels: convert(packet.data) })
      return Promise.resolve()
    },
    flush: () => Promise.resolve(),
    reset: () => undefined,
    close: () => undefined,
  }
}

/**
 * WebCodecs behind the same face. The frame count goes by the first packet after a reset, never by the output's
 * timestamps (whole microseconds, and shifted by what the decoder holds back). A Vorbis decoder gives nothing for its first
 * packet, so there the second one counts.
 */
function createWebCodecsDecoder(
  reader: PacketReader,
  config: AudioDecoderConfig,
  startsWithSecondPacket: boolean,
  onBlock: (block: DecodedBlock) => void,
): PacketDecoder {
  let fed = 0
  let cursor: number | null = null
  let decoder: AudioDecoder | null = null
  let failures = 0
  let wake: (() => void) | null = null

  function output(data: AudioData): void {
    failures = 0
    if (cursor === null) {
      data.close()
      return
    }
    const scale = data.sampleRate / reader.sampleRateHz
    const startFrame = Math.round(cursor * scale)
    const channels = Array.from({ length: data.numberOfChannels }, (_, planeIndex) => {
      const samples = new Float32Array(data.numberOfFrames)
      data.copyTo(samples, { planeIndex, format: 'f32-planar' })
      return samples
    })
    cursor = (startFrame + data.numberOfFrames) / scale
    const { sampleRate } = data
    data.close()
    onBlock({ startFrame, sampleRateHz: sampleRate, channels })
  }

  function forget(): void {
    fed = 0
    cursor = null
  }

  function open(): AudioDecoder {
    const fresh = new AudioDecoder({
      output,
      error: () => {
        // A packet that cannot be decoded costs that packet: a new decoder goes on with the next one.
        if (decoder !== fresh) return
        decoder = null
        failures += 1
        forget()
        wake?.()
      },
    })
    fresh.ondequeue = () => wake?.()
    fresh.configure(config)
    return fresh
  }

  return {
    get failures() {
      return failures
    },
    async decode(packet) {
      const taking = decoder ?? open()
      decoder = taking
      fed += 1
      if (fed === (startsWithSecondPacket ? 2 : 1)) cursor = packet.startFrame
      const timestamp = Math.round((packet.startFrame * 1e6) / reader.sampleRateHz)
      taking.decode(new EncodedAudioChunk({ type: 'key', timestamp, data: packet.data }))
      // A decoder that failed is closed, and its queue is empty.
      while (taking.state === 'configured' && taking.decodeQueueSize >= queueLimit) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    async flush() {
      const flushing = decoder
      // A flush that fails has reported its error above already.
      await flushing?.flush().catch(() => undefined)
    },
    reset() {
      forget()
      failures = 0
      if (decoder === null) return
      decoder.reset()
      decoder.configure(config)
    },
    close() {
      if (decoder !== null && decoder.state !== 'closed') decoder.close()
      decoder = null
    },
  }
}
