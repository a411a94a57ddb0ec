import { ChevronRight, Folder } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useServices } from '../../state/index.ts'
import { Name } from '../../ui/name/index.ts'
import styles from './folders.module.css'

export interface FolderListProps {
  readonly folders: readonly { readonly path: string; readonly name: string; readonly trackCount: number }[]
}

/** Folders one can go into. */
export function FolderList({ folders }: FolderListProps) {
  const { t } = useTranslation()
  const { commands } = useServices()
  return (
    <ul className={styles.folders} aria-label={t('library.tabFolders')}>
      {folders.map(({ path, name, trackCount }) => (
        <li key={path}>
          <button
            type="button"
            className={styles.folder}
            onClick={() => commands.runWith('open-page', { page: { kind: 'folder', path } })}
          >
            <span className={styles.folderIcon}>
              <Folder aria-hidden />
            </span>
            <span className={styles.folderWords}>
              <Name className={styles.folderName}>{name}</Name>
              <span className={styles.folderMeta}>{t('album.tracks', { count: trackCount })}</span>
            </span>
            <ChevronRight aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}
