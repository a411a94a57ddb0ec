import { GripVertical } from 'lucide-react'
import type { RefObject } from 'react'
import { createPortal } from 'react-dom'
import { Cover } from '../../ui/cover/index.ts'
import { Name } from '../../ui/name/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './queue.module.css'
import type { Dragged } from './useReorder.ts'

/** What hangs under the pointer while rows are carried. */
export function Ghost({ dragged, ghost }: { dragged: Dragged; ghost: RefObject<HTMLDivElement | null> }) {
  const { t } = useTranslation()
  const { track } = dragged.entry
  const count = dragged.entryIds.length
  return createPortal(
    <div ref={ghost} className={styles.ghost} aria-hidden>
      <GripVertical />
      <Cover path={track.coverPath} seed={track.albumTitle ?? track.title} size={40} corners="tight" />
      <span className={styles.words}>
        <Name className={styles.title}>{track.title || t('album.untitled')}</Name>
        <Name className={styles.meta}>{track.artists.join(', ')}</Name>
      </span>
      {count > 1 && <span className={styles.count}>{count}</span>}
    </div>,
    document.body,
  )
}
