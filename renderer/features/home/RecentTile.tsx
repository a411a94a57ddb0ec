import { useAtomValue, useStore } from 'jotai'
import type { Track } from '../../../src/music/index.ts'
import {
  contextAtom,
  currentTrackAtom,
  findCollection,
  usePrepare,
  useServices,
  wantsPlayAtom,
} from '../../state/index.ts'
import { Bars } from '../../ui/bars/index.ts'
import { PlayButton } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import { Cover } from '../../ui/cover/index.ts'
import { Name } from '../../ui/name/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './tiles.module.css'
import type { RecentItem } from './recent.ts'

/** Something to go back to: opens its page, or plays from the button. */
export function RecentTile({ item }: { item: RecentItem }) {
  const { t } = useTranslation()
  const { commands, player } = useServices()
  const store = useStore()
  const context = useAtomValue(contextAtom)
  const current = useAtomValue(currentTrackAtom)
  const wantsPlay = useAtomValue(wantsPlayAtom)
  const isCurrent = item.albumId === null ? current?.id === item.track.id : context?.id === item.albumId
  const { albumId, title } = item
  const by = item.by?.kind === 'various' ? t('album.variousArtists') : (item.by?.name ?? t('album.unknownArtist'))
  const collectionOf = () => (albumId === null ? null : findCollection((wanted) => store.get(wanted), albumId))
  const prepare = usePrepare(() => (isCurrent ? null : (collectionOf()?.tracks[0] ?? item.track)))
  const play = () => {
    if (isCurrent) commands.run('play-pause')
    else if (albumId !== null) commands.runWith('play-album', { id: albumId, title })
    else playAlone(item.track)
  }
  const playAlone = (track: Track) =>
    commands.runWith('play-tracks', {
      tracks: [track],
      startIndex: 0,
      context: { kind: 'tracks', id: null, title: track.title },
    })
  const open = () => {
    if (albumId === null) play()
    else commands.runWith('open-page', { page: { kind: 'album', id: albumId } })
  }
  const playing = isCurrent && wantsPlay
  return (
    <article className={classes(styles.tile, isCurrent && styles.isPlaying)}>
      <button type="button" className={styles.tileOpen} onClick={open}>
        <Cover path={item.coverPath} seed={title} fills={64} className={styles.tileCover} />
        <span className={styles.tileWords}>
          <Name className={styles.tileName}>{title}</Name>
          <Name className={styles.tileMeta}>{by}</Name>
        </span>
      </button>
      {isCurrent && (
        <span className={styles.tileBars}>
          <Bars moving={wantsPlay} />
        </span>
      )}
      <PlayButton
        playing={playing}
        size={32}
        className={styles.tilePlay}
        label={playing ? t('home.pauseItem', { title }) : t('home.playItem', { title })}
        {...prepare}
        onPointerEnter={() => player.warmUp()}
        onClick={play}
      />
    </article>
  )
}
