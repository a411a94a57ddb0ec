import { useAtomValue } from 'jotai'
import { Folder, FolderX, RefreshCw, Trash2, Unplug } from 'lucide-react'
import type { LibraryFolder } from '../../../src/library/index.ts'
import { libraryFoldersAtom, librarySummaryAtom, scanStatusAtom, useServices } from '../../state/index.ts'
import { Button, IconButton } from '../../ui/button/index.ts'
import { lengthInWords, momentInWords } from '../../ui/format/index.ts'
import { Name } from '../../ui/name/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { ScanLine } from '../scan/index.ts'
import { ScanProblems } from './ScanProblems.tsx'
import folderStyles from './musicFolders.module.css'
import styles from './settings.module.css'

/** The folders that make up the library. */
export function MusicFolders() {
  const { t, i18n } = useTranslation()
  const { commands } = useServices()
  const folders = useAtomValue(libraryFoldersAtom) ?? []
  const summary = useAtomValue(librarySummaryAtom)
  const scanning = useAtomValue(scanStatusAtom).kind === 'scanning'
  return (
    <section>
      <header className={styles.head}>
        <h2>{t('settings.folders')}</h2>
        <p>{t('settings.foldersText')}</p>
      </header>
      <div className={styles.folderActions}>
        <Button look="accent" onClick={() => commands.run('add-music-folder')}>
          {t('library.addFolder')}
        </Button>
        {folders.length > 0 && (
          <Button disabled={scanning} onClick={() => commands.run('scan-library')}>
            <RefreshCw aria-hidden />
            {t('settings.rescan')}
          </Button>
        )}
      </div>
      <ScanLine look="card" />
      {folders.length === 0 ? (
        <p className={styles.none}>{t('settings.noFolders')}</p>
      ) : (
        <ul className={folderStyles.folders} aria-label={t('settings.folders')}>
          {folders.map((folder) => (
            <FolderItem key={folder.id} folder={folder} />
          ))}
        </ul>
      )}
      {summary !== null && summary.tracks > 0 && (
        <p className={styles.sum}>
          {[
            t('album.tracks', { count: summary.tracks }),
            t('library.albums', { count: summary.albums }),
            t('library.artists', { count: summary.artists }),
            lengthInWords(summary.durationMs, i18n.language),
            ...(summary.missing > 0 ? [t('settings.missing', { count: summary.missing })] : []),
          ].join(' · ')}
        </p>
      )}
      <ScanProblems />
    </section>
  )
}

const icons = { ready: Folder, offline: Unplug, unreadable: FolderX } as const

function FolderItem({ folder }: { folder: LibraryFolder }) {
  const { t, i18n } = useTranslation()
  const { commands } = useServices()
  const Icon = icons[folder.state]
  const states = {
    ready:
      folder.scannedAt === null
        ? t('settings.notScanned')
        : t('settings.scannedAt', { date: momentInWords(folder.scannedAt, i18n.language) }),
    offline: t('settings.offline'),
    unreadable: t('settings.unreadable'),
  }
  return (
    <li className={folderStyles.folder} data-state={folder.state}>
      <span className={folderStyles.folderIcon}>
        <Icon aria-hidden />
      </span>
      <div className={folderStyles.folderWords}>
        <Name className={styles.optionName}>{folder.name}</Name>
        <Name className={folderStyles.folderPath}>{folder.path}</Name>
        <p className={folderStyles.folderState}>
          {t('album.tracks', { count: folder.trackCount })} · {states[folder.state]}
        </p>
      </div>
      <IconButton
        label={t('settings.removeFolder', { name: folder.name })}
        onClick={() => commands.runWith('remove-music-folder', { folder })}
      >
        <Trash2 aria-hidden />
      </IconButton>
    </li>
  )
}
