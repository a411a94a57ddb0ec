import type { TFunction } from 'i18next'
import { Ellipsis, Pause, Play, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import type { Track } from '../../../src/music/index.ts'
import { Bars } from '../../ui/bars/index.ts'
import { IconButton } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import { Cover } from '../../ui/cover/index.ts'
import { clockTime, joinNames, shortFormat } from '../../ui/format/index.ts'
import { Name } from '../../ui/name/index.ts'
import text from '../../ui/text.module.css'
import { RowHeart } from '../likes/index.ts'
import styles from './tracks.module.css'
import type { TrackColumns } from './types.ts'

export interface TrackRowProps {
  readonly track: Track
  readonly index: number
  /** From the top of the list, in px. */
  readonly offset: number
  readonly columns: TrackColumns
  readonly playing: boolean
  readonly moving: boolean
  readonly liked: boolean
  readonly selected: boolean
  readonly joinedAbove: boolean
  readonly joinedBelow: boolean
  readonly tabStop: boolean
  /** Handed in: a hook in each row would be paid for with every row that scrolls into view. */
  readonly t: TFunction
  readonly locale: string
}

/** One track of a list. Memoised: while the list scrolls only new rows render. */
export const TrackRow = memo(function TrackRow(props: TrackRowProps) {
  const { track, index, columns, playing, moving, selected, t, locale } = props
  const title = track.title || t('album.untitled')
  const pauses = playing && moving
  const isAlbum = columns === 'album'
  return (
    <tr
      data-row={String(index)}
      aria-rowindex={index + 2}
      aria-selected={selected}
      {...(playing && { 'aria-current': 'true' as const })}
      tabIndex={props.tabStop ? 0 : -1}
      className={classes(
        styles.row,
        styles.bodyRow,
        playing && styles.playing,
        track.missing && styles.missing,
        props.joinedAbove && styles.joinedAbove,
        props.joinedBelow && styles.joinedBelow,
      )}
      style={{ transform: `translateY(${props.offset}px)` }}
    >
      <td className={styles.number}>
        <span className={styles.figure}>
          {playing ? <Bars moving={moving} /> : isAlbum ? (track.trackNumber ?? index + 1) : index + 1}
        </span>
        <button
          type="button"
          tabIndex={-1}
          data-action="play"
          className={styles.rowPlay}
          aria-label={pauses ? t('album.pause', { title }) : t('album.play', { title })}
        >
          {pauses ? <Pause aria-hidden /> : <Play aria-hidden />}
        </button>
      </td>
      <td className={styles.main}>
        {!isAlbum && <Cover path={track.coverPath} seed={track.albumTitle ?? title} size={40} corners="tight" />}
        <span className={styles.rowWords}>
          <Name className={styles.rowTitle}>{title}</Name>
          <Name className={styles.rowArtist}>
            {track.artists.length > 0 ? joinNames(track.artists, locale) : t('album.unknownArtist')}
          </Name>
        </span>
      </td>
      {!isAlbum && (
        <td className={styles.rowAlbum} dir="auto">
          {track.albumTitle}
        </td>
      )}
      <td className={styles.format}>
        {track.missing ? (
          <span className={styles.missingWords}>
            <TriangleAlert aria-hidden />
            {t('tracks.missing')}
          </span>
        ) : (
          shortFormat(track.format, locale)
        )}
      </td>
      <td>
        <RowHeart liked={props.liked} title={title} t={t} />
      </td>
      <td className={styles.time}>{track.durationMs !== null && <time>{clockTime(track.durationMs, locale)}</time>}</td>
      <td>
        <IconButton
          plain
          size="small"
          tabIndex={-1}
          data-action="menu"
          label={t('album.more', { title })}
          className={styles.more}
        >
          <Ellipsis aria-hidden />
        </IconButton>
      </td>
    </tr>
  )
})

/** A row that is under way, as large as it will be. */
export const PendingRow = memo(function PendingRow(props: {
  readonly index: number
  readonly offset: number
  readonly columns: TrackColumns
  readonly tabStop: boolean
  readonly selected: boolean
  readonly t: TFunction
}) {
  const { index, columns } = props
  const isAlbum = columns === 'album'
  return (
    <tr
      data-row={String(index)}
      aria-rowindex={index + 2}
      aria-selected={props.selected}
      aria-busy
      tabIndex={props.tabStop ? 0 : -1}
      className={classes(styles.row, styles.bodyRow)}
      style={{ transform: `translateY(${props.offset}px)` }}
    >
      <td className={styles.number}>{index + 1}</td>
      <td className={styles.main}>
        {!isAlbum && <span className={classes(styles.bone, styles.boneCover)} />}
        <span className={classes(styles.rowWords, styles.boneWords)}>
          <span className={classes(styles.bone, styles.boneTitle)} />
          <span className={classes(styles.bone, styles.boneArtist)} />
          <span className={text.unseen}>{props.t('tracks.pending')}</span>
        </span>
      </td>
    </tr>
  )
})
