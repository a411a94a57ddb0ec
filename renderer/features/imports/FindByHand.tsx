import { Search } from 'lucide-react'
import type { FormEvent } from 'react'
import { Button } from '../../ui/button/index.ts'
import { Spinner } from '../../ui/progress/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { failureWords } from '../notices/index.ts'
import styles from './compare.module.css'
import type { HandSearch } from './useHandSearch.ts'

/** The words that a row is looked for by, for a person to change and search with. */
export function FindByHand({ search }: { search: HandSearch }) {
  const { t } = useTranslation()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    search.run()
  }
  return (
    <search>
      <form className={styles.search} onSubmit={submit}>
        <label className={styles.field}>
          <Search aria-hidden />
          <input
            type="search"
            value={search.text}
            aria-label={t('imports.searchWords')}
            onChange={(event) => search.type(event.target.value)}
            dir="auto"
            spellCheck={false}
            autoComplete="off"
          />
          {search.isAsking && <Spinner />}
        </label>
        <Button size="small" type="submit" disabled={search.text.trim() === ''}>
          {t('imports.search')}
        </Button>
        {search.error !== null && (
          <p role="alert" className={styles.wrong}>
            {failureWords(search.error, t).what}
          </p>
        )}
      </form>
    </search>
  )
}
