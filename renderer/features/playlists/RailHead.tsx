import { Menu } from '@base-ui/react/menu'
import { useAtomValue } from 'jotai'
import { FileUp, Import, ListChecks, ListPlus, Plus, Sparkles } from 'lucide-react'
import { useServices } from '../../state/index.ts'
import { IconButton } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import { overlayStyles } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { carryingAtom, dropName, dropNameAtom } from '../drag/index.ts'
import styles from './rail.module.css'

const newPlaylist = dropName({ kind: 'new-playlist' })

/** The line above the playlists, with the ways to make one. Tracks dropped on its button become a new one. */
export function RailHead() {
  const { t } = useTranslation()
  const { commands } = useServices()
  const carrying = useAtomValue(carryingAtom)
  const over = useAtomValue(dropNameAtom) === newPlaylist
  const itemClass = overlayStyles['item']
  return (
    <div className={styles.head}>
      <h2 className={styles.headWords}>{t('playlist.railLabel')}</h2>
      <Menu.Root>
        <Menu.Trigger
          render={
            <IconButton
              size="small"
              label={t('playlist.make')}
              data-drop={newPlaylist}
              className={classes(carrying && styles.waiting, over && styles.over)}
            >
              <Plus aria-hidden />
            </IconButton>
          }
        />
        <Menu.Portal>
          <Menu.Positioner className={overlayStyles['positioner']} sideOffset={4} align="start">
            <Menu.Popup className={overlayStyles['popup']}>
              <Menu.Item className={itemClass} onClick={() => commands.run('new-playlist')}>
                <ListPlus aria-hidden />
                {t('command.new-playlist')}
              </Menu.Item>
              <Menu.Item className={itemClass} onClick={() => commands.run('new-smart-playlist')}>
                <Sparkles aria-hidden />
                {t('command.new-smart-playlist')}
              </Menu.Item>
              <Menu.Separator className={overlayStyles['separator']} />
              <Menu.Item className={itemClass} onClick={() => commands.run('import-playlist')}>
                <FileUp aria-hidden />
                {t('command.import-playlist')}
              </Menu.Item>
              <Menu.Item className={itemClass} onClick={() => commands.run('bring-over')}>
                <Import aria-hidden />
                {t('command.bring-over')}
              </Menu.Item>
              <Menu.Item className={itemClass} onClick={() => commands.run('imports')}>
                <ListChecks aria-hidden />
                {t('command.imports')}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  )
}
