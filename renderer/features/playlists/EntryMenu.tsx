import { ContextMenu } from '@base-ui/react/context-menu'
import { ArrowDown, ArrowUp, Play, Trash2 } from 'lucide-react'
import type { PlaylistSummary } from '../../../src/library/index.ts'
import type { Track } from '../../../src/music/index.ts'
import { ContextPopup, overlayStyles } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { TrackItems } from './TrackItems.tsx'

export interface EntryMenuProps {
  readonly playlist: PlaylistSummary
  readonly movable: boolean
  /** The tracks that the menu is about. */
  readonly tracks: () => readonly Track[]
  readonly onPlay: () => void
  readonly onStep: (direction: -1 | 1) => void
  readonly onRemove: () => void
}

/** What can be done with rows of a playlist. */
export function EntryMenu({ playlist, movable, tracks, onPlay, onStep, onRemove }: EntryMenuProps) {
  const { t } = useTranslation()
  const itemClass = overlayStyles['item']
  return (
    <ContextPopup>
      <ContextMenu.Item className={itemClass} onClick={onPlay}>
        <Play aria-hidden />
        {t('album.playNow')}
      </ContextMenu.Item>
      <TrackItems tracks={tracks} />
      {playlist.rules === null && (
        <>
          <ContextMenu.Separator className={overlayStyles['separator']} />
          <ContextMenu.Item className={itemClass} disabled={!movable} onClick={() => onStep(-1)}>
            <ArrowUp aria-hidden />
            {t('queue.moveUp')}
          </ContextMenu.Item>
          <ContextMenu.Item className={itemClass} disabled={!movable} onClick={() => onStep(1)}>
            <ArrowDown aria-hidden />
            {t('queue.moveDown')}
          </ContextMenu.Item>
          <ContextMenu.Item className={itemClass} onClick={onRemove}>
            <Trash2 aria-hidden />
            {t('playlist.remove')}
          </ContextMenu.Item>
        </>
      )}
    </ContextPopup>
  )
}
