import { useAtomValue } from 'jotai'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { canGoBackAtom, canGoForwardAtom, useServices } from '../../state/index.ts'
import { IconButton } from '../../ui/button/index.ts'
import { SearchBox } from '../../features/search/box.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './frame.module.css'

/** The top edge: the window is moved by it in the desktop app. */
export function TitleBar() {
  const { t } = useTranslation()
  const { commands } = useServices()
  const canGoBack = useAtomValue(canGoBackAtom)
  const canGoForward = useAtomValue(canGoForwardAtom)
  return (
    <header className={styles.titlebar}>
      <div className={styles.brand}>
        <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden>
          <path d="M4 10.5v3M8 7.5v9M12 4.5v15M16 8.5v7M20 10.5v3" />
        </svg>
        <span className={styles.brandName}>{t('app.name')}</span>
      </div>
      <div className={styles.travel}>
        <IconButton size="small" label={t('nav.back')} disabled={!canGoBack} onClick={() => commands.run('back')}>
          <ChevronLeft aria-hidden />
        </IconButton>
        <IconButton
          size="small"
          label={t('nav.forward')}
          disabled={!canGoForward}
          onClick={() => commands.run('forward')}
        >
          <ChevronRight aria-hidden />
        </IconButton>
      </div>
      <SearchBox />
    </header>
  )
}
