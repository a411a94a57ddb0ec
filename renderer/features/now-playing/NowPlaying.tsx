import { Dialog } from '@base-ui/react/dialog'
import { useAtomValue, useSetAtom } from 'jotai'
import { ChevronDown } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { contextAtom, currentTrackAtom, stageAtom } from '../../state/index.ts'
import { IconButton } from '../../ui/button/index.ts'
import { Cover } from '../../ui/cover/index.ts'
import { joinNames } from '../../ui/format/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { LikeButton } from '../likes/index.ts'
import { Seek, Transport } from '../player-bar/index.ts'
import { formatParts } from './format.ts'
import styles from './now-playing.module.css'

/** The full-screen view of what plays. */
export function NowPlaying() {
  const { t, i18n } = useTranslation()
  const track = useAtomValue(currentTrackAtom)
  const context = useAtomValue(contextAtom)
  const setOpen = useSetAtom(stageAtom)
  const title = track?.title || t('album.untitled')
  const hasTrack = track !== null
  const popup = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!hasTrack) setOpen(false)
  }, [hasTrack, setOpen])

  if (!track) return null
  return (
    <Dialog.Root open onOpenChange={(open) => setOpen(open)}>
      <Dialog.Portal>
        <Dialog.Popup ref={popup} initialFocus={popup} className={styles.stage} aria-label={t('nowPlaying.label')}>
          <header className={styles.head}>
            <IconButton label={t('nowPlaying.close')} onClick={() => setOpen(false)}>
              <ChevronDown aria-hidden />
            </IconButton>
            {context && context.title !== '' && (
              <p className={styles.source}>{t('nowPlaying.playingFrom', { title: context.title })}</p>
            )}
          </header>
          <div className={styles.body}>
            <Cover
              key={track.coverPath ?? track.id}
              path={track.coverPath}
              seed={track.albumTitle ?? title}
              fills={560}
              className={styles.cover}
            />
            <div className={styles.side}>
              <div className={styles.titleLine}>
                <h1 className={styles.title} dir="auto">
                  {title}
                </h1>
                <LikeButton track={track} />
              </div>
              <p className={styles.artists}>
                <bdi>
                  {track.artists.length > 0 ? joinNames(track.artists, i18n.language) : t('album.unknownArtist')}
                </bdi>
              </p>
              {track.albumTitle !== null && (
                <p className={styles.album}>
                  <bdi>{track.albumTitle}</bdi>
                </p>
              )}
              <p className={styles.format}>
                {formatParts(track.format, t, i18n.language).map((part) => (
                  <span key={part}>{part}</span>
                ))}
              </p>
              <Seek className={styles.seek} />
              <Transport large />
            </div>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
