import { Heart, ListMusic } from 'lucide-react'
import { Name } from '../../../ui/name/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import type { ListEntry } from './choosing.ts'
import styles from './wizard.module.css'

/** One list of a file: its name, how many songs, and how the first of them were read. */
export function ListChoice(props: {
  readonly entry: ListEntry
  /** There is nothing to choose between. */
  readonly isOnly: boolean
  readonly isChosen: boolean
  readonly onToggle: () => void
}) {
  const { t } = useTranslation()
  const { entry, isOnly } = props
  const Icon = entry.isLiked ? Heart : ListMusic
  const first = entry.first.map(({ title, artists }) => [artists[0], title].filter(Boolean).join(' – '))
  return (
    <li>
      <label className={styles.list}>
        {!isOnly && <input type="checkbox" checked={props.isChosen} onChange={props.onToggle} />}
        <span className={styles.listIcon}>
          <Icon aria-hidden />
        </span>
        <span className={styles.listWords}>
          <Name className={styles.listName}>{entry.name}</Name>
          <span className={styles.listFirst} dir="auto">
            {first.join(' · ')}
            {entry.songs > first.length && ' …'}
          </span>
        </span>
        <span className={styles.listCount}>{t('imports.songs', { count: entry.songs })}</span>
      </label>
    </li>
  )
}
