import type { TFunction } from 'i18next'
import { Copy, FileX2 } from 'lucide-react'
import { memo } from 'react'
import { classes } from '../../ui/classes.ts'
import { dayInWords } from '../../ui/format/index.ts'
import table from '../../ui/table.module.css'
import { madeOf, TrackLine, type TrackLineProps } from '../tracks/index.ts'
import styles from './entries.module.css'

export interface EntryRowProps extends TrackLineProps {
  readonly entryId: string
  /** Unix time in ms. */
  readonly addedAt: number
  /** Repeats an earlier row. */
  readonly duplicate: boolean
  /** Being carried: its place is shown faintly. */
  readonly lifted: boolean
  /** When the page was opened, Unix time in ms: "2 days ago" counts from then. */
  readonly nowMs: number
  /** For the few rows that are not like the others. */
  readonly t: TFunction
}

/** One row of a playlist. Memoised: while the list scrolls only new rows render. */
export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const { entryId, addedAt, duplicate, nowMs, t, ...line } = props
  const { track, index, locale } = props
  return (
    <TrackLine
      {...line}
      id={entryId}
      number={index + 1}
      cover
      status={<Status track={track} duplicate={duplicate} t={t} locale={locale} />}
    >
      <td className={classes(table.plain, styles.album)} dir="auto">
        {track.albumTitle}
      </td>
      <td className={classes(table.plain, styles.added)}>{dayInWords(addedAt, nowMs, locale)}</td>
    </TrackLine>
  )
})

/** What keeps a row from being like the others, else what it is made of. */
function Status({ track, duplicate, t, locale }: Pick<EntryRowProps, 'track' | 'duplicate' | 't' | 'locale'>) {
  if (track.missing) {
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
  return madeOf(track, locale)
}
