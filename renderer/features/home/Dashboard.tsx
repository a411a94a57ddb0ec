import { atom, useAtomValue } from 'jotai'
import { useState } from 'react'
import type { RecentPlay } from '../../../src/contract/index.ts'
import { demoCollectionAtom } from '../../state/index.ts'
import { dateFormat } from '../../ui/format/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { ScanLine } from '../scan/index.ts'
import styles from './home.module.css'
import shelfStyles from './shelf.module.css'
import tileStyles from './tiles.module.css'
import { NewAlbums } from './NewAlbums.tsx'
import { RecentCard } from './RecentCard.tsx'
import { RecentTile } from './RecentTile.tsx'
import { dayPartOf, recentItems } from './recent.ts'
import type { RecentItem } from './recent.ts'
import { Setups } from './Setups.tsx'

const tileCount = 6
const shelfCount = 12

const greetings = {
  morning: 'home.morning',
  afternoon: 'home.afternoon',
  evening: 'home.evening',
  night: 'home.night',
} as const

/** The demo album as something to go back to, so that the first rows are never thin. */
const demoItemAtom = atom((get): RecentItem | null => {
  const demo = get(demoCollectionAtom)
  const track = demo?.tracks[0]
  if (!demo || !track) return null
  return {
    key: `album:${demo.id}`,
    title: demo.title,
    by: demo.artist === null ? null : { kind: 'artist', name: demo.artist },
    coverPath: demo.coverPath,
    albumId: demo.id,
    track,
  }
})

/** Home once there is a library, or something was heard. */
export function Dashboard({ recent }: { recent: readonly RecentPlay[] }) {
  const { t, i18n } = useTranslation()
  const demoItem = useAtomValue(demoItemAtom)
  const [now] = useState(() => new Date())
  const heard = recentItems(recent)
  const items = demoItem && !heard.some((item) => item.key === demoItem.key) ? [...heard, demoItem] : heard
  const shelf = recent.slice(0, shelfCount).map((play) => play.track)
  const today = dateFormat(i18n.language, { weekday: 'long', day: 'numeric', month: 'long' })
  return (
    <section className={styles.page} aria-label={t('home.label')}>
      <header className={styles.head}>
        <h1>{t(greetings[dayPartOf(now.getHours())])}</h1>
        <p>{today.format(now)}</p>
      </header>
      <div className={styles.scan}>
        <ScanLine look="card" />
      </div>
      <div className={styles.dash}>
        <section>
          <h2 className={styles.label}>{t('home.jumpBackIn')}</h2>
          <div className={tileStyles.tiles}>
            {items.slice(0, tileCount).map((item) => (
              <RecentTile key={item.key} item={item} />
            ))}
          </div>
        </section>
        <Setups />
      </div>
      <NewAlbums />
      {shelf.length > 0 && (
        <section className={styles.section}>
          <h2>{t('home.recentlyPlayed')}</h2>
          <div className={shelfStyles.shelf}>
            {shelf.map((track, index) => (
              <RecentCard key={track.id} shelf={shelf} index={index} track={track} />
            ))}
          </div>
        </section>
      )}
    </section>
  )
}
