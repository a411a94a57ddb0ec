import type { TFunction } from 'i18next'
import { Heart } from 'lucide-react'
import { IconButton } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import styles from './likes.module.css'

/** The heart in a row of a list: the list itself handles presses on `data-action="like"`. Shown under the pointer, or when liked. */
export function RowHeart({ liked, title, t }: { liked: boolean; title: string; t: TFunction }) {
  return (
    <IconButton
      plain
      size="small"
      tabIndex={-1}
      data-action="like"
      label={liked ? t('likes.unlikeTitle', { title }) : t('likes.likeTitle', { title })}
      className={classes(styles.heart, styles.inRow, liked && styles.liked)}
    >
      <Heart aria-hidden />
    </IconButton>
  )
}
