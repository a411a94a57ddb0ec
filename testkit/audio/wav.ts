import { framesOf, type Signal } from './signals.ts'

/** Speaker masks of WAVE_FORMAT_EXTENSIBLE for the channel counts used here (Microsoft, "WAVEFORMATEXTENSIBLE"). */
const channelMasks: Readonly<Record<number, number>> = { 1: 0x4, 2: 0x3, 6: 0x3f }

/** The sub-format GUID for integer PCM, as it lies in the file. */
const pcmSubFormat = Buffer.from('0100000000001000800000aa00389b71', 'hex')

/**
 * Writes integer PCM WAV without dither: sample = round(value × full scale). More than two channels or more than 16 bits
 * use the extensible header, as real files do.
 */
export function encodeWav(signal: Signal, sampleRateHz: number, bitsPerSample: 16 | 24): Buffer {
  const channels = signal.length
  const frames = framesOf(signal)
  const bytesPerSample = bitsPerSample / 8
  const dataBytes = frames * channels * bytesPerSample
  const extensible = channels > 2 || bitsPerSample > 16
  const formatBytes = extensible ? 40 : 16
  const dataStart = 12 + 8 + formatBytes + 8
  const file = Buffer.alloc(dataStart + dataBytes)

  file.write('RIFF', 0, 'latin1')
  file.writeUInt32LE(file.length - 8, 4)
  file.write('WAVEfmt ', 8, 'latin1')
  file.writeUInt32LE(formatBytes, 16)
  file.writeUInt16LE(extensible ? 0xfffe : 1, 20)
  file.writeUInt16LE(channels, 22)
  file.writeUInt32LE(sampleRateHz, 24)
  file.writeUInt32LE(sampleRateHz * channels * bytesPerSample, 28)
  file.writeUInt16LE(channels * bytesPerSample, 32)
  file.writeUInt16LE(bitsPerSample, 34)
  if (extensible) {
    file.writeUInt16LE(22, 36)
    file.writeUInt16LE(bitsPerSample, 38)
    file.writeUInt32LE(channelMasks[channels] ?? 0, 40)
    pcmSubFormat.copy(file, 44)
  }
  file.write('data', dataStart - 8, 'latin1')
  file.writeUInt32LE(dataBytes, dataStart - 4)

  const top = 2 ** (bitsPerSample - 1)
  let at = dataStart
  for (let frame = 0; frame < frames; frame++) {
    for (const channel of signal) {
      const value = Math.max(-top, Math.min(top - 1, Math.round((channel[frame] ?? 0) * top)))
      at = bitsPerSample === 16 ? file.writeInt16LE(value, at) : file.writeIntLE(value, at, 3)
    }
  }
  return file
}
