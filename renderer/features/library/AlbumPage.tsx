import { useMemo, useRef } from 'react'
import type { QueueContext } from '../../../src/contract/index.ts'
import type { Album } from '../../../src/music/index.ts'
import { rowsOfTracks, totalMs, useAnswer, useServices } from '../../state/index.ts'
import { lengthInWords } from '../../ui/format/index.ts'
import { useScrollMemory } from '../../ui/list/index.ts'
import { CollectionPage } from '../album/index.ts'
import { useWash } from '../../ui/light/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { headPage, headPx, ListActions, PageHead, TrackTable } from '../tracks/index.ts'
import { discHeading } from './discs.ts'
import styles from './library.module.css'
import { Pending } from './ListState.tsx'

/** An album of the library; one that is only known from elsewhere is shown as far as it is known. */
export function AlbumPage({ id }: { id: string }) {
  const answer = useAnswer('library.album', { id })
  switch (answer.kind) {
    case 'loading':
      return (
        <div className={styles.scrollPage}>
          <Pending shape="rows" />
        </div>
      )
    case 'ready':
      return answer.value === null ? <CollectionPage id={id} /> : <Shown album={answer.value} />
    case 'failed':
      return <CollectionPage id={id} />
    default:
      return answer satisfies never
  }
}

function Shown({ album }: { album: Album }) {
  const { t, i18n } = useTranslation()
  const { commands } = useServices()
  const page = useRef<HTMLDivElement>(null)
  const { tracks, coverPath, artist } = album
  const title = album.title || t('album.untitled')
  const rows = useMemo(() => rowsOfTracks(tracks), [tracks])
  const headingAt = useMemo(() => discHeading(tracks, (disc) => t('library.disc', { disc })), [tracks, t])
  useWash(page, coverPath, title)
  useScrollMemory(page, `album ${album.id}`)
  const context: QueueContext = { kind: 'album', id: album.id, title }
  return (
    <div ref={page} className={headPage}>
      <PageHead
        kind={t('album.kind')}
        title={title}
        coverPath={coverPath}
        meta={
          <>
            {artist !== '' && (
              <button
                type="button"
                className={styles.link}
                onClick={() => commands.runWith('open-artist', { name: artist })}
              >
                <bdi>{artist}</bdi>
              </button>
            )}
            {album.year !== null && <span>{album.year}</span>}
            <span>{t('album.tracks', { count: tracks.length })}</span>
            <span>{lengthInWords(totalMs(tracks), i18n.language)}</span>
          </>
        }
        actions={<ListActions rows={rows} context={context} />}
      />
      <TrackTable
        rows={rows}
        listKey={album.id}
        label={t('album.list', { title })}
        context={context}
        columns="album"
        scroller={page}
        above={headPx}
        headingAt={headingAt}
      />
    </div>
  )
}
