import { Clock } from 'lucide-react'
import { memo } from 'react'
import { classes } from '../../ui/classes.ts'
import table from '../../ui/table.module.css'
import text from '../../ui/text.module.css'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './entries.module.css'

/** The names of the columns. Memoised: they stay while the rows scroll. */
export const EntryHead = memo(function EntryHead() {
  const { t } = useTranslation()
  return (
    <thead>
      <tr className={classes(table.row, table.headRow)} aria-rowindex={1}>
        <th scope="col" className={table.number}>
          <span aria-hidden>#</span>
          <span className={text.unseen}>{t('album.number')}</span>
        </th>
        <th scope="col">{t('album.title')}</th>
        <th scope="col" className={classes(table.plain, styles.album)}>
          {t('album.album')}
        </th>
        <th scope="col" className={classes(table.plain, styles.added)}>
          {t('playlist.addedColumn')}
        </th>
        <th scope="col" className={table.format}>
          {t('album.format')}
        </th>
        <th scope="col">
          <span className={text.unseen}>{t('likes.column')}</span>
        </th>
        <th scope="col" className={styles.timeHead}>
          <Clock aria-hidden />
          <span className={text.unseen}>{t('album.length')}</span>
        </th>
        <th scope="col">
          <span className={text.unseen}>{t('album.actions')}</span>
        </th>
      </tr>
    </thead>
  )
})
