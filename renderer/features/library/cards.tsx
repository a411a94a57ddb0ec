import type { TFunction } from 'i18next'
import { UserRound } from 'lucide-react'
import { memo } from 'react'
import type { AlbumSummary, ArtistSummary } from '../../../src/library/index.ts'
import { DrawnButton } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import { Cover } from '../../ui/cover/index.ts'
import { phraseWith, phraseWithCount } from '../../ui/format/index.ts'
import { Name } from '../../ui/name/index.ts'
import styles from './cards.module.css'

/** About the width of a card, in px: see `gridShape`. */
export const cardPx = 176

interface CardProps {
  readonly index: number
  readonly tabIndex: 0 | -1
  readonly t: TFunction
}

/** What cards say, translated once for all of them. */
interface CardWords {
  readonly untitled: string
  readonly play: (title: string) => string
  readonly pause: (title: string) => string
  readonly albums: (count: number) => string
  readonly tracks: (count: number) => string
}

const known = new WeakMap<TFunction, CardWords>()

function wordsOf(t: TFunction): CardWords {
  const words = known.get(t) ?? {
    untitled: t('album.untitled'),
    play: phraseWith((title) => t('album.play', { title })),
    pause: phraseWith((title) => t('album.pause', { title })),
    albums: phraseWithCount((count) => t('library.albums', { count })),
    tracks: phraseWithCount((count) => t('album.tracks', { count })),
  }
  known.set(t, words)
  return words
}

/** Who an album is by, in words. */
export function albumArtist(album: Pick<AlbumSummary, 'artist' | 'isCompilation'>, t: TFunction): string {
  return album.artist ?? (album.isCompilation ? t('album.variousArtists') : t('album.unknownArtist'))
}

export interface AlbumCardProps extends CardProps {
  readonly album: AlbumSummary
  /** It is what the queue plays from. */
  readonly isContext: boolean
  readonly playing: boolean
}

/** An album in a grid: opens its page, or plays from the button. */
export const AlbumCard = memo(function AlbumCard({ album, isContext, playing, index, tabIndex, t }: AlbumCardProps) {
  const words = wordsOf(t)
  const title = album.title || words.untitled
  const by = albumArtist(album, t)
  return (
    <article className={classes(styles.card, isContext && styles.isContext)}>
      <button type="button" className={styles.open} data-card={index} tabIndex={tabIndex}>
        <Cover path={album.coverPath} seed={title} fills={cardPx} shadow className={styles.cardCover} />
        <Name className={styles.cardName}>{title}</Name>
        <span className={styles.cardMeta}>
          <bdi>{by}</bdi>
          {album.year !== null && <span>{album.year}</span>}
        </span>
      </button>
      <DrawnButton
        drawing={playing ? 'pause' : 'play'}
        data-play={index}
        tabIndex={tabIndex}
        className={styles.cardPlay}
        label={playing ? words.pause(title) : words.play(title)}
      />
    </article>
  )
})

/** An artist in a grid. */
export const ArtistCard = memo(function ArtistCard(props: CardProps & { readonly artist: ArtistSummary }) {
  const { artist, index, tabIndex, t } = props
  const words = wordsOf(t)
  const name = artist.name || t('album.unknownArtist')
  return (
    <article className={classes(styles.card, styles.artistCard)}>
      <button type="button" className={styles.open} data-card={index} tabIndex={tabIndex}>
        <ArtistPicture artist={artist} fills={cardPx} className={styles.cardCover} />
        <Name className={styles.cardName}>{name}</Name>
        <span className={styles.cardMeta}>
          {artist.albumCount > 0 ? words.albums(artist.albumCount) : words.tracks(artist.trackCount)}
        </span>
      </button>
    </article>
  )
})

interface ArtistPictureProps {
  readonly artist: ArtistSummary
  /** About its width, in px. */
  readonly fills: number
  readonly className?: string | undefined
}

/** An artist's picture: round, from a cover of theirs. */
export function ArtistPicture({ artist, fills, className }: ArtistPictureProps) {
  if (artist.coverPath === null) {
    return (
      <span className={classes(styles.noPicture, className)}>
        <UserRound aria-hidden />
      </span>
    )
  }
  return <Cover path={artist.coverPath} seed={artist.name} fills={fills} className={classes(styles.round, className)} />
}

/** A card under way, as large as it will be. */
export function PendingCard({ index, tabIndex, round }: { index: number; tabIndex: 0 | -1; round: boolean }) {
  return (
    <div className={styles.card} data-card={index} tabIndex={tabIndex}>
      <span className={classes(styles.boneCover, round && styles.round)} />
      <span className={styles.boneName} />
    </div>
  )
}
