/** Chromium offers no media controls for anything that lasts five seconds or less. */
const durationS = 12
/** The lowest rate that Chromium plays, in Hz; silence needs no more. */
const rateHz = 3_000

/** A WAV file of silence (8 bits, mono), as small as it can be. */
export function silentWav(): Uint8Array<ArrayBuffer> {
  const samples = durationS * rateHz
  const bytes = new Uint8Array(44 + samples)
  const view = new DataView(bytes.buffer)
  const text = (at: number, word: string): void => {
    for (let index = 0; index < word.length; index += 1) bytes[at + index] = word.charCodeAt(index)
  }
  text(0, 'RIFF')
  view.setUint32(4, 36 + samples, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rateHz, true)
  view.setUint32(28, rateHz, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true)
  text(36, 'data')
  view.setUint32(40, samples, true)
  // The middle of unsigned 8-bit samples is silence.
  bytes.fill(128, 44)
  return bytes
}
