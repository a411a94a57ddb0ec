import { useAtomValue } from 'jotai'
import type { Track } from '../../../src/music/index.ts'
import { currentTrackAtom, usePrepare, useServices } from '../../state/index.ts'
import { classes } from '../../ui/classes.ts'
import { Cover } from '../../ui/cover/index.ts'
import { joinNames } from '../../ui/format/index.ts'
import { Name } from '../../ui/name/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './shelf.module.css'

interface RecentCardProps {
  readonly shelf: readonly Track[]
  readonly index: number
  readonly track: Track
}

/** One recently played track: a click plays the shelf from here. */
export function RecentCard({ shelf, index, track }: RecentCardProps) {
  const { t, i18n } = useTranslation()
  const { commands, player } = useServices()
  const isCurrent = useAtomValue(currentTrackAtom)?.id === track.id
  const title = track.title || t('album.untitled')
  const prepare = usePrepare(() => (isCurrent ? null : track))
  const play = () => {
    if (isCurrent) commands.run('play-pause')
    else {
      commands.runWith('play-tracks', {
        tracks: shelf,
        startIndex: index,
        context: { kind: 'tracks', id: null, title: t('home.recentlyPlayed') },
      })
    }
  }
  return (
    <article className={classes(styles.card, isCurrent && styles.cardPlaying)}>
      <button
        type="button"
        className={styles.cardOpen}
        {...prepare}
        onPointerEnter={() => player.warmUp()}
        onClick={play}
      >
        <Cover
          path={track.coverPath}
          seed={track.albumTitle ?? title}
          fills={160}
          shadow
          className={styles.cardCover}
        />
        <Name className={styles.cardName}>{title}</Name>
        <Name className={styles.cardMeta}>
          {track.artists.length > 0 ? joinNames(track.artists, i18n.language) : t('album.unknownArtist')}
        </Name>
      </button>
    </article>
  )
}
