import { Menu } from '@base-ui/react/menu'
import { useAtomValue } from 'jotai'
import { Heart, HeartOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Track } from '../../../src/music/index.ts'
import { likesAtom, useServices } from '../../state/index.ts'
import { overlayStyles } from '../../ui/overlay/index.ts'

/** Item of a menu that likes tracks, or unlikes them when all of them are liked. */
export function LikeItem({ tracks }: { tracks: () => readonly Track[] }) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const likes = useAtomValue(likesAtom)
  const all = tracks()
  const liked = all.length > 0 && all.every((track) => likes.has(track.id))
  return (
    <Menu.Item
      className={overlayStyles['item']}
      onClick={() => commands.runWith('like-tracks', { tracks: tracks(), liked: !liked })}
    >
      {liked ? <HeartOff aria-hidden /> : <Heart aria-hidden />}
      {liked ? t('likes.unlike') : t('likes.like')}
    </Menu.Item>
  )
}
