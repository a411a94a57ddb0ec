import { useAtomValue } from 'jotai'
import { ChevronRight, FileMusic, Folder, FolderPlus, FolderSearch, LibraryBig, Music2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CommandId } from '../../../src/commands/index.ts'
import { appInfoAtom, hasLibraryAtom, librarySummaryAtom, useAnswer, useServices } from '../../state/index.ts'
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
          <CommandSetup
            icon={<FolderPlus aria-hidden />}
            name={t('home.addFolder')}
            meta={t('home.addFolderShort')}
            command="add-music-folder"
          />
        )}
        <OpenSetups />
        <SpotifySetup />
      </div>
    </section>
  )
}

/** What connecting Spotify would add, until it is connected. */
function SpotifySetup() {
  const { t } = useTranslation()
  const { commands } = useServices()
  const answer = useAnswer('spotify.state', null, ['spotify.changed'])
  if (answer.kind !== 'ready' || answer.value.kind !== 'not-set-up') return null
  return (
    <Setup
      icon={<Music2 aria-hidden />}
      name={t('home.spotify')}
      meta={t('home.spotifyShort')}
      onClick={() => commands.runWith('open-page', { page: { kind: 'settings', section: 'spotify' } })}
    />
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
    <CommandSetup
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
      <CommandSetup
        icon={<FileMusic aria-hidden />}
        name={t('home.files')}
        meta={t('home.filesShort')}
        command="open-files"
      />
      {inBrowser ? (
        <CommandSetup
          icon={<FolderSearch aria-hidden />}
          name={t('home.path')}
          meta={t('home.pathShort')}
          command="open-path"
        />
      ) : (
        <CommandSetup
          icon={<Folder aria-hidden />}
          name={t('home.folder')}
          meta={t('home.folderShort')}
          command="open-folder"
        />
      )}
    </>
  )
}

interface SetupProps {
  readonly icon: ReactNode
  readonly name: string
  readonly meta: string
  readonly onClick: () => void
}

function Setup({ icon, name, meta, onClick }: SetupProps) {
  return (
    <button type="button" className={styles.setup} onClick={onClick}>
      <span className={styles.setupIcon}>{icon}</span>
      <span className={styles.setupWords}>
        <span className={styles.setupName}>{name}</span>
        <span className={styles.setupMeta}>{meta}</span>
      </span>
      <ChevronRight aria-hidden />
    </button>
  )
}

function CommandSetup({ command, ...shown }: Omit<SetupProps, 'onClick'> & { readonly command: CommandId }) {
  const { commands } = useServices()
  return <Setup {...shown} onClick={() => commands.run(command)} />
}
