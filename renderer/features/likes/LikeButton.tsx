import { useAtomValue } from 'jotai'
import { Heart } from 'lucide-react'
import type { Track } from '../../../src/music/index.ts'
import { likesAtom, useServices } from '../../state/index.ts'
import { IconButton } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './likes.module.css'

export interface LikeButtonProps {
  readonly track: Track
  readonly keys?: readonly string[] | null
  readonly className?: string | undefined
}

/** The heart of one track. */
export function LikeButton({ track, keys, className }: LikeButtonProps) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const liked = useAtomValue(likesAtom).has(track.id)
  return (
    <IconButton
      label={liked ? t('likes.unlike') : t('likes.like')}
      keys={keys}
      className={classes(styles.heart, liked && styles.liked, className)}
      onClick={() => commands.runWith('like-tracks', { tracks: [track], liked: !liked })}
    >
      <Heart aria-hidden />
    </IconButton>
  )
}
