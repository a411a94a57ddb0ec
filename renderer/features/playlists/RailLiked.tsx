import { useAtomValue } from 'jotai'
import { Heart } from 'lucide-react'
import { contextAtom, likesAtom, useServices, wantsPlayAtom } from '../../state/index.ts'
import { Bars } from '../../ui/bars/index.ts'
import { classes } from '../../ui/classes.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { dropName as nameOf } from '../drag/index.ts'
import styles from './rail.module.css'

const own = nameOf({ kind: 'liked' })

export interface RailLikedProps {
  readonly open: boolean
  /** Tracks are being carried. */
  readonly carrying: boolean
  /** Name of the target under them. */
  readonly dropName: string | null
}

/** Liked songs, above the playlists. Tracks dropped on it are liked. */
export function RailLiked({ open, carrying, dropName }: RailLikedProps) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const count = useAtomValue(likesAtom).size
  const playing = useAtomValue(contextAtom)?.kind === 'liked'
  const moving = useAtomValue(wantsPlayAtom)
  return (
    <button
      type="button"
      data-drop={own}
      aria-current={open ? 'page' : undefined}
      className={classes(
        styles.item,
        playing && styles.playing,
        carrying && styles.waiting,
        dropName === own && styles.over,
      )}
      onClick={() => commands.runWith('open-page', { page: { kind: 'library', tab: 'liked' } })}
    >
      <span className={styles.likedCover}>
        <Heart aria-hidden />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{t('likes.title')}</span>
        <span className={styles.meta}>{t('album.tracks', { count })}</span>
      </span>
      {playing && (
        <span className={styles.bars}>
          <Bars moving={moving} />
        </span>
      )}
    </button>
  )
}
