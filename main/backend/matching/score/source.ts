import type { Candidate } from '../types.ts'
import type { Credit } from '../artists/index.ts'

/** Sources that hold what labels delivered, by the names that nodes give them. */
const catalogues = new Set(
  'library spotify applemusic deezer tidal qobuz amazonmusic yandexmusic jiosaavn gaana vkmusic bandcamp audius ytmusic youtubemusic netease qqmusic pandora napster audiomack'.split(
    ' ',
  ),
)

/** How far a source's names can be trusted, from 0 to 1. */
export function trustOf({ source, isOfficial }: Candidate, channel: Credit['channel'], isByArtist: boolean): number {
  if (isCatalogue(source)) return 1
  if (channel === 'topic') return 0.97
  if (channel === 'official' || isOfficial === true) return 0.9
  return isByArtist ? 0.85 : 0.5
}

export function isCatalogue(source: string): boolean {
  return catalogues.has(source.toLowerCase().replaceAll(/[^a-z]/g, ''))
}

/** The order of sounds among recordings that are the same; more is better. */
export function qualityOf({ source, isLossless, bitRateBps }: Candidate): number {
  const isLibrary = source === 'library'
  if (isLossless === true) return isLibrary ? 4 : 3
  // Half a step at 320 kbit/s and more: never above lossless.
  const rate = Math.min(1, (bitRateBps ?? 0) / 640_000)
  return isLibrary ? 2 + rate / 2 : 1 + rate / 2
}
