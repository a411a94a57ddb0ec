import type { TFunction } from 'i18next'
import type { AudioFormat, Track } from '../../../src/music/index.ts'
import type { StreamInfo, StreamRoute } from '../../../src/streams/index.ts'
import { byteSize, numberFormat } from '../../ui/format/index.ts'
import { failureWords } from '../notices/index.ts'

/** One line of what is to be said of the sound. */
export interface SourceFact {
  readonly label: string
  readonly value: string
  /** Something a person may want to do about it; shown below the value. */
  readonly note?: string
}

/** The facts about what plays that do not change from moment to moment. */
export function sourceFacts(
  track: Track,
  stream: StreamInfo | null,
  gain: number,
  t: TFunction,
  locale: string,
): readonly SourceFact[] {
  const facts: SourceFact[] = [{ label: t('sound.way'), value: wayOf(track, stream, t) }]
  if (stream !== null) {
    if (stream.nodeName !== null) facts.push(serverFact(stream.nodeName, stream, t))
    facts.push({ label: t('sound.here'), value: heldOf(stream, t, locale) })
  }
  if (track.location !== null) facts.push({ label: t('sound.place'), value: track.location })
  facts.push({ label: t('sound.loudness'), value: gainInWords(gain, t, locale) })
  return facts
}

/** Better ways that were not taken, and why. */
export function passedOver(stream: StreamInfo, t: TFunction): readonly string[] {
  return stream.passed.map(({ route, nodeName, failure }) =>
    t('sound.passed', { way: t(`sound.route.${route}`), node: nodeName, what: failureWords(failure, t).what }),
  )
}

/** The format as it arrives: what comes from a node is told by who brings it. */
export function arrivingFormat(track: Track, stream: StreamInfo | null): AudioFormat {
  if (stream === null) return track.format
  return {
    ...track.format,
    codec: stream.format?.toUpperCase() ?? track.format.codec,
    lossless: stream.isLossless ?? false,
    bitRateBps: stream.bitRate,
    sampleRateHz: stream.sampleRateHz,
  }
}

function wayOf(track: Track, stream: StreamInfo | null, t: TFunction): string {
  if (track.origin === 'demo') return t('sound.demo')
  if (track.origin === 'file') return t('sound.file')
  if (stream === null) return t('sound.looking')
  const words: Record<StreamRoute, string> = {
    direct: t('sound.direct', { source: stream.sourceName }),
    hls: t('sound.hls', { source: stream.sourceName }),
    pcm: t('sound.pcm', { source: stream.sourceName, node: stream.nodeName ?? '' }),
  }
  if (stream.state === 'failed') return t('sound.failed')
  return stream.route === null ? t('sound.looking') : words[stream.route]
}

function serverFact(node: string, { nodeFailure }: StreamInfo, t: TFunction): SourceFact {
  const label = t('sound.server')
  if (nodeFailure === null) return { label, value: node }
  const { what, more } = failureWords(nodeFailure, t)
  return { label, value: `${node}: ${what}`, note: more }
}

function heldOf({ state, heldBytes, totalBytes, throughput }: StreamInfo, t: TFunction, locale: string): string {
  const held = byteSize(heldBytes, locale)
  const amount = totalBytes === null ? held : t('sound.heldOf', { held, total: byteSize(totalBytes, locale) })
  // What comes from nowhere has no rate; the line's own is that of other tracks.
  if (state !== 'open' || throughput === null || (totalBytes !== null && heldBytes >= totalBytes)) return amount
  const rate = numberFormat(locale, { maximumFractionDigits: 0 }).format(throughput / 1000)
  return t('sound.atRate', { amount, rate })
}

function gainInWords(gain: number, t: TFunction, locale: string): string {
  const gainDb = 20 * Math.log10(gain)
  if (Math.abs(gainDb) < 0.05) return t('sound.asRecorded')
  const number = numberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'always' })
  return t('sound.gain', { value: number.format(gainDb) })
}
