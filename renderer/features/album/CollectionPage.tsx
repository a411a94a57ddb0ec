import { atom, useAtomValue } from 'jotai'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { findCollection } from '../../state/index.ts'
import { useWash } from '../../ui/light/index.ts'
import styles from './album.module.css'
import { CollectionHead } from './CollectionHead.tsx'
import { TrackTable } from './TrackTable.tsx'

/** An album, or files that were opened together. */
export function CollectionPage({ id }: { id: string }) {
  const { t } = useTranslation()
  const collection = useAtomValue(useMemo(() => atom((get) => findCollection(get, id)), [id]))
  const page = useRef<HTMLDivElement>(null)
  useWash(page, collection?.coverPath ?? null, collection?.title ?? '')

  if (!collection) {
    return (
      <div className={styles.gone}>
        <h1>{t('album.gone')}</h1>
        <p>{t('album.goneText')}</p>
      </div>
    )
  }
  return (
    <div ref={page} className={styles.page}>
      <CollectionHead collection={collection} />
      <TrackTable collection={collection} scroller={page} />
    </div>
  )
}
