import type { TFunction } from 'i18next'
import { atom, useAtomValue } from 'jotai'
import { useMemo, useRef } from 'react'
import { contextOf, findCollection, rowsOfTracks, totalMs } from '../../state/index.ts'
import type { Collection } from '../../state/index.ts'
import { lengthInWords } from '../../ui/format/index.ts'
import { useWash } from '../../ui/light/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { headPage, ListActions, PageHead, TrackTable } from '../tracks/index.ts'
import styles from './album.module.css'

/** An album that is not in the library, or files that were opened together. */
export function CollectionPage({ id }: { id: string }) {
  const { t } = useTranslation()
  const collection = useAtomValue(useMemo(() => atom((get) => findCollection(get, id)), [id]))
  if (!collection) {
    return (
      <div className={styles.gone}>
        <h1>{t('album.gone')}</h1>
        <p>{t('album.goneText')}</p>
      </div>
    )
  }
  return <Shown collection={collection} />
}

function Shown({ collection }: { collection: Collection }) {
  const { t, i18n } = useTranslation()
  const page = useRef<HTMLDivElement>(null)
  const { title, coverPath, tracks } = collection
  const rows = useMemo(() => rowsOfTracks(tracks), [tracks])
  useWash(page, coverPath, title)
  return (
    <div ref={page} className={headPage}>
      <PageHead
        kind={kindWords(collection, t)}
        title={title}
        coverPath={coverPath}
        meta={
          <>
            {collection.artist !== null && <bdi>{collection.artist}</bdi>}
            {collection.year !== null && <span>{collection.year}</span>}
            <span>{t('album.tracks', { count: tracks.length })}</span>
            <span>{lengthInWords(totalMs(tracks), i18n.language)}</span>
          </>
        }
        actions={<ListActions rows={rows} context={contextOf(collection)} />}
      />
      <TrackTable
        rows={rows}
        listKey={collection.id}
        label={t('album.list', { title })}
        context={contextOf(collection)}
        columns={collection.kind === 'files' ? 'mixed' : 'album'}
        scroller={page}
      />
    </div>
  )
}

function kindWords(collection: Collection, t: TFunction): string {
  if (collection.kind === 'files') return t('album.kindFiles')
  return collection.origin === 'demo' ? t('album.kindDemo') : t('album.kind')
}
