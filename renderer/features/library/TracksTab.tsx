import { useAtom } from 'jotai'
import type { PrimitiveAtom } from 'jotai'
import { Heart } from 'lucide-react'
import { useRef } from 'react'
import type { ReactNode } from 'react'
import type { QueueContext } from '../../../src/contract/index.ts'
import type { TrackSort } from '../../../src/library/index.ts'
import { lengthInWords } from '../../ui/format/index.ts'
import { useScrollMemory } from '../../ui/list/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { Words } from '../../ui/words/index.ts'
import { ListActions, TrackTable } from '../tracks/index.ts'
import styles from './library.module.css'
import { LibraryHead } from './LibraryHead.tsx'
import { EmptyLibrary, Failed, NoMatches, Pending } from './ListState.tsx'
import { SortChoice } from './SortChoice.tsx'
import { useTrackList } from './useTrackList.ts'
import { likedViewAtom, trackViewAtom } from './viewState.ts'
import type { TrackView } from './viewState.ts'

/** All tracks of the library. */
export function TracksTab() {
  const { t } = useTranslation()
  return (
    <TracksOf
      tab="tracks"
      viewAtom={trackViewAtom}
      context={{ kind: 'library', id: null, title: t('library.allTracks') }}
      empty={<EmptyLibrary />}
    />
  )
}

/** What the person likes. */
export function LikedTab() {
  const { t } = useTranslation()
  return (
    <TracksOf
      tab="liked"
      viewAtom={likedViewAtom}
      context={{ kind: 'liked', id: null, title: t('library.likedTracks') }}
      empty={<Words icon={<Heart aria-hidden />} title={t('library.noLikes')} text={t('library.noLikesText')} />}
    />
  )
}

interface TracksOfProps {
  readonly tab: 'tracks' | 'liked'
  readonly viewAtom: PrimitiveAtom<TrackView>
  readonly context: QueueContext
  readonly empty: ReactNode
}

function TracksOf({ tab, viewAtom, context, empty }: TracksOfProps) {
  const { t, i18n } = useTranslation()
  const [shown, setShown] = useAtom(viewAtom)
  const query = { scope: { kind: tab === 'tracks' ? ('all' as const) : ('liked' as const) }, ...shown }
  const { list, rows } = useTrackList(query)
  const { view, source } = list
  const scroller = useRef<HTMLDivElement>(null)
  const listKey = JSON.stringify(query)
  useScrollMemory(scroller, listKey)
  const setOrder = (sort: TrackSort, descending: boolean) => setShown({ ...shown, sort, descending })
  const names = useSortNames()
  const sorts: readonly TrackSort[] = tab === 'liked' ? ['own', ...librarySorts] : librarySorts
  const facts = [t('album.tracks', { count: view.total })]
  if (view.totalMs !== null && view.totalMs > 0) facts.push(lengthInWords(view.totalMs, i18n.language))
  return (
    <>
      <LibraryHead
        tab={tab}
        count={view.kind === 'ready' ? facts.join(' · ') : ''}
        filter={shown.filter}
        onFilter={(filter) => setShown({ ...shown, filter })}
        actions={view.total > 0 && <ListActions rows={rows} context={context} />}
      >
        <SortChoice
          value={shown.sort}
          descending={shown.descending}
          options={sorts.map((sort) => ({ value: sort, label: names[sort] }))}
          onChange={setOrder}
        />
      </LibraryHead>
      <div ref={scroller} className={styles.body}>
        {view.kind === 'loading' && <Pending shape="rows" />}
        {view.kind === 'failed' && view.error && <Failed error={view.error} onRetry={() => source.refresh()} />}
        {view.kind === 'ready' && view.total === 0 && shown.filter === '' && empty}
        {view.kind === 'ready' && view.total === 0 && shown.filter !== '' && (
          <NoMatches filter={shown.filter} onClear={() => setShown({ ...shown, filter: '' })} />
        )}
        {view.total > 0 && (
          <TrackTable
            rows={rows}
            listKey={listKey}
            label={context.title}
            context={context}
            columns="mixed"
            scroller={scroller}
            order={{ sort: shown.sort, descending: shown.descending, onChange: setOrder }}
          />
        )}
      </div>
    </>
  )
}

const librarySorts = ['artist', 'title', 'album', 'year', 'added', 'duration', 'played'] as const

/** What each order of tracks is called. */
export function useSortNames(): Readonly<Record<TrackSort, string>> {
  const { t } = useTranslation()
  return {
    own: t('library.sortLiked'),
    title: t('library.sortTitle'),
    artist: t('library.sortArtist'),
    album: t('library.sortAlbum'),
    year: t('library.sortYear'),
    added: t('library.sortAdded'),
    duration: t('library.sortDuration'),
    played: t('library.sortPlayed'),
  }
}
