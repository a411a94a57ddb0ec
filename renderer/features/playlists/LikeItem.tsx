import { Menu } from '@base-ui/react/menu'
import { useAtomValue } from 'jotai'
import { Heart, HeartOff } from 'lucide-react'
import type { Track } from '../../../src/music/index.ts'
import { likesAtom, useServices } from '../../state/index.ts'
import { overlayStyles } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'

export interface LikeItemProps {
  /** What the menu is about, as far as it is here: decides whether it likes or unlikes. */
  readonly tracks: () => readonly Track[]
  /** All of it, where it may be more than what is here. */
  readonly take?: () => Promise<readonly Track[]>
}

/** Item of a menu that likes tracks, or unlikes them when all of them are liked. */
export function LikeItem({ tracks, take }: LikeItemProps) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const likes = useAtomValue(likesAtom)
  const all = tracks()
  const liked = all.length > 0 && all.every((track) => likes.has(track.id))
  const change = async () => {
    const wanted = take ? await take() : tracks()
    commands.runWith('like-tracks', { tracks: wanted, liked: !liked })
  }
  return (
    <Menu.Item className={overlayStyles['item']} onClick={() => void change()}>
      {liked ? <HeartOff aria-hidden /> : <Heart aria-hidden />}
      {liked ? t('likes.unlike') : t('likes.like')}
    </Menu.Item>
  )
}
