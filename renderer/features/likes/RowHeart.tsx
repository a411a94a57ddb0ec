import { Heart } from 'lucide-react'
import { DrawnButton } from '../../ui/button/index.ts'
import styles from './likes.module.css'

/** The heart in a row of a list: the list itself handles presses on `data-action="like"`. Seen under the pointer, or when liked. */
export function RowHeart({ liked, label }: { liked: boolean; label: string }) {
  return (
    <DrawnButton
      drawing={liked ? null : 'heart'}
      tabIndex={-1}
      data-action="like"
      label={label}
      className={liked ? styles.liked : undefined}
    >
      {liked && <Heart aria-hidden />}
    </DrawnButton>
  )
}
