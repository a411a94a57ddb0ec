import type { ArtistAgreement } from '../artists/index.ts'
import type { ScoreParts } from '../types.ts'
import type { DurationAgreement } from './duration.ts'
import type { ReadTitle } from './readings.ts'
import * as rule from './weights.ts'

/** The most that a candidate can get with this title. */
export function titleCeiling(title: ReadTitle, duration: DurationAgreement, artists: ArtistAgreement): number {
  const { similarity, kind } = title.agreement
  const isSupported = duration.score !== null && duration.differenceMs <= rule.supportingMs
  switch (kind) {
    case 'another-script':
      return isSupported && artists.kind !== 'different' ? rule.faintCeiling : rule.rejectCeiling
    case 'romanised':
      return isSupported && (artists.kind === 'equal' || artists.kind === 'in-part') ? 1 : rule.reviewCeiling
    case 'other-number':
      return rule.rejectCeiling
    case 'alike':
  }
  if (similarity < rule.titleReviewLine) return rule.rejectCeiling
  if (title.subtitle === 'different') return rule.faintCeiling
  // A bracket of unknown words is a version of a kind that no table knows, unless the lengths say otherwise.
  const isDispelled = duration.score !== null && duration.differenceMs <= rule.dispellingMs
  if (title.subtitle === 'missing' && !isDispelled) return rule.reviewCeiling
  const line = duration.score === null ? rule.titleAcceptLineWithoutDuration : rule.titleAcceptLine
  return similarity < line ? rule.reviewCeiling : 1
}

/** The most that a candidate can get with these artists. */
export function artistCeiling(
  artists: ArtistAgreement,
  duration: DurationAgreement,
  parts: ScoreParts,
  from: { readonly isByArtist: boolean; readonly isTrusted: boolean },
): number {
  const isKnown = duration.score !== null
  const isSupported = isKnown && duration.differenceMs <= rule.supportingMs && parts.title > 0.97
  switch (artists.kind) {
    case 'different':
      return isSupported ? rule.faintCeiling : rule.rejectCeiling
    case 'another-script':
      // Where two scripts cannot be compared, title, length and album have to say it together.
      return isSupported && from.isTrusted && parts.album !== null && parts.album > 0.95 ? 1 : rule.reviewCeiling
    case 'unknown':
      return isSupported ? 1 : rule.reviewCeiling
    default: {
      if (artists.score <= rule.artistAcceptLine) return rule.reviewCeiling
      if (from.isByArtist || from.isTrusted) return !isKnown && artists.score < 0.75 ? rule.reviewCeiling : 1
      // Somebody else's upload that names the artist: a copy, or a cover that does not say so.
      return isKnown && duration.differenceMs <= rule.reuploadMs ? 1 : rule.reviewCeiling
    }
  }
}
