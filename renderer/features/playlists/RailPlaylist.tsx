import { memo } from 'react'
import type { PlaylistSummary } from '../../../src/library/index.ts'
import { useServices } from '../../state/index.ts'
import { Bars } from '../../ui/bars/index.ts'
import { classes } from '../../ui/classes.ts'
import { Collage } from '../../ui/collage/index.ts'
import { Name } from '../../ui/name/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { dropName } from '../drag/index.ts'
import styles from './rail.module.css'

export interface RailPlaylistProps {
  readonly playlist: PlaylistSummary
  /** From the top of the list, in px. */
  readonly offset: number
  readonly open: boolean
  readonly playing: boolean
  readonly moving: boolean
  readonly tabStop: boolean
  /** Tracks are being carried. */
  readonly carrying: boolean
  /** Name of the target under them. */
  readonly dropName: string | null
}

/** One playlist in the rail. A smart one takes no tracks. Memoised: another page that is opened changes one or two of them. */
export const RailPlaylist = memo(function RailPlaylist(props: RailPlaylistProps) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const { id, name, rules, trackCount, coverPaths } = props.playlist
  const own = rules === null ? dropName({ kind: 'playlist', id }) : undefined
  return (
    <li className={styles.place} style={{ transform: `translateY(${props.offset}px)` }}>
      <button
        type="button"
        data-playlist={id}
        data-drop={own}
        tabIndex={props.tabStop ? 0 : -1}
        aria-current={props.open ? 'page' : undefined}
        className={classes(
          styles.item,
          props.playing && styles.playing,
          props.carrying && (own === undefined ? styles.closed : styles.waiting),
          own !== undefined && props.dropName === own && styles.over,
        )}
        onClick={() => commands.runWith('open-page', { page: { kind: 'playlist', id } })}
      >
        <Collage paths={coverPaths} seed={name} smart={rules !== null} size={36} corners="tight" />
        <span className={styles.words}>
          <Name className={styles.name}>{name}</Name>
          <span className={styles.meta}>
            {rules === null
              ? t('album.tracks', { count: trackCount })
              : t('playlist.smartMeta', { tracks: t('album.tracks', { count: trackCount }) })}
          </span>
        </span>
        {props.playing && (
          <span className={styles.bars}>
            <Bars moving={props.moving} />
          </span>
        )}
      </button>
    </li>
  )
})
