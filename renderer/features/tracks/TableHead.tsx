import { ArrowDown, ArrowUp, Clock } from 'lucide-react'
import { memo } from 'react'
import type { ReactNode } from 'react'
import type { TrackSort } from '../../../src/library/index.ts'
import { classes } from '../../ui/classes.ts'
import table from '../../ui/table.module.css'
import text from '../../ui/text.module.css'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './tracks.module.css'
import type { TrackColumns, TrackOrder } from './types.ts'

interface TableHeadProps {
  readonly columns: TrackColumns
  readonly order: TrackOrder | undefined
}

/** The names of the columns; those that the list can be sorted by do it when they are pressed. Memoised: they stay while the rows scroll. */
export const TableHead = memo(function TableHead({ columns, order }: TableHeadProps) {
  const { t } = useTranslation()
  return (
    <thead>
      <tr className={classes(table.row, table.headRow)} aria-rowindex={1}>
        <th scope="col" className={table.number}>
          <span aria-hidden>#</span>
          <span className={text.unseen}>{t('album.number')}</span>
        </th>
        <SortHead by="title" order={order}>
          {t('album.title')}
        </SortHead>
        {columns !== 'album' && (
          <SortHead by="album" order={order} className={classes(table.plain, styles.albumTitle)}>
            {t('album.album')}
          </SortHead>
        )}
        <th scope="col" className={table.format}>
          {t('album.format')}
        </th>
        <th scope="col">
          <span className={text.unseen}>{t('likes.column')}</span>
        </th>
        <SortHead by="duration" order={order} className={styles.timeHead}>
          <Clock aria-hidden />
          <span className={text.unseen}>{t('album.length')}</span>
        </SortHead>
        <th scope="col">
          <span className={text.unseen}>{t('album.actions')}</span>
        </th>
      </tr>
    </thead>
  )
})

interface SortHeadProps {
  readonly by: TrackSort
  readonly order: TrackOrder | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}

function SortHead({ by, order, className, children }: SortHeadProps) {
  if (!order) {
    return (
      <th scope="col" className={className}>
        {children}
      </th>
    )
  }
  const isSorted = order.sort === by
  const Arrow = order.descending ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      className={className}
      aria-sort={isSorted ? (order.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className={classes(styles.sort, isSorted && styles.sorted)}
        onClick={() => order.onChange(by, isSorted && !order.descending)}
      >
        {children}
        {isSorted && <Arrow aria-hidden />}
      </button>
    </th>
  )
}
