import { Menu } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import { cloneElement } from 'react'
import type { PlaylistSummary } from '../../../src/library/index.ts'
import { ButtonAfterwards } from '../../ui/afterwards/index.ts'
import { IconButton } from '../../ui/button/index.ts'
import { closedMenu, overlayStyles } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { PlaylistItems } from './PlaylistItems.tsx'

/** Everything else that can be done with a playlist. `isReady`: its rows are on screen. */
export function MoreMenu({ playlist, isReady }: { playlist: PlaylistSummary; isReady: boolean }) {
  const { t } = useTranslation()
  const button = (
    <IconButton label={t('album.more', { title: playlist.name })}>
      <Ellipsis aria-hidden />
    </IconButton>
  )
  return (
    <ButtonAfterwards isReady={isReady} meanwhile={cloneElement(button, closedMenu)}>
      <Menu.Root>
        <Menu.Trigger render={button} />
        <Menu.Portal>
          <Menu.Positioner className={overlayStyles['positioner']} sideOffset={4} align="start">
            <Menu.Popup className={overlayStyles['popup']}>
              <PlaylistItems playlist={playlist} />
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </ButtonAfterwards>
  )
}
