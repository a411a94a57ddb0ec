const sampleRateHz = 8000
/** Browsers ignore elements shorter than five seconds. */
const seconds = 20
const headerBytes = 44

/** A WAV file of silence: 8 kHz, 8 bit, mono. */
export function silentWav(): ArrayBuffer {
  const frames = sampleRateHz * seconds
  const buffer = new ArrayBuffer(headerBytes + frames)
  const view = new DataView(buffer)
  const text = (at: number, words: string) => {
    for (let index = 0; index < words.length; index += 1) view.setUint8(at + index, words.charCodeAt(index))
  }
  text(0, 'RIFF')
  view.setUint32(4, headerBytes - 8 + frames, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, sampleRateHz, true)
  view.setUint32(28, sampleRateHz, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true)
  text(36, 'data')
  view.setUint32(40, frames, true)
  // In 8-bit WAV the middle, 128, is silence; 0 would be a full-scale offset.
  new Uint8Array(buffer, headerBytes).fill(128)
  return buffer
}
