import type { AudioFormat } from '../../../src/music/index.ts'

const numbers = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: string): Intl.NumberFormat {
  const known = numbers.get(locale)
  if (known) return known
  const made = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, useGrouping: false })
  numbers.set(locale, made)
  return made
}

/** Codec and, where it says more, its resolution, short enough for a column: `FLAC 24/96`, `MP3 320`, `Opus`. */
export function shortFormat(format: AudioFormat, locale: string): string {
  const number = numberFormat(locale)
  if (format.lossless) {
    if (format.bitsPerSample === null || format.sampleRateHz === null) return format.codec
    return `${format.codec} ${number.format(format.bitsPerSample)}/${number.format(format.sampleRateHz / 1000)}`
  }
  return format.bitRateBps === null
    ? format.codec
    : `${format.codec} ${number.format(Math.round(format.bitRateBps / 1000))}`
}
