import { ContextMenu } from '@base-ui/react/context-menu'
import { ListPlus, Play, Shuffle } from 'lucide-react'
import type { PlaylistSummary } from '../../../src/library/index.ts'
import { useServices } from '../../state/index.ts'
import { ContextPopup, overlayStyles } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { PlaylistItems } from './PlaylistItems.tsx'

/** What can be done with a playlist where it stands in a list. */
export function RailMenu({ playlist }: { playlist: PlaylistSummary }) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const itemClass = overlayStyles['item']
  const { id } = playlist
  return (
    <ContextPopup>
      <ContextMenu.Item className={itemClass} onClick={() => commands.runWith('play-playlist', { id, shuffle: false })}>
        <Play aria-hidden />
        {t('album.playNow')}
      </ContextMenu.Item>
      <ContextMenu.Item className={itemClass} onClick={() => commands.runWith('play-playlist', { id, shuffle: true })}>
        <Shuffle aria-hidden />
        {t('album.shuffle')}
      </ContextMenu.Item>
      <ContextMenu.Item
        className={itemClass}
        onClick={() => commands.runWith('queue-playlist', { id, place: 'later' })}
      >
        <ListPlus aria-hidden />
        {t('album.addToQueue')}
      </ContextMenu.Item>
      <ContextMenu.Separator className={overlayStyles['separator']} />
      <PlaylistItems playlist={playlist} />
    </ContextPopup>
  )
}
