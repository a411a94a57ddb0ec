import { Menu } from '@base-ui/react/menu'
import { useAtomValue } from 'jotai'
import { ChevronRight, ListMusic, Plus } from 'lucide-react'
import type { Track } from '../../../src/music/index.ts'
import { playlistsAtom, useServices } from '../../state/index.ts'
import { Collage } from '../../ui/collage/index.ts'
import { Name } from '../../ui/name/index.ts'
import { overlayStyles } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './menu.module.css'

/** A menu in a menu: the playlists that tracks can be added to, found by typing, and a new one. `take` answers the tracks. */
export function AddToPlaylist({ take }: { take: () => Promise<readonly Track[]> }) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const playlists = (useAtomValue(playlistsAtom) ?? []).filter((playlist) => playlist.rules === null)
  const itemClass = overlayStyles['item']
  return (
    <Menu.FilterProvider autoHighlight>
      <Menu.SubmenuRoot>
        <Menu.SubmenuTrigger className={itemClass}>
          <ListMusic aria-hidden />
          <span className={overlayStyles['itemText']}>{t('playlist.addTo')}</span>
          <ChevronRight aria-hidden />
        </Menu.SubmenuTrigger>
        <Menu.Portal>
          <Menu.Positioner className={overlayStyles['positioner']} sideOffset={-4} alignOffset={-4}>
            <Menu.Popup className={overlayStyles['popup']}>
              <div className={styles.find}>
                <Menu.Input aria-label={t('playlist.find')} placeholder={t('playlist.find')} className={styles.field} />
              </div>
              <Menu.List className={styles.list}>
                <Menu.Item
                  className={itemClass}
                  label={t('playlist.newFrom')}
                  onClick={() => void take().then((tracks) => commands.runWith('create-playlist', { tracks }))}
                >
                  <Plus aria-hidden />
                  {t('playlist.newFrom')}
                </Menu.Item>
                {playlists.map(({ id, name, coverPaths }) => (
                  <Menu.Item
                    key={id}
                    className={itemClass}
                    label={name}
                    onClick={() => void take().then((tracks) => commands.runWith('add-to-playlist', { id, tracks }))}
                  >
                    <Collage paths={coverPaths} seed={name} size={24} corners="tight" />
                    <Name className={overlayStyles['itemText']}>{name}</Name>
                  </Menu.Item>
                ))}
              </Menu.List>
              <Menu.Empty className={styles.none}>{t('playlist.findNone')}</Menu.Empty>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.SubmenuRoot>
    </Menu.FilterProvider>
  )
}
