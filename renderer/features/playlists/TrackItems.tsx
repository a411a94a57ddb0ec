import { Menu } from '@base-ui/react/menu'
import { ListPlus, ListStart } from 'lucide-react'
import type { Track } from '../../../src/music/index.ts'
import { useServices } from '../../state/index.ts'
import { overlayStyles } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { AddToPlaylist } from './AddToPlaylist.tsx'
import { LikeItem } from './LikeItem.tsx'

/** Items of every menu about tracks: queue, likes, playlists. `tracks` answers which ones it is about. */
export function TrackItems({ tracks }: { tracks: () => readonly Track[] }) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const itemClass = overlayStyles['item']
  return (
    <>
      <Menu.Item
        className={itemClass}
        onClick={() => commands.runWith('queue-tracks', { tracks: tracks(), place: 'next' })}
      >
        <ListStart aria-hidden />
        {t('album.playNext')}
      </Menu.Item>
      <Menu.Item
        className={itemClass}
        onClick={() => commands.runWith('queue-tracks', { tracks: tracks(), place: 'later' })}
      >
        <ListPlus aria-hidden />
        {t('album.addToQueue')}
      </Menu.Item>
      <Menu.Separator className={overlayStyles['separator']} />
      <LikeItem tracks={tracks} />
      <AddToPlaylist take={async () => tracks()} />
    </>
  )
}
