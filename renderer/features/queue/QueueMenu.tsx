import { ContextMenu } from '@base-ui/react/context-menu'
import { ArrowDown, ArrowUp, Play, Trash2 } from 'lucide-react'
import type { Track } from '../../../src/music/index.ts'
import { ContextPopup, overlayStyles } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { AddToPlaylist, LikeItem } from '../playlists/menu.ts'

export interface QueueMenuProps {
  readonly isCurrent: boolean
  /** The tracks that the menu is about. */
  readonly tracks: () => readonly Track[]
  readonly onJump: () => void
  readonly onStep: (direction: -1 | 1) => void
  readonly onRemove: () => void
}

/** What can be done with entries of the queue. */
export function QueueMenu({ isCurrent, tracks, onJump, onStep, onRemove }: QueueMenuProps) {
  const { t } = useTranslation()
  const itemClass = overlayStyles['item']
  return (
    <ContextPopup>
      <ContextMenu.Item className={itemClass} onClick={onJump}>
        <Play aria-hidden />
        {t('queue.jump')}
      </ContextMenu.Item>
      <LikeItem tracks={tracks} />
      <AddToPlaylist take={async () => tracks()} />
      <ContextMenu.Separator className={overlayStyles['separator']} />
      <ContextMenu.Item className={itemClass} disabled={isCurrent} onClick={() => onStep(-1)}>
        <ArrowUp aria-hidden />
        {t('queue.moveUp')}
      </ContextMenu.Item>
      <ContextMenu.Item className={itemClass} disabled={isCurrent} onClick={() => onStep(1)}>
        <ArrowDown aria-hidden />
        {t('queue.moveDown')}
      </ContextMenu.Item>
      <ContextMenu.Separator className={overlayStyles['separator']} />
      <ContextMenu.Item className={itemClass} disabled={isCurrent} onClick={onRemove}>
        <Trash2 aria-hidden />
        {t('queue.remove')}
      </ContextMenu.Item>
    </ContextPopup>
  )
}
