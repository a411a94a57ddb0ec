import type { TFunction } from 'i18next'
import { Ellipsis, Pause, Play } from 'lucide-react'
import { memo } from 'react'
import type { Track } from '../../../src/music/index.ts'
import { Bars } from '../../ui/bars/index.ts'
import { IconButton } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import { Cover } from '../../ui/cover/index.ts'
import { clockTime, joinNames, shortFormat } from '../../ui/format/index.ts'
import { Name } from '../../ui/name/index.ts'
import { RowHeart } from '../likes/index.ts'
import styles from './album.module.css'

export interface TrackRowProps {
  readonly track: Track
  readonly index: number
  /** From the top of the list, in px. */
  readonly offset: number
  readonly withAlbum: boolean
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
  const { track, index, withAlbum, playing, moving, selected, t, locale } = props
  const title = track.title || t('album.untitled')
  const pauses = playing && moving
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
        withAlbum && styles.withAlbum,
        playing && styles.playing,
        props.joinedAbove && styles.joinedAbove,
        props.joinedBelow && styles.joinedBelow,
      )}
      style={{ transform: `translateY(${props.offset}px)` }}
    >
      <td className={styles.number}>
        <span className={styles.figure}>
          {playing ? <Bars moving={moving} /> : withAlbum ? index + 1 : (track.trackNumber ?? index + 1)}
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
        {withAlbum && <Cover path={track.coverPath} seed={track.albumTitle ?? title} size={40} corners="tight" />}
        <span className={styles.rowWords}>
          <Name className={styles.rowTitle}>{title}</Name>
          <Name className={styles.rowArtist}>
            {track.artists.length > 0 ? joinNames(track.artists, locale) : t('album.unknownArtist')}
          </Name>
        </span>
      </td>
      {withAlbum && (
        <td className={styles.rowAlbum} dir="auto">
          {track.albumTitle}
        </td>
      )}
      <td className={styles.format}>{shortFormat(track.format, locale)}</td>
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
