import { atom, useAtomValue } from 'jotai'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { findCollection } from '../../state/index.ts'
import { lightOf } from '../../ui/light/index.ts'
import styles from './album.module.css'
import { CollectionHead } from './CollectionHead.tsx'
import { TrackTable } from './TrackTable.tsx'

/** An album, or files that were opened together. */
export function CollectionPage({ id }: { id: string }) {
  const { t } = useTranslation()
  const collection = useAtomValue(useMemo(() => atom((get) => findCollection(get, id)), [id]))
  const page = useRef<HTMLDivElement>(null)
  const coverPath = collection?.coverPath ?? null
  const title = collection?.title ?? ''

  // The head is washed in the collection's own colours, not in those of what plays.
  useEffect(() => {
    let current = true
    const wash = async () => {
      const { palette } = await lightOf(coverPath, title)
      if (!current) return
      page.current?.style.setProperty('--head-h', palette.hue.toFixed(1))
      page.current?.style.setProperty('--head-c', palette.chroma.toFixed(3))
    }
    void wash()
    return () => {
      current = false
    }
  }, [coverPath, title])

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
