import { useId } from 'react'
import type { SpotifyTrack } from '../../../src/spotify/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { SpotifyHit } from './SpotifyHit.tsx'
import styles from './search.module.css'
import { useLookFor } from './useLookFor.ts'

/** What Spotify knows: recordings to be looked for, apart from those that are here to be played. */
export function SpotifyHits({ tracks, title }: { tracks: readonly SpotifyTrack[]; title: string }) {
  const { t } = useTranslation()
  const lookFor = useLookFor(title)
  const hintId = useId()
  return (
    <section className={styles.known} aria-label={t('search.fromSpotify')}>
      <h2>{t('search.fromSpotify')}</h2>
      <p id={hintId} className={styles.knownText}>
        {t('search.fromSpotifyText')}
      </p>
      <ul>
        {tracks.map((track) => (
          <SpotifyHit
            key={track.id}
            track={track}
            looked={lookFor.looked.get(track.id)}
            lookFor={lookFor}
            hintId={hintId}
          />
        ))}
      </ul>
    </section>
  )
}
