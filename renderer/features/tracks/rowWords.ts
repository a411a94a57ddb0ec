import type { TFunction } from 'i18next'
import { phraseWith } from '../../ui/format/index.ts'

/** What rows of tracks say, translated once for all of them. */
export interface RowWords {
  readonly untitled: string
  readonly unknownArtist: string
  readonly pending: string
  readonly missing: string
  readonly play: (title: string) => string
  readonly pause: (title: string) => string
  readonly like: (title: string) => string
  readonly unlike: (title: string) => string
  readonly more: (title: string) => string
}

const known = new WeakMap<TFunction, RowWords>()

/** The words of rows in the language of `t`; the same object for the same `t`. */
export function rowWordsOf(t: TFunction): RowWords {
  const words = known.get(t) ?? {
    untitled: t('album.untitled'),
    unknownArtist: t('album.unknownArtist'),
    pending: t('tracks.pending'),
    missing: t('tracks.missing'),
    play: phraseWith((title) => t('album.play', { title })),
    pause: phraseWith((title) => t('album.pause', { title })),
    like: phraseWith((title) => t('likes.likeTitle', { title })),
    unlike: phraseWith((title) => t('likes.unlikeTitle', { title })),
    more: phraseWith((title) => t('album.more', { title })),
  }
  known.set(t, words)
  return words
}
