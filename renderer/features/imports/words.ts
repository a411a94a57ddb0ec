import type { TFunction } from 'i18next'
import type { ImportJob, ImportOutcome, MatchReason } from '../../../src/imports/index.ts'
import { isVersion } from './versions.ts'

/** Where an import comes from, in words. */
export function sourceWords({ source }: ImportJob, t: TFunction): string {
  switch (source.kind) {
    case 'spotify-playlist':
      return t('imports.fromPlaylist')
    case 'spotify-liked':
      return t('imports.fromLiked')
    case 'file':
      return t('imports.fromFile', { name: source.fileName })
    default:
      return source satisfies never
  }
}

/** Why a recording is thought to be the wanted one or not, in a few words. */
export function reasonWords({ code, version }: MatchReason, t: TFunction): string {
  if (version !== undefined && isVersion(version)) {
    const words = t(`imports.version.${version}`)
    if (code === 'version-extra' || code === 'version-detail') return words
    if (code === 'version-missing') return t('imports.reason.version-missing', { version: words })
  }
  return t(`imports.reason.${code}`, { version: version ?? '' })
}

/** What speaks against a recording comes first: it is what a person has to judge. */
const weights: Readonly<Record<MatchReason['code'], number>> = {
  'chosen-by-person': 0,
  'live-stream': 0,
  'version-extra': 1,
  'version-missing': 1,
  'title-different': 1,
  'artist-different': 1,
  'number-different': 1,
  'duration-beyond-limit': 2,
  'tempo-suspected': 2,
  'version-detail': 2,
  'subtitle-different': 3,
  'subtitle-missing': 3,
  'duration-off': 3,
  'artists-in-part': 3,
  'artist-unknown': 3,
  'explicit-different': 3,
  'title-in-another-script': 4,
  'artist-in-another-script': 4,
  'isrc-equal': 4,
  'title-close': 5,
  'artist-from-title': 5,
  'duration-unknown': 5,
  'title-equal': 6,
  'artists-equal': 6,
  'album-equal': 6,
  'duration-close': 7,
  'album-different': 8,
}

/** The reasons that matter most, in words. */
export function reasonsInWords(reasons: readonly MatchReason[], t: TFunction): readonly string[] {
  const ordered = reasons.toSorted((one, other) => weights[one.code] - weights[other.code])
  return [...new Set(ordered.map((reason) => reasonWords(reason, t)))]
}

/** What a row came to, in a few words. */
export function outcomeWords(outcome: ImportOutcome, t: TFunction): string {
  switch (outcome.kind) {
    case 'open':
      return t('imports.rowOpen')
    case 'matched':
      return outcome.match === null ? t('imports.rowGone') : t(`imports.by.${outcome.by}`)
    case 'review':
      return t('imports.rowReview', { count: outcome.proposals.length })
    case 'none':
      return t(`imports.none.${outcome.why}`)
    case 'skipped':
      return t(`imports.skipped.${outcome.why}`)
    default:
      return outcome satisfies never
  }
}
