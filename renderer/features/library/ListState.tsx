import { FolderPlus, RotateCw, SearchX } from 'lucide-react'
import type { Failure } from '../../../src/contract/index.ts'
import { useServices } from '../../state/index.ts'
import { Button } from '../../ui/button/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { Words } from '../../ui/words/index.ts'
import { failureWords } from '../notices/index.ts'
import styles from './state.module.css'

/** Why a list could not be had, and another try. */
export function Failed({ error, onRetry }: { error: Failure; onRetry: () => void }) {
  const { t } = useTranslation()
  const { what, more } = failureWords(error, t)
  return (
    <div role="alert">
      <Words icon={<RotateCw aria-hidden />} title={what} text={more}>
        <Button onClick={onRetry}>{t('library.retry')}</Button>
      </Words>
    </div>
  )
}

/** A filter that lets nothing through. */
export function NoMatches({ filter, onClear }: { filter: string; onClear: () => void }) {
  const { t } = useTranslation()
  return (
    <Words icon={<SearchX aria-hidden />} title={t('library.noMatches', { filter })} text={t('library.noMatchesText')}>
      <Button onClick={onClear}>{t('library.clearFilter')}</Button>
    </Words>
  )
}

/** Nothing is in the library yet. */
export function EmptyLibrary() {
  const { t } = useTranslation()
  const { commands } = useServices()
  return (
    <Words icon={<FolderPlus aria-hidden />} title={t('library.empty')} text={t('library.emptyText')}>
      <Button look="accent" onClick={() => commands.run('add-music-folder')}>
        {t('library.addFolder')}
      </Button>
    </Words>
  )
}

/** Placeholders of a page on its way; they show themselves only when it takes a while. */
export function Pending({ shape }: { shape: 'grid' | 'rows' }) {
  const { t } = useTranslation()
  return (
    <output className={styles.pending} aria-label={t('library.loading')}>
      {Array.from({ length: shape === 'grid' ? 12 : 8 }, (_bone, index) => (
        <span key={index} className={shape === 'grid' ? styles.boneCard : styles.boneRow} />
      ))}
    </output>
  )
}
