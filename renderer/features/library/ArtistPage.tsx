import { useAtomValue } from 'jotai'
import { UserRound } from 'lucide-react'
import { useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { CallOutput, QueueContext } from '../../../src/contract/index.ts'
import type { AlbumSummary, TrackQuery, TrackSort } from '../../../src/library/index.ts'
import { contextAtom, useAnswer, useServices, wantsPlayAtom } from '../../state/index.ts'
import { lengthInWords } from '../../ui/format/index.ts'
import { useScrollMemory } from '../../ui/list/index.ts'
import { useWash } from '../../ui/light/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { Words } from '../../ui/words/index.ts'
import { headPage, headPx, ListActions, PageHead, TrackTable } from '../tracks/index.ts'
import { CardGrid, gridHeight } from './CardGrid.tsx'
import { AlbumCard, ArtistPicture } from './cards.tsx'
import cards from './cards.module.css'
import styles from './library.module.css'
import { Failed, Pending } from './ListState.tsx'
import { useTrackList } from './useTrackList.ts'

type Order = { readonly sort: TrackSort; readonly descending: boolean }

/** An artist of the library: albums, where else they are heard, and every track. */
export function ArtistPage({ id }: { id: string }) {
  const { t } = useTranslation()
  const answer = useAnswer('library.artist', { id })
  const [order, setOrder] = useState<Order>({ sort: 'own', descending: false })
  const query: TrackQuery = { scope: { kind: 'artist', id }, ...order, filter: '' }
  // Asked for now and not when the artist is known: one after the other would take twice as long.
  const tracks = useTrackList(query)
  // Shown together: one after the other would be drawn twice, and the tracks come with the same breath.
  const isHere = tracks.list.view.kind !== 'loading'
  if (answer.kind === 'ready' && answer.value !== null && isHere) {
    return (
      <Shown found={answer.value} tracks={tracks} listKey={JSON.stringify(query)} order={order} onOrder={setOrder} />
    )
  }
  return (
    <div className={styles.scrollPage}>
      {(answer.kind === 'loading' || !isHere) && <Pending shape="grid" />}
      {answer.kind === 'failed' && <Failed error={answer.error} onRetry={answer.retry} />}
      {answer.kind === 'ready' && answer.value === null && (
        <Words icon={<UserRound aria-hidden />} title={t('library.artistGone')} text={t('library.artistGoneText')} />
      )}
    </div>
  )
}

interface ShownProps {
  readonly found: NonNullable<CallOutput<'library.artist'>>
  readonly tracks: ReturnType<typeof useTrackList>
  readonly listKey: string
  readonly order: Order
  readonly onOrder: (order: Order) => void
}

function Shown({ found, tracks, listKey, order, onOrder }: ShownProps) {
  const { t, i18n } = useTranslation()
  const { artist, albums, appearsOn } = found
  const page = useRef<HTMLDivElement>(null)
  const { list, rows } = tracks
  const name = artist.name || t('album.unknownArtist')
  const context: QueueContext = { kind: 'artist', id: artist.id, title: name }
  const { view, source } = list
  const albumsPx = gridHeight(albums.length)
  useWash(page, artist.coverPath, name)
  useScrollMemory(page, `artist ${artist.id}`)
  return (
    <div ref={page} className={headPage}>
      <PageHead
        kind={t('library.artist')}
        title={name}
        coverPath={artist.coverPath}
        picture={<ArtistPicture artist={artist} fills={168} className={cards.headPicture} />}
        meta={
          <>
            {albums.length > 0 && <span>{t('library.albums', { count: albums.length })}</span>}
            <span>{t('album.tracks', { count: artist.trackCount })}</span>
            {view.totalMs !== null && view.totalMs > 0 && <span>{lengthInWords(view.totalMs, i18n.language)}</span>}
          </>
        }
        actions={<ListActions rows={rows} context={context} />}
      />
      <Albums title={t('library.tabAlbums')} albums={albums} scroller={page} above={headPx} />
      <Albums title={t('library.appearsOn')} albums={appearsOn} scroller={page} above={headPx + albumsPx} />
      <section className={styles.section}>
        <h2>{t('library.allTracks')}</h2>
        {view.kind === 'failed' && view.error && <Failed error={view.error} onRetry={() => source.refresh()} />}
        {view.total > 0 && (
          <TrackTable
            rows={rows}
            listKey={listKey}
            label={t('album.list', { title: name })}
            context={context}
            columns="mixed"
            scroller={page}
            above={headPx + albumsPx + gridHeight(appearsOn.length)}
            order={{ ...order, onChange: (sort, descending) => onOrder({ sort, descending }) }}
          />
        )}
      </section>
    </div>
  )
}

interface AlbumsProps {
  readonly title: string
  readonly albums: readonly AlbumSummary[]
  readonly scroller: RefObject<HTMLElement | null>
  /** About how much of the page stands above them, in px. */
  readonly above: number
}

const nothing = () => undefined

/** Albums that are all here, as a grid below a heading. */
function Albums({ title, albums, scroller, above }: AlbumsProps) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const context = useAtomValue(contextAtom)
  const moving = useAtomValue(wantsPlayAtom)
  const isContext = (id: string) => context?.kind === 'album' && context.id === id
  if (albums.length === 0) return null
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      <CardGrid
        label={title}
        total={albums.length}
        scroller={scroller}
        above={above}
        look={nothing}
        renderCard={(index, tabIndex) => {
          const album = albums[index]
          if (!album) return null
          const isHere = isContext(album.id)
          return (
            <AlbumCard
              album={album}
              index={index}
              tabIndex={tabIndex}
              isContext={isHere}
              playing={isHere && moving}
              t={t}
            />
          )
        }}
        onOpen={(index) => {
          const album = albums[index]
          if (album) commands.runWith('open-page', { page: { kind: 'album', id: album.id } })
        }}
        onPlay={(index) => {
          const album = albums[index]
          if (!album) return
          if (isContext(album.id)) commands.run('play-pause')
          else commands.runWith('play-album', { id: album.id, title: album.title })
        }}
      />
    </section>
  )
}
