import type { TFunction } from 'i18next'
import { Copy, Ellipsis, FileX2, Pause, Play } from 'lucide-react'
import { memo } from 'react'
import type { PlaylistEntry } from '../../state/index.ts'
import { Bars } from '../../ui/bars/index.ts'
import { IconButton } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import { Cover } from '../../ui/cover/index.ts'
import { clockTime, dayInWords, joinNames, shortFormat } from '../../ui/format/index.ts'
import { Name } from '../../ui/name/index.ts'
import { RowHeart } from '../likes/index.ts'
import styles from './entries.module.css'

export interface EntryRowProps {
  readonly entry: PlaylistEntry
  readonly index: number
  /** From the top of the list, in px. */
  readonly offset: number
  readonly playing: boolean
  readonly moving: boolean
  readonly liked: boolean
  /** Repeats an earlier row. */
  readonly duplicate: boolean
  readonly selected: boolean
  readonly joinedAbove: boolean
  readonly joinedBelow: boolean
  /** Being carried: its place is shown faintly. */
  readonly lifted: boolean
  readonly tabStop: boolean
  /** When the page was opened, Unix time in ms: "2 days ago" counts from then. */
  readonly nowMs: number
  /** Handed in: a hook in each row would be paid for with every row that scrolls into view. */
  readonly t: TFunction
  readonly locale: string
}

/** One row of a playlist. Memoised: while the list scrolls only new rows render. */
export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const { entry, index, playing, moving, t, locale } = props
  const { track } = entry
  const title = track.title || t('album.untitled')
  const pauses = playing && moving
  return (
    <tr
      data-row={entry.entryId}
      aria-rowindex={index + 2}
      aria-selected={props.selected}
      {...(playing && { 'aria-current': 'true' as const })}
      tabIndex={props.tabStop ? 0 : -1}
      className={classes(
        styles.row,
        styles.bodyRow,
        playing && styles.playing,
        track.missing && styles.missing,
        props.lifted && styles.lifted,
        props.joinedAbove && styles.joinedAbove,
        props.joinedBelow && styles.joinedBelow,
      )}
      style={{ transform: `translateY(${props.offset}px)` }}
    >
      <td className={styles.number}>
        <span className={styles.figure}>{playing ? <Bars moving={moving} /> : index + 1}</span>
        {!track.missing && (
          <button
            type="button"
            tabIndex={-1}
            data-action="play"
            className={styles.rowPlay}
            aria-label={pauses ? t('album.pause', { title }) : t('album.play', { title })}
          >
            {pauses ? <Pause aria-hidden /> : <Play aria-hidden />}
          </button>
        )}
      </td>
      <td className={styles.main}>
        <Cover path={track.coverPath} seed={track.albumTitle ?? title} size={40} corners="tight" />
        <span className={styles.words}>
          <Name className={styles.title}>{title}</Name>
          <Name className={styles.artist}>
            {track.artists.length > 0 ? joinNames(track.artists, locale) : t('album.unknownArtist')}
          </Name>
        </span>
      </td>
      <td className={styles.album} dir="auto">
        {track.albumTitle}
      </td>
      <td className={styles.added}>{dayInWords(entry.addedAt, props.nowMs, locale)}</td>
      <td className={styles.format}>
        <Status entry={entry} duplicate={props.duplicate} t={t} locale={locale} />
      </td>
      <td className={styles.heart}>
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

/** What keeps a row from being like the others, else what it is made of. */
function Status({ entry, duplicate, t, locale }: Pick<EntryRowProps, 'entry' | 'duplicate' | 't' | 'locale'>) {
  if (entry.track.missing) {
    return (
      <span className={classes(styles.chip, styles.wrong)}>
        <FileX2 aria-hidden />
        {t('playlist.fileMissing')}
      </span>
    )
  }
  if (duplicate) {
    return (
      <span className={classes(styles.chip, styles.doubtful)}>
        <Copy aria-hidden />
        {t('playlist.duplicateRow')}
      </span>
    )
  }
  return shortFormat(entry.track.format, locale)
}
