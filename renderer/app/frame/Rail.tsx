import { atom, useAtomValue } from 'jotai'
import type { Atom } from 'jotai'
import { House, LibraryBig, Search, Settings2 } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { lazy, Suspense, useRef } from 'react'
import { contextAtom, listedCollectionsAtom, pageAtom, useServices, wantsPlayAtom } from '../../state/index.ts'
import type { Collection, Page } from '../../state/index.ts'
import { Bars } from '../../ui/bars/index.ts'
import { Cover } from '../../ui/cover/index.ts'
import { Tip } from '../../ui/overlay/index.ts'
import { ImportLine } from '../../features/imports/line.ts'
import { ScanLine } from '../../features/scan/index.ts'
import { Name } from '../../ui/name/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './frame.module.css'

const RailPlaylists = lazy(() =>
  import('../../features/playlists/rail.ts').then((room) => ({ default: room.RailPlaylists })),
)

type Command = 'home' | 'search' | 'library' | 'settings'

/** Pages that belong to an entry of the rail. */
const pagesOf: Readonly<Record<Command, ReadonlySet<Page['kind']>>> = {
  home: new Set(['home']),
  search: new Set(['search']),
  library: new Set(['library', 'album', 'artist', 'folder']),
  settings: new Set(['settings']),
}

/** Whether the page on screen belongs to an entry: the others hear nothing of it when another page is opened. */
const isOpenAtoms: Readonly<Record<Command, Atom<boolean>>> = {
  home: atom((get) => pagesOf.home.has(get(pageAtom).kind)),
  search: atom((get) => pagesOf.search.has(get(pageAtom).kind)),
  library: atom((get) => pagesOf.library.has(get(pageAtom).kind)),
  settings: atom((get) => pagesOf.settings.has(get(pageAtom).kind)),
}

/** The collection that is on screen. */
const openCollectionAtom = atom((get) => {
  const page = get(pageAtom)
  return page.kind === 'collection' ? page.id : null
})

/** The left edge: the pages, and what is open. Icons alone in a narrow window. */
export function Rail() {
  const { t } = useTranslation()
  const collections = useAtomValue(listedCollectionsAtom)
  const lists = useRef<HTMLDivElement>(null)
  const hasOpened = collections.some((collection) => collection.origin === 'opened')
  return (
    <nav className={styles.rail} aria-label={t('nav.label')}>
      <NavItem command="home" Icon={House} />
      <NavItem command="search" Icon={Search} />
      <NavItem command="library" Icon={LibraryBig} />
      <div ref={lists} className={styles.lists}>
        <Suspense fallback={null}>
          <RailPlaylists scroller={lists} />
        </Suspense>
        <h2 className={styles.listsHead}>{t('nav.lists')}</h2>
        <ul>
          {collections.map((collection) => (
            <li key={collection.id}>
              <RailItem collection={collection} />
            </li>
          ))}
        </ul>
        {!hasOpened && <p className={styles.listsEmpty}>{t('nav.listsEmpty')}</p>}
      </div>
      <ImportLine />
      <ScanLine look="rail" />
      <NavItem command="settings" Icon={Settings2} />
    </nav>
  )
}

function NavItem({ command, Icon }: { command: Command; Icon: LucideIcon }) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const isOpen = useAtomValue(isOpenAtoms[command])
  const name = t(`nav.${command}`)
  return (
    <Tip text={name}>
      <button
        type="button"
        className={styles.navItem}
        aria-current={isOpen ? 'page' : undefined}
        onClick={() => commands.run(command)}
      >
        <Icon aria-hidden />
        <span className={styles.navLabel}>{name}</span>
      </button>
    </Tip>
  )
}

function RailItem({ collection }: { collection: Collection }) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const isCurrent = useAtomValue(openCollectionAtom) === collection.id
  const playing = useAtomValue(contextAtom)?.id === collection.id
  const moving = useAtomValue(wantsPlayAtom)
  const kind = collection.kind === 'album' ? t('album.kind') : t('album.kindFiles')
  return (
    <button
      type="button"
      className={styles.listItem}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={() => commands.runWith('open-page', { page: { kind: 'collection', id: collection.id } })}
    >
      <Cover path={collection.coverPath} seed={collection.title} size={36} corners="tight" />
      <span className={styles.listText}>
        <Name className={styles.listName}>{collection.title}</Name>
        <span className={styles.listMeta}>
          {kind}, {t('album.tracks', { count: collection.tracks.length })}
        </span>
      </span>
      {playing && (
        <span data-bars>
          <Bars moving={moving} />
        </span>
      )}
    </button>
  )
}
