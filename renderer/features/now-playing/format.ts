import type { TFunction } from 'i18next'
import type { AudioFormat } from '../../../src/music/index.ts'
import { numberFormat } from '../../ui/format/index.ts'

/** What the file holds, in parts: `FLAC`, `44.1 kHz`, `16 bit`, `lossless`. Only what the file says. */
export function formatParts(format: AudioFormat, t: TFunction, locale: string): readonly string[] {
  const number = numberFormat(locale, { maximumFractionDigits: 1, useGrouping: false })
  const parts = [format.codec]
  if (format.sampleRateHz !== null) {
    parts.push(t('nowPlaying.sampleRate', { value: number.format(format.sampleRateHz / 1000) }))
  }
  if (format.lossless && format.bitsPerSample !== null) {
    parts.push(t('nowPlaying.bits', { value: number.format(format.bitsPerSample) }))
  }
  if (!format.lossless && format.bitRateBps !== null) {
    parts.push(t('nowPlaying.bitRate', { value: number.format(Math.round(format.bitRateBps / 1000)) }))
  }
  if (format.channels === 1) parts.push(t('nowPlaying.mono'))
  else if (format.channels !== null && format.channels !== 2) {
    parts.push(t('nowPlaying.channels', { count: format.channels }))
  }
  if (format.lossless) parts.push(t('nowPlaying.lossless'))
  return parts
}
