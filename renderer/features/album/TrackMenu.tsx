import { ContextMenu } from '@base-ui/react/context-menu'
import { Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Track } from '../../../src/music/index.ts'
import { ContextPopup, overlayStyles } from '../../ui/overlay/index.ts'
import { TrackItems } from '../playlists/menu.ts'

/** What can be done with one or several tracks of a list; `tracks` answers which. */
export function TrackMenu({ onPlay, tracks }: { onPlay: () => void; tracks: () => readonly Track[] }) {
  const { t } = useTranslation()
  return (
    <ContextPopup>
      <ContextMenu.Item className={overlayStyles['item']} onClick={onPlay}>
        <Play aria-hidden />
        {t('album.playNow')}
      </ContextMenu.Item>
      <TrackItems tracks={tracks} />
    </ContextPopup>
  )
}
