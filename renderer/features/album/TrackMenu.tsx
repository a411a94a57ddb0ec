import { ContextMenu } from '@base-ui/react/context-menu'
import { ListPlus, ListStart, Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ContextPopup, overlayStyles } from '../../ui/overlay/index.ts'

/** What can be done with one or several tracks of a list. */
export function TrackMenu({ onPlay, onQueue }: { onPlay: () => void; onQueue: (place: 'next' | 'later') => void }) {
  const { t } = useTranslation()
  const itemClass = overlayStyles['item']
  return (
    <ContextPopup>
      <ContextMenu.Item className={itemClass} onClick={onPlay}>
        <Play aria-hidden />
        {t('album.playNow')}
      </ContextMenu.Item>
      <ContextMenu.Item className={itemClass} onClick={() => onQueue('next')}>
        <ListStart aria-hidden />
        {t('album.playNext')}
      </ContextMenu.Item>
      <ContextMenu.Item className={itemClass} onClick={() => onQueue('later')}>
        <ListPlus aria-hidden />
        {t('album.addToQueue')}
      </ContextMenu.Item>
    </ContextPopup>
  )
}
