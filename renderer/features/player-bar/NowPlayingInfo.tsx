import { useAtomValue } from 'jotai'
import type { Failure } from '../../../src/contract/index.ts'
import { currentStreamAtom, currentTrackAtom, demoCollectionAtom, statusAtom, useServices } from '../../state/index.ts'
import { Button } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import { Cover } from '../../ui/cover/index.ts'
import { joinNames } from '../../ui/format/index.ts'
import { Tip } from '../../ui/overlay/index.ts'
import { Name } from '../../ui/name/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { LikeButton } from '../likes/index.ts'
import { failureWords } from '../notices/index.ts'
import styles from './player-bar.module.css'
import { SourceButton } from './SourceButton.tsx'
import { useShortcutKeys } from './Transport.tsx'
import { useNarrow } from './useNarrow.ts'

/** The left of the bar: what plays, or what would; and, in place of the artists, what is wrong. */
export function NowPlayingInfo() {
  const { t } = useTranslation()
  const { commands } = useServices()
  const track = useAtomValue(currentTrackAtom)
  const demo = useAtomValue(demoCollectionAtom)
  const keysOf = useShortcutKeys()
  const narrow = useNarrow()
  if (!track) {
    return (
      <div className={styles.track}>
        {demo && <Cover path={demo.coverPath} seed={demo.title} size={56} />}
        <div className={styles.words}>
          <span className={styles.title}>{demo ? <bdi>{demo.title}</bdi> : t('player.nothing')}</span>
          {demo && <span className={styles.second}>{t('player.ready')}</span>}
        </div>
      </div>
    )
  }
  return (
    <div className={styles.track}>
      <Tip text={t('player.openNowPlaying')} keys={keysOf('now-playing')}>
        <button
          type="button"
          className={styles.coverButton}
          aria-label={t('player.openNowPlaying')}
          onClick={() => commands.run('now-playing')}
        >
          <Cover path={track.coverPath} seed={track.albumTitle ?? track.title} size={56} />
        </button>
      </Tip>
      <div className={styles.words}>
        <Name className={styles.title}>{track.title || t('album.untitled')}</Name>
        <SecondLine />
      </div>
      <LikeButton track={track} keys={keysOf('like')} />
      {!narrow && <SourceButton track={track} />}
      <ElsewhereButton />
    </div>
  )
}

function SecondLine() {
  const { t, i18n } = useTranslation()
  const track = useAtomValue(currentTrackAtom)
  const status = useAtomValue(statusAtom)
  const stream = useAtomValue(currentStreamAtom)
  const node = stream?.nodeName ?? null
  const away = stream?.nodeFailure ?? null
  switch (status.kind) {
    case 'stalled':
      if (node !== null && away !== null)
        return <NodeAway words={t('player.nodeAwayWaiting', { node })} failure={away} />
      return (
        <span className={classes(styles.second, styles.doubtful)}>
          {node === null ? t('player.stalled') : t('player.waitingForNode', { node })}
        </span>
      )
    case 'elsewhere':
      return <span className={classes(styles.second, styles.doubtful)}>{t('player.elsewhere')}</span>
    case 'stopped': {
      const { what, more } = failureWords(status.error, t)
      return (
        <Tip text={more}>
          <span className={classes(styles.second, styles.wrong)}>{what}</span>
        </Tip>
      )
    }
    case 'idle':
    case 'loading':
    case 'playing':
    case 'paused': {
      if (node !== null && away !== null) return <NodeAway words={t('player.nodeAway', { node })} failure={away} />
      const artists = track?.artists ?? []
      return (
        <Name className={styles.second}>
          {artists.length > 0 ? joinNames(artists, i18n.language) : t('album.unknownArtist')}
        </Name>
      )
    }
    default:
      return status satisfies never
  }
}

/** The node is away, which nobody hears as long as enough is here; behind it what happened and what to do. */
function NodeAway({ words, failure }: { words: string; failure: Failure }) {
  const { t } = useTranslation()
  const { what, more } = failureWords(failure, t)
  return (
    <Tip text={`${what}. ${more}`}>
      <span className={classes(styles.second, styles.doubtful)}>{words}</span>
    </Tip>
  )
}

function ElsewhereButton() {
  const { t } = useTranslation()
  const { commands } = useServices()
  const status = useAtomValue(statusAtom)
  if (status.kind !== 'elsewhere') return null
  return (
    <Button size="small" onClick={() => commands.run('play')}>
      {t('player.playHere')}
    </Button>
  )
}
