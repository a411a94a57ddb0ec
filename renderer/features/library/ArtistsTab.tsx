import { useAtom } from 'jotai'
import { useRef } from 'react'
import { artistSource, useList, usePreparePage, useServices } from '../../state/index.ts'
import { useScrollMemory } from '../../ui/list/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { cardAt } from './cardAt.ts'
import { CardGrid } from './CardGrid.tsx'
import { ArtistCard, PendingCard } from './cards.tsx'
import styles from './library.module.css'
import { LibraryHead } from './LibraryHead.tsx'
import { EmptyLibrary, Failed, NoMatches, Pending } from './ListState.tsx'
import { SortChoice } from './SortChoice.tsx'
import { artistViewAtom } from './viewState.ts'

/** All artists of the library. */
export function ArtistsTab() {
  const { t } = useTranslation()
  const { bridge, commands } = useServices()
  const [query, setQuery] = useAtom(artistViewAtom)
  const { view, source } = useList(artistSource(bridge, query))
  const scroller = useRef<HTMLDivElement>(null)
  useScrollMemory(scroller, `artists ${JSON.stringify(query)}`)
  const open = (index: number) => {
    const artist = view.rowAt(index)
    if (artist) commands.runWith('open-page', { page: { kind: 'artist', id: artist.id } })
  }
  const prepare = usePreparePage((target) => {
    const artist = view.rowAt(cardAt(target))
    return artist ? { kind: 'artist', id: artist.id } : null
  })
  return (
    <>
      <LibraryHead
        tab="artists"
        count={view.kind === 'ready' ? t('library.artists', { count: view.total }) : ''}
        filter={query.filter}
        onFilter={(filter) => setQuery({ ...query, filter })}
      >
        <SortChoice
          value={query.sort}
          descending={query.descending}
          options={[
            { value: 'name', label: t('library.sortName') },
            { value: 'tracks', label: t('library.sortTracks') },
          ]}
          onChange={(sort, descending) => setQuery({ ...query, sort, descending })}
        />
      </LibraryHead>
      <div ref={scroller} className={styles.body} {...prepare}>
        {view.kind === 'loading' && <Pending shape="grid" />}
        {view.kind === 'failed' && view.error && <Failed error={view.error} onRetry={() => source.refresh()} />}
        {view.kind === 'ready' && view.total === 0 && query.filter === '' && <EmptyLibrary />}
        {view.kind === 'ready' && view.total === 0 && query.filter !== '' && (
          <NoMatches filter={query.filter} onClear={() => setQuery({ ...query, filter: '' })} />
        )}
        {view.total > 0 && (
          <CardGrid
            label={t('library.tabArtists')}
            total={view.total}
            scroller={scroller}
            look={source.look}
            renderCard={(index, tabIndex) => {
              const artist = view.rowAt(index)
              if (!artist) return <PendingCard index={index} tabIndex={tabIndex} round />
              return <ArtistCard artist={artist} index={index} tabIndex={tabIndex} t={t} />
            }}
            onOpen={open}
            onPlay={open}
          />
        )}
      </div>
    </>
  )
}
