import { useAtom, useAtomValue } from 'jotai'
import { useRef } from 'react'
import { albumSource, contextAtom, useList, usePreparePage, useServices, wantsPlayAtom } from '../../state/index.ts'
import { useScrollMemory } from '../../ui/list/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { cardAt } from './cardAt.ts'
import { CardGrid } from './CardGrid.tsx'
import { AlbumCard, PendingCard } from './cards.tsx'
import styles from './library.module.css'
import { LibraryHead } from './LibraryHead.tsx'
import { EmptyLibrary, Failed, NoMatches, Pending } from './ListState.tsx'
import { SortChoice } from './SortChoice.tsx'
import { albumViewAtom } from './viewState.ts'

/** All albums of the library. */
export function AlbumsTab() {
  const { t } = useTranslation()
  const { bridge, commands } = useServices()
  const [query, setQuery] = useAtom(albumViewAtom)
  const { view, source } = useList(albumSource(bridge, query))
  const context = useAtomValue(contextAtom)
  const moving = useAtomValue(wantsPlayAtom)
  const scroller = useRef<HTMLDivElement>(null)
  useScrollMemory(scroller, `albums ${JSON.stringify(query)}`)
  const isContext = (id: string) => context?.kind === 'album' && context.id === id
  const clear = () => setQuery({ ...query, filter: '' })
  const prepare = usePreparePage((target) => {
    const album = view.rowAt(cardAt(target))
    return album ? { kind: 'album', id: album.id } : null
  })
  return (
    <>
      <LibraryHead
        tab="albums"
        count={view.kind === 'ready' ? t('library.albums', { count: view.total }) : ''}
        filter={query.filter}
        onFilter={(filter) => setQuery({ ...query, filter })}
      >
        <SortChoice
          value={query.sort}
          descending={query.descending}
          options={[
            { value: 'artist', label: t('library.sortArtist') },
            { value: 'title', label: t('library.sortTitle') },
            { value: 'year', label: t('library.sortYear') },
            { value: 'added', label: t('library.sortAdded') },
          ]}
          onChange={(sort, descending) => setQuery({ ...query, sort, descending })}
        />
      </LibraryHead>
      <div ref={scroller} className={styles.body} {...prepare}>
        {view.kind === 'loading' && <Pending shape="grid" />}
        {view.kind === 'failed' && view.error && <Failed error={view.error} onRetry={() => source.refresh()} />}
        {view.kind === 'ready' && view.total === 0 && query.filter === '' && <EmptyLibrary />}
        {view.kind === 'ready' && view.total === 0 && query.filter !== '' && (
          <NoMatches filter={query.filter} onClear={clear} />
        )}
        {view.total > 0 && (
          <CardGrid
            label={t('library.tabAlbums')}
            total={view.total}
            scroller={scroller}
            look={source.look}
            renderCard={(index, tabIndex) => {
              const album = view.rowAt(index)
              if (!album) return <PendingCard index={index} tabIndex={tabIndex} round={false} />
              return (
                <AlbumCard
                  album={album}
                  index={index}
                  tabIndex={tabIndex}
                  isContext={isContext(album.id)}
                  playing={moving && isContext(album.id)}
                  t={t}
                />
              )
            }}
            onOpen={(index) => {
              const album = view.rowAt(index)
              if (album) commands.runWith('open-page', { page: { kind: 'album', id: album.id } })
            }}
            onPlay={(index) => {
              const album = view.rowAt(index)
              if (!album) return
              if (isContext(album.id)) commands.run('play-pause')
              else commands.runWith('play-album', { id: album.id, title: album.title })
            }}
          />
        )}
      </div>
    </>
  )
}
