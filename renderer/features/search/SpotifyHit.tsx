import { Search, X } from 'lucide-react'
import type { SpotifyTrack } from '../../../src/spotify/index.ts'
import { Button, IconButton } from '../../ui/button/index.ts'
import { clockTime, joinNames } from '../../ui/format/index.ts'
import { Name } from '../../ui/name/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { failureWords } from '../notices/index.ts'
import { stepToResult } from './keys.ts'
import styles from './search.module.css'
import type { Looked, LookFor } from './useLookFor.ts'

export interface SpotifyHitProps {
  readonly track: SpotifyTrack
  readonly looked: Looked | undefined
  readonly lookFor: LookFor
  /** Of the words that say what pressing it does. */
  readonly hintId: string
}

/** A recording that Spotify tells of. Pressed, it is looked for; what came of that is said below it. */
export function SpotifyHit({ track, looked, lookFor, hintId }: SpotifyHitProps) {
  const { t, i18n } = useTranslation()
  const title = track.title || t('album.untitled')
  const artists = track.artists.length > 0 ? joinNames(track.artists, i18n.language) : t('album.unknownArtist')
  const isLooking = looked?.kind === 'looking'
  return (
    <li>
      <div className={styles.knownRow}>
        <button
          type="button"
          className={styles.row}
          data-result
          aria-describedby={hintId}
          aria-busy={isLooking}
          onKeyDown={stepToResult}
          onClick={() => lookFor.look(track)}
        >
          <Search aria-hidden />
          <span className={styles.knownWords}>
            <Name className={styles.rowName}>{title}</Name>
            <span className={styles.rowMeta}>
              <bdi>{artists}</bdi>
              {track.album !== null && (
                <>
                  {' · '}
                  <bdi>{track.album}</bdi>
                </>
              )}
            </span>
          </span>
          {track.durationMs !== null && (
            <time className={styles.knownTime}>{clockTime(track.durationMs, i18n.language)}</time>
          )}
        </button>
        {isLooking && (
          <IconButton size="small" label={t('search.stopLooking', { title })} onClick={() => lookFor.stop()}>
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      <output className={styles.knownSaid}>
        <Said looked={looked} lookFor={lookFor} />
      </output>
    </li>
  )
}

/** What came of looking for it. */
function Said({ looked, lookFor }: { looked: Looked | undefined; lookFor: LookFor }) {
  const { t, i18n } = useTranslation()
  switch (looked?.kind) {
    case undefined:
      return null
    case 'looking':
      return <span>{t('search.looking')}</span>
    case 'failed': {
      const { what, more } = failureWords(looked.error, t)
      return (
        <span>
          {what}. {more}
        </span>
      )
    }
    case 'missing': {
      const { nearest, hasServers, notAsked } = looked.answer
      return (
        <>
          <span>{t(hasServers && notAsked === null ? 'search.notFound' : 'search.notFoundAlone')}</span>
          {notAsked !== null && <span>{failureWords(notAsked, t).what}.</span>}
          {nearest !== null && (
            <span className={styles.nearest}>
              <bdi>
                {t('search.nearest', { title: nearest.title, artists: joinNames(nearest.artists, i18n.language) })}
              </bdi>
              <Button size="small" onClick={() => lookFor.play(nearest)}>
                {t('search.playNearest')}
              </Button>
            </span>
          )}
        </>
      )
    }
    default:
      return looked satisfies never
  }
}
