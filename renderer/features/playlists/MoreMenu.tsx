import { Menu } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import type { PlaylistSummary } from '../../../src/library/index.ts'
import { IconButton } from '../../ui/button/index.ts'
import { overlayStyles } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { PlaylistItems } from './PlaylistItems.tsx'

/** Everything else that can be done with a playlist. */
export function MoreMenu({ playlist }: { playlist: PlaylistSummary }) {
  const { t } = useTranslation()
  return (
    <Menu.Root>
      <Menu.Trigger
        render={
          <IconButton label={t('album.more', { title: playlist.name })}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
      />
      <Menu.Portal>
        <Menu.Positioner className={overlayStyles['positioner']} sideOffset={4} align="start">
          <Menu.Popup className={overlayStyles['popup']}>
            <PlaylistItems playlist={playlist} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
