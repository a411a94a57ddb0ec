import { CSPProvider } from '@base-ui/react/csp-provider'
import { useAtomValue } from 'jotai'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Home } from '../features/home/index.ts'
import { Banner, Toasts } from '../features/notices/index.ts'
import { Announcer, PlayerBar } from '../features/player-bar/index.ts'
import { DropTarget } from '../features/open/index.ts'
import { dialogAtom, pageAtom, panelAtom, smartDraftAtom, stageAtom } from '../state/index.ts'
import { TipProvider } from '../ui/overlay/index.ts'
import { Field } from './field/index.ts'
import { Rail } from './frame/Rail.tsx'
import { TitleBar } from './frame/TitleBar.tsx'
import styles from './frame/frame.module.css'
import { useDocument } from './useDocument.ts'

const CollectionPage = lazy(() =>
  import('../features/album/index.ts').then((room) => ({ default: room.CollectionPage })),
)
const PlaylistPage = lazy(() =>
  import('../features/playlists/index.ts').then((room) => ({ default: room.PlaylistPage })),
)
const LibraryPage = lazy(() => import('../features/library/index.ts').then((room) => ({ default: room.LibraryPage })))
const AlbumPage = lazy(() => import('../features/library/index.ts').then((room) => ({ default: room.AlbumPage })))
const ArtistPage = lazy(() => import('../features/library/index.ts').then((room) => ({ default: room.ArtistPage })))
const FolderPage = lazy(() => import('../features/library/index.ts').then((room) => ({ default: room.FolderPage })))
const AddFolderDialog = lazy(() =>
  import('../features/library/dialogs.ts').then((room) => ({ default: room.AddFolderDialog })),
)
const OpenDialogs = lazy(() => import('../features/open/dialogs.ts').then((room) => ({ default: room.OpenDialogs })))
const SmartEditor = lazy(() =>
  import('../features/playlists/dialogs.ts').then((room) => ({ default: room.SmartEditor })),
)
const ImportMissing = lazy(() =>
  import('../features/playlists/dialogs.ts').then((room) => ({ default: room.ImportMissing })),
)
const SettingsPage = lazy(() =>
  import('../features/settings/index.ts').then((room) => ({ default: room.SettingsPage })),
)
const QueuePanel = lazy(() => import('../features/queue/index.ts').then((room) => ({ default: room.QueuePanel })))
const NowPlaying = lazy(() => import('../features/now-playing/index.ts').then((room) => ({ default: room.NowPlaying })))
const ShortcutSheet = lazy(() =>
  import('../features/settings/index.ts').then((room) => ({ default: room.ShortcutSheet })),
)

/** The whole window. */
export function App() {
  const { t } = useTranslation()
  const panel = useAtomValue(panelAtom)
  const stage = useAtomValue(stageAtom)
  const dialog = useAtomValue(dialogAtom)
  const smartDraft = useAtomValue(smartDraftAtom)
  useDocument()
  return (
    <CSPProvider disableStyleElements>
      <TipProvider>
        <Field />
        <div className={styles.app} data-covered={stage ? '' : undefined}>
          <a className={styles.skip} href="#content">
            {t('app.skipToContent')}
          </a>
          <TitleBar />
          <Rail />
          <main id="content" className={styles.sheet} tabIndex={-1}>
            <Banner />
            <div className={styles.page}>
              <Suspense fallback={null}>
                <CurrentPage />
              </Suspense>
            </div>
          </main>
          <Suspense fallback={null}>{panel === 'queue' && <QueuePanel />}</Suspense>
          <PlayerBar />
        </div>
        <Suspense fallback={null}>
          {stage && <NowPlaying />}
          {dialog === 'shortcuts' && <ShortcutSheet />}
          {smartDraft !== null && <SmartEditor />}
          {dialog === 'import-missing' && <ImportMissing />}
          {dialog === 'add-music-folder' && <AddFolderDialog />}
          {(dialog === 'open-path' || dialog === 'skipped') && <OpenDialogs />}
        </Suspense>
        <DropTarget />
        <Announcer />
        <Toasts />
      </TipProvider>
    </CSPProvider>
  )
}

function CurrentPage() {
  const page = useAtomValue(pageAtom)
  switch (page.kind) {
    case 'home':
      return <Home />
    case 'library':
      return <LibraryPage tab={page.tab} />
    case 'album':
      return <AlbumPage key={page.id} id={page.id} />
    case 'artist':
      return <ArtistPage key={page.id} id={page.id} />
    case 'folder':
      return <FolderPage key={page.path} path={page.path} />
    case 'collection':
      return <CollectionPage key={page.id} id={page.id} />
    case 'playlist':
      return <PlaylistPage key={page.id} id={page.id} />
    case 'settings':
      return <SettingsPage section={page.section} />
    default:
      return page satisfies never
  }
}
