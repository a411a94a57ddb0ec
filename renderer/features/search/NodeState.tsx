import type { SourceView } from '../../state/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { failureWords } from '../notices/index.ts'
import styles from './search.module.css'

/** How it stands with what servers find, in one quiet line; rows to come keep their place while they are waited for. */
export function NodeState({ source, count }: { source: SourceView; count: number }) {
  const { t } = useTranslation()
  if (source.waiting) {
    return (
      <div className={styles.nodes} aria-busy>
        <p className={styles.quiet}>{t('search.nodesSearching')}</p>
        {count === 0 && (
          <div className={styles.nodeBones} aria-hidden>
            {Array.from({ length: 4 }, (_bone, index) => (
              <span key={index} className={styles.boneRow} />
            ))}
          </div>
        )}
      </div>
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
  return count === 0 ? <p className={styles.quiet}>{t('search.nodesNothing')}</p> : null
}
