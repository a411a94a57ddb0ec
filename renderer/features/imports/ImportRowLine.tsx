import type { ReactNode } from 'react'
import type { ImportRow } from '../../../src/imports/index.ts'
import { classes } from '../../ui/classes.ts'
import { clockTime, joinNames } from '../../ui/format/index.ts'
import { Name } from '../../ui/name/index.ts'
import { Spinner } from '../../ui/progress/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { madeOf } from '../tracks/index.ts'
import styles from './rows.module.css'
import { outcomeWords } from './words.ts'

/** Height of a row that is not open, in px. */
export const rowHeight = 56

export interface ImportRowLineProps {
  /** Undefined while it is under way. */
  readonly row: ImportRow | undefined
  readonly index: number
  /** From the top of the list, in px. */
  readonly offset: number
  readonly open: boolean
  readonly tabStop: boolean
  /** What an open row shows below its line. */
  readonly children: ReactNode
}

/** One row of the source: what is wanted, and what became of it. */
export function ImportRowLine({ row, index, offset, open, tabStop, children }: ImportRowLineProps) {
  const { t, i18n } = useTranslation()
  const locale = i18n.language
  const shared = {
    'data-row': String(index),
    'aria-rowindex': index + 1,
    tabIndex: tabStop ? 0 : -1,
    style: { top: offset },
  }
  if (row === undefined) {
    return (
      <tr {...shared} aria-busy className={styles.row}>
        <td className={styles.cell}>
          <span className={styles.number}>{index + 1}</span>
        </td>
      </tr>
    )
  }
  const { title, artists, durationMs, outcome } = row
  return (
    <tr {...shared} aria-current={open ? 'true' : undefined} className={classes(styles.row, open && styles.open)}>
      <td className={styles.cell}>
        <div className={styles.line}>
          <span className={styles.number}>{row.place + 1}</span>
          <span className={styles.words}>
            <Name className={styles.title}>{title === '' ? t('imports.noTitle') : title}</Name>
            <Name className={styles.artist}>{artists.length === 0 ? '' : joinNames(artists, locale)}</Name>
          </span>
          {outcome.kind === 'matched' && outcome.match !== null && (
            <span className={styles.made}>{madeOf(outcome.match.track, locale)}</span>
          )}
          <Status row={row} />
          <span className={styles.time}>{durationMs !== null && <time>{clockTime(durationMs, locale)}</time>}</span>
        </div>
        {children}
      </td>
    </tr>
  )
}

function Status({ row: { outcome } }: { row: ImportRow }) {
  const { t } = useTranslation()
  const words = outcomeWords(outcome, t)
  const isLeftOut = outcome.kind === 'none' && outcome.why === 'left-out'
  return (
    <span
      className={classes(
        styles.status,
        outcome.kind === 'review' && styles.review,
        outcome.kind === 'none' && !isLeftOut && styles.none,
      )}
    >
      {outcome.kind === 'open' && <Spinner />}
      {words}
    </span>
  )
}
