import type { SourceView } from '../../state/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { failureWords } from '../notices/index.ts'
import styles from './search.module.css'

/** How it stands with what Spotify knows, in one quiet line. */
export function SpotifyState({ source, count }: { source: SourceView; count: number }) {
  const { t } = useTranslation()
  if (source.waiting) {
    return (
      <p className={styles.quiet} aria-busy>
        {t('search.spotifySearching')}
      </p>
    )
  }
  if (source.error !== null) {
    const { what, more } = failureWords(source.error, t)
    return (
      <output className={styles.quiet}>
        {what}. {more}
      </output>
    )
  }
  return count === 0 ? <p className={styles.quiet}>{t('search.spotifyNothing')}</p> : null
}
