import type { ByteSource } from '../byte-source.ts'
import type { Packet, PacketReader } from '../packets.ts'

/** Frames given out at once: a twelfth of a second at 48 kHz. */
const packetFrames = 4096
const bytesPerSample = 2

interface PcmShape {
  readonly sampleRateHz: number
  readonly channels: number
}

/**
 * Opens samples without a head: 16 bits, little-endian, interleaved. Nothing in the bytes tells them apart from noise, so
 * they are known by their media type alone; null for any other.
 */
export function openRawPcm(source: ByteSource, mediaType: string | null): PacketReader | null {
  const shape = pcmShape(mediaType)
  if (shape === null) return null
  const { sampleRateHz, channels } = shape
  const frameBytes = channels * bytesPerSample
  let place = 0
  /** Counts seeks: what was under way when one came must not move the place any more. */
  let seeks = 0
  return {
    codec: { kind: 'pcm', name: 'PCM', format: 'pcm-s16', channels, sampleRateHz },
    sampleRateHz,
    channels,
    trimStart: 0,
    trimEnd: null,
    lengthHint: Number.isFinite(source.end) ? Math.floor(source.end / frameBytes) : null,
    promisedEnd: null,
    prerollFrames: 0,
    seek(frame) {
      seeks += 1
      place = Math.max(0, frame)
      return Promise.resolve()
    },
    async next(): Promise<Packet | null> {
      const mine = seeks
      const startFrame = place
      const data = await source.read(startFrame * frameBytes, (startFrame + packetFrames) * frameBytes)
      // Half a frame at the end of a stream that broke off is no sound.
      const frames = Math.floor(data.length / frameBytes)
      if (frames === 0 || mine !== seeks) return null
      place = startFrame + frames
      return { data: data.subarray(0, frames * frameBytes), startFrame, frames }
    },
    close: () => undefined,
  }
}

/** Rate and channels out of `audio/x-s16le;rate=48000;channels=2`; null for another type, or one that lacks them. */
function pcmShape(mediaType: string | null): PcmShape | null {
  const [type, ...parameters] = (mediaType ?? '').toLowerCase().split(';')
  if (type?.trim() !== 'audio/x-s16le') return null
  const values = new Map(parameters.map((parameter) => [parameter.split('=')[0]?.trim(), parameter.split('=')[1]]))
  const sampleRateHz = Number(values.get('rate'))
  const channels = Number(values.get('channels'))
  return sampleRateHz > 0 && channels > 0 ? { sampleRateHz, channels } : null
}
