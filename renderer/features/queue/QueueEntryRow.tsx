import type { TFunction } from 'i18next'
import { X } from 'lucide-react'
import { memo } from 'react'
import type { QueueEntry } from '../../player/controller/types.ts'
import { Bars } from '../../ui/bars/index.ts'
import { IconButton } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import { Cover } from '../../ui/cover/index.ts'
import { clockTime, joinNames } from '../../ui/format/index.ts'
import { Name } from '../../ui/name/index.ts'
import styles from './queue.module.css'

export interface QueueEntryRowProps {
  readonly entry: QueueEntry
  /** From the top of the list, in px. */
  readonly offset: number
  readonly rowIndex: number
  readonly playing: boolean
  readonly moving: boolean
  readonly selected: boolean
  readonly joinedAbove: boolean
  readonly joinedBelow: boolean
  /** Being carried: its place is shown faintly. */
  readonly lifted: boolean
  readonly tabStop: boolean
  /** Handed in: a hook in each row would be paid for with every row that scrolls into view. */
  readonly t: TFunction
  readonly locale: string
}

/** One entry of the queue. */
export const QueueEntryRow = memo(function QueueEntryRow(props: QueueEntryRowProps) {
  const { entry, playing, t, locale } = props
  const { track } = entry
  const title = track.title || t('album.untitled')
  return (
    <tr
      data-row={entry.entryId}
      aria-rowindex={props.rowIndex}
      aria-selected={props.selected}
      {...(playing && { 'aria-current': 'true' as const })}
      tabIndex={props.tabStop ? 0 : -1}
      className={classes(
        styles.entry,
        playing && styles.playing,
        props.lifted && styles.lifted,
        props.joinedAbove && styles.joinedAbove,
        props.joinedBelow && styles.joinedBelow,
      )}
      style={{ transform: `translateY(${props.offset}px)` }}
    >
      <td className={styles.cell}>
        <Cover path={track.coverPath} seed={track.albumTitle ?? title} size={40} corners="tight" />
        <span className={styles.words}>
          <Name className={styles.title}>{title}</Name>
          <Name className={styles.meta}>
            {track.artists.length > 0 ? joinNames(track.artists, locale) : t('album.unknownArtist')}
          </Name>
        </span>
        {playing && <Bars moving={props.moving} />}
        {!playing && track.durationMs !== null && (
          <time className={styles.time}>{clockTime(track.durationMs, locale)}</time>
        )}
        {!playing && (
          <IconButton
            plain
            size="tiny"
            tabIndex={-1}
            data-action="remove"
            label={`${t('queue.remove')}: ${title}`}
            className={styles.remove}
          >
            <X aria-hidden />
          </IconButton>
        )}
      </td>
    </tr>
  )
})
