import type { ReactNode } from 'react'
import { useServices } from '../../state/index.ts'
import type { LibraryTab } from '../../state/index.ts'
import { classes } from '../../ui/classes.ts'
import tabStyles from '../../ui/tabs.module.css'
import { useTranslation } from '../../ui/translation/index.ts'
import { FilterBox } from './FilterBox.tsx'
import styles from './library.module.css'

const tabs = [
  { tab: 'playlists', words: 'library.tabPlaylists' },
  { tab: 'liked', words: 'library.tabLiked' },
  { tab: 'albums', words: 'library.tabAlbums' },
  { tab: 'artists', words: 'library.tabArtists' },
  { tab: 'tracks', words: 'library.tabTracks' },
  { tab: 'folders', words: 'library.tabFolders' },
] as const

export interface LibraryHeadProps {
  readonly tab: LibraryTab
  /** How much there is, in words; empty while nobody knows. */
  readonly count: string
  readonly filter?: string
  /** Without it the tab has no filter. */
  readonly onFilter?: (filter: string) => void
  /** Buttons for all of the list. */
  readonly actions?: ReactNode
  /** The order, beside the filter. */
  readonly children?: ReactNode
}

/** The head of the library: its tabs, how much the open one holds, filter and order. Stays while the list scrolls. */
export function LibraryHead({ tab, count, filter = '', onFilter, actions, children }: LibraryHeadProps) {
  const { t } = useTranslation()
  const { commands } = useServices()
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        <h1>{t('library.title')}</h1>
        <p aria-live="polite">{count}</p>
      </div>
      <div className={styles.bar}>
        <nav className={classes(tabStyles.tabs, styles.tabs)} aria-label={t('library.tabs')}>
          {tabs.map(({ tab: one, words }) => (
            <button
              key={one}
              type="button"
              className={tabStyles.tab}
              aria-current={one === tab ? 'page' : undefined}
              onClick={() => commands.runWith('open-page', { page: { kind: 'library', tab: one } })}
            >
              {t(words)}
            </button>
          ))}
        </nav>
        <div className={styles.tools}>
          {actions}
          {onFilter && <FilterBox value={filter} label={t('library.filterLabel')} onChange={onFilter} />}
          {children}
        </div>
      </div>
    </header>
  )
}
