import type { AudioFormat } from '../../../src/music/index.ts'
import { numberFormat } from './numbers.ts'

/** Codec and, where it says more, its resolution, short enough for a column: `FLAC 24/96`, `MP3 320`, `Opus`. */
export function shortFormat(format: AudioFormat, locale: string): string {
  const number = numberFormat(locale, { maximumFractionDigits: 1, useGrouping: false })
  if (format.lossless) {
    if (format.bitsPerSample === null || format.sampleRateHz === null) return format.codec
    return `${format.codec} ${number.format(format.bitsPerSample)}/${number.format(format.sampleRateHz / 1000)}`
  }
  return format.bitRateBps === null
    ? format.codec
    : `${format.codec} ${number.format(Math.round(format.bitRateBps / 1000))}`
}
