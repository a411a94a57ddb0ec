import { useAtomValue } from 'jotai'
import { ChevronRight, FileMusic, Folder, FolderPlus, FolderSearch, LibraryBig } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CommandId } from '../../../src/commands/index.ts'
import { appInfoAtom, hasLibraryAtom, librarySummaryAtom, useServices } from '../../state/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import home from './home.module.css'
import styles from './setups.module.css'

/** The library in numbers, or how to get one; and what else there is to play. */
export function Setups() {
  const { t } = useTranslation()
  const hasLibrary = useAtomValue(hasLibraryAtom) === true
  return (
    <section>
      <h2 className={home.label}>{hasLibrary ? t('home.library') : t('home.bring')}</h2>
      <div className={styles.setups}>
        {hasLibrary ? (
          <LibrarySetup />
        ) : (
          <Setup
            icon={<FolderPlus aria-hidden />}
            name={t('home.addFolder')}
            meta={t('home.addFolderShort')}
            command="add-music-folder"
          />
        )}
        <OpenSetups />
      </div>
    </section>
  )
}

function LibrarySetup() {
  const { t } = useTranslation()
  const summary = useAtomValue(librarySummaryAtom)
  const counts =
    summary === null
      ? ''
      : `${t('library.albums', { count: summary.albums })}, ${t('library.artists', { count: summary.artists })}`
  return (
    <Setup
      icon={<LibraryBig aria-hidden />}
      name={t('album.tracks', { count: summary?.tracks ?? 0 })}
      meta={counts}
      command="library"
    />
  )
}

/** Opening files without taking them into the library, in the words of the host that runs. */
export function OpenSetups() {
  const { t } = useTranslation()
  const inBrowser = useAtomValue(appInfoAtom)?.host === 'browser'
  return (
    <>
      <Setup icon={<FileMusic aria-hidden />} name={t('home.files')} meta={t('home.filesShort')} command="open-files" />
      {inBrowser ? (
        <Setup
          icon={<FolderSearch aria-hidden />}
          name={t('home.path')}
          meta={t('home.pathShort')}
          command="open-path"
        />
      ) : (
        <Setup
          icon={<Folder aria-hidden />}
          name={t('home.folder')}
          meta={t('home.folderShort')}
          command="open-folder"
        />
      )}
    </>
  )
}

function Setup({ icon, name, meta, command }: { icon: ReactNode; name: string; meta: string; command: CommandId }) {
  const { commands } = useServices()
  return (
    <button type="button" className={styles.setup} onClick={() => commands.run(command)}>
      <span className={styles.setupIcon}>{icon}</span>
      <span className={styles.setupWords}>
        <span className={styles.setupName}>{name}</span>
        <span className={styles.setupMeta}>{meta}</span>
      </span>
      <ChevronRight aria-hidden />
    </button>
  )
}
