import { useAtomValue } from 'jotai'
import { History, Search, X } from 'lucide-react'
import { recentSearchesAtom, useServices } from '../../state/index.ts'
import { Button, IconButton } from '../../ui/button/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { stepToResult } from './keys.ts'
import styles from './search.module.css'
import { Words } from '../../ui/words/index.ts'

/** What was searched for before: once more, or away with it. */
export function Recent() {
  const { t } = useTranslation()
  const { commands } = useServices()
  const recent = useAtomValue(recentSearchesAtom)
  if (recent === null) return null
  if (recent.length === 0) {
    return <Words icon={<Search aria-hidden />} title={t('search.empty')} text={t('search.emptyText')} />
  }
  return (
    <section className={styles.recent} data-search-results>
      <header className={styles.recentHead}>
        <h2>{t('search.recent')}</h2>
        <Button look="ghost" onClick={() => commands.runWith('forget-search', { text: null })}>
          {t('search.forgetAll')}
        </Button>
      </header>
      <ul>
        {recent.map((text) => (
          <li key={text} className={styles.recentRow}>
            <button
              type="button"
              className={styles.row}
              data-result
              onKeyDown={stepToResult}
              onClick={() => commands.runWith('search-for', { text })}
            >
              <History aria-hidden />
              <bdi className={styles.rowName}>{text}</bdi>
            </button>
            <IconButton
              size="small"
              label={t('search.forget', { text })}
              onClick={() => commands.runWith('forget-search', { text })}
            >
              <X aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
