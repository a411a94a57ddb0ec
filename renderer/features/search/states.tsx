import { useAtomValue } from 'jotai'
import { RotateCw, SearchX } from 'lucide-react'
import type { Failure } from '../../../src/contract/index.ts'
import { hasLibraryAtom, useServices } from '../../state/index.ts'
import { Button } from '../../ui/button/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { Words } from '../../ui/words/index.ts'
import { failureWords } from '../notices/index.ts'
import styles from './search.module.css'

/** Nothing is called that; or there is nothing yet that could be. */
export function NothingFound({ text }: { text: string }) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const hasLibrary = useAtomValue(hasLibraryAtom)
  const title = t('search.nothing', { text: text.trim() })
  if (hasLibrary !== false) {
    return <Words icon={<SearchX aria-hidden />} title={title} text={t('search.nothingText')} />
  }
  return (
    <Words icon={<SearchX aria-hidden />} title={title} text={t('search.noLibraryText')}>
      <Button look="accent" onClick={() => commands.run('add-music-folder')}>
        {t('library.addFolder')}
      </Button>
    </Words>
  )
}

/** Why a source has no answer, and another try. */
export function Failed({ error, onRetry }: { error: Failure; onRetry: () => void }) {
  const { t } = useTranslation()
  const { what, more } = failureWords(error, t)
  return (
    <div className={styles.failed} role="alert">
      <p>
        <strong>{what}.</strong> {more}
      </p>
      <Button onClick={onRetry}>
        <RotateCw aria-hidden />
        {t('library.retry')}
      </Button>
    </div>
  )
}

/** Where results will be; they show themselves only when it takes a while. */
export function Bones() {
  return (
    <div className={styles.bones} aria-hidden>
      <span className={styles.boneCard} />
      {Array.from({ length: 6 }, (_bone, index) => (
        <span key={index} className={styles.boneRow} />
      ))}
    </div>
  )
}
