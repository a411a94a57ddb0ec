import { useAtomValue } from 'jotai'
import { House, LibraryBig, Search, Settings2 } from 'lucide-react'
import { lazy, Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { contextAtom, listedCollectionsAtom, pageAtom, useServices, wantsPlayAtom } from '../../state/index.ts'
import type { Collection, Page } from '../../state/index.ts'
import { Bars } from '../../ui/bars/index.ts'
import { Cover } from '../../ui/cover/index.ts'
import { Tip } from '../../ui/overlay/index.ts'
import { ScanLine } from '../../features/scan/index.ts'
import { Name } from '../../ui/name/index.ts'
import styles from './frame.module.css'

const RailPlaylists = lazy(() =>
  import('../../features/playlists/rail.ts').then((room) => ({ default: room.RailPlaylists })),
)

/** Pages that belong to the library. */
const inLibrary: ReadonlySet<Page['kind']> = new Set(['library', 'album', 'artist', 'folder'])

/** The left edge: the pages, and what is open. Icons alone in a narrow window. */
export function Rail() {
  const { t } = useTranslation()
  const { commands } = useServices()
  const page = useAtomValue(pageAtom)
  const collections = useAtomValue(listedCollectionsAtom)
  const lists = useRef<HTMLDivElement>(null)
  const hasOpened = collections.some((collection) => collection.origin === 'opened')
  return (
    <nav className={styles.rail} aria-label={t('nav.label')}>
      <Tip text={t('nav.home')}>
        <button
          type="button"
          className={styles.navItem}
          aria-current={page.kind === 'home' ? 'page' : undefined}
          onClick={() => commands.run('home')}
        >
          <House aria-hidden />
          <span className={styles.navLabel}>{t('nav.home')}</span>
        </button>
      </Tip>
      <Tip text={t('nav.search')}>
        <button
          type="button"
          className={styles.navItem}
          aria-current={page.kind === 'search' ? 'page' : undefined}
          onClick={() => commands.run('search')}
        >
          <Search aria-hidden />
          <span className={styles.navLabel}>{t('nav.search')}</span>
        </button>
      </Tip>
      <Tip text={t('nav.library')}>
        <button
          type="button"
          className={styles.navItem}
          aria-current={inLibrary.has(page.kind) ? 'page' : undefined}
          onClick={() => commands.run('library')}
        >
          <LibraryBig aria-hidden />
          <span className={styles.navLabel}>{t('nav.library')}</span>
        </button>
      </Tip>
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
      <ScanLine look="rail" />
      <Tip text={t('nav.settings')}>
        <button
          type="button"
          className={styles.navItem}
          aria-current={page.kind === 'settings' ? 'page' : undefined}
          onClick={() => commands.run('settings')}
        >
          <Settings2 aria-hidden />
          <span className={styles.navLabel}>{t('nav.settings')}</span>
        </button>
      </Tip>
    </nav>
  )
}

function RailItem({ collection }: { collection: Collection }) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const page = useAtomValue(pageAtom)
  const playing = useAtomValue(contextAtom)?.id === collection.id
  const moving = useAtomValue(wantsPlayAtom)
  const isCurrent = page.kind === 'collection' && page.id === collection.id
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
