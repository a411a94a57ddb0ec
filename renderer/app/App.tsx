import { CSPProvider } from '@base-ui/react/csp-provider'
import { useAtomValue } from 'jotai'
import { Suspense } from 'react'
import { Home } from '../features/home/index.ts'
import { Banner, Toasts } from '../features/notices/index.ts'
import { Announcer, PlayerBar } from '../features/player-bar/index.ts'
import { DropTarget } from '../features/open/index.ts'
import { dialogAtom, importDraftAtom, pageAtom, panelAtom, smartDraftAtom, stageAtom } from '../state/index.ts'
import { Drawings } from '../ui/button/index.ts'
import { TipLayer } from '../ui/overlay/index.ts'
import { useTranslation } from '../ui/translation/index.ts'
import { Field } from './field/index.ts'
import { Rail } from './frame/Rail.tsx'
import { TitleBar } from './frame/TitleBar.tsx'
import styles from './frame/frame.module.css'
import { late } from './late.tsx'
import { useDocument } from './useDocument.ts'

const CollectionPage = late(
  () => import('../features/album/index.ts'),
  (room) => room.CollectionPage,
)
const PlaylistPage = late(
  () => import('../features/playlists/index.ts'),
  (room) => room.PlaylistPage,
)
const SearchPage = late(
  () => import('../features/search/index.ts'),
  (room) => room.SearchPage,
)
const LibraryPage = late(
  () => import('../features/library/index.ts'),
  (room) => room.LibraryPage,
)
const AlbumPage = late(
  () => import('../features/library/index.ts'),
  (room) => room.AlbumPage,
)
const ArtistPage = late(
  () => import('../features/library/index.ts'),
  (room) => room.ArtistPage,
)
const FolderPage = late(
  () => import('../features/library/index.ts'),
  (room) => room.FolderPage,
)
const AddFolderDialog = late(
  () => import('../features/library/dialogs.ts'),
  (room) => room.AddFolderDialog,
)
const OpenDialogs = late(
  () => import('../features/open/dialogs.ts'),
  (room) => room.OpenDialogs,
)
const SmartEditor = late(
  () => import('../features/playlists/dialogs.ts'),
  (room) => room.SmartEditor,
)
const ImportMissing = late(
  () => import('../features/playlists/dialogs.ts'),
  (room) => room.ImportMissing,
)
const ImportsPage = late(
  () => import('../features/imports/index.ts'),
  (room) => room.ImportsPage,
)
const ImportPage = late(
  () => import('../features/imports/index.ts'),
  (room) => room.ImportPage,
)
const ImportWizard = late(
  () => import('../features/imports/dialogs.ts'),
  (room) => room.ImportWizard,
)
const SettingsPage = late(
  () => import('../features/settings/index.ts'),
  (room) => room.SettingsPage,
)
const QueuePanel = late(
  () => import('../features/queue/index.ts'),
  (room) => room.QueuePanel,
)
const NowPlaying = late(
  () => import('../features/now-playing/index.ts'),
  (room) => room.NowPlaying,
)
const Palette = late(
  () => import('../features/palette/index.ts'),
  (room) => room.Palette,
)
const ShortcutSheet = late(
  () => import('../features/settings/index.ts'),
  (room) => room.ShortcutSheet,
)

/** The whole window. */
export function App() {
  const { t } = useTranslation()
  const panel = useAtomValue(panelAtom)
  const stage = useAtomValue(stageAtom)
  const dialog = useAtomValue(dialogAtom)
  const smartDraft = useAtomValue(smartDraftAtom)
  const importDraft = useAtomValue(importDraftAtom)
  useDocument()
  return (
    <CSPProvider disableStyleElements>
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
        {dialog === 'palette' && <Palette />}
        {dialog === 'shortcuts' && <ShortcutSheet />}
        {smartDraft !== null && <SmartEditor />}
        {importDraft !== null && <ImportWizard draft={importDraft} />}
        {dialog === 'import-missing' && <ImportMissing />}
        {dialog === 'add-music-folder' && <AddFolderDialog />}
        {(dialog === 'open-path' || dialog === 'skipped') && <OpenDialogs />}
      </Suspense>
      <Drawings />
      <DropTarget />
      <Announcer />
      <Toasts />
      <TipLayer />
    </CSPProvider>
  )
}

function CurrentPage() {
  const page = useAtomValue(pageAtom)
  switch (page.kind) {
    case 'home':
      return <Home />
    case 'search':
      return <SearchPage />
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
    case 'imports':
      return <ImportsPage />
    case 'import':
      return <ImportPage key={page.id} id={page.id} show={page.show} />
    case 'settings':
      return <SettingsPage section={page.section} />
    default:
      return page satisfies never
  }
}
