import { Menu } from '@base-ui/react/menu'
import { useAtomValue } from 'jotai'
import { Check, Speaker } from 'lucide-react'
import { useState } from 'react'
import type { OutputDevice } from '../../player/engine/types.ts'
import { settingsAtom, useServices } from '../../state/index.ts'
import { IconButton } from '../../ui/button/index.ts'
import { overlayStyles } from '../../ui/overlay/index.ts'
import { Name } from '../../ui/name/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './player-bar.module.css'

const systemValue = ''

/** Where the sound comes out. */
export function Output() {
  const { t } = useTranslation()
  const { commands, player } = useServices()
  const chosen = useAtomValue(settingsAtom).outputDevice
  const [devices, setDevices] = useState<readonly OutputDevice[]>([])
  const name = chosen?.label ?? t('player.outputSystem')
  const readDevices = () => void player.outputDevices().then(setDevices)
  const choose = (id: string) => {
    const device = devices.find((one) => one.id === id) ?? null
    commands.runWith('change-settings', { outputDevice: device && { id: device.id, label: device.label } })
  }
  const options = [{ id: systemValue, label: t('player.outputSystem') }, ...devices]
  return (
    <Menu.Root onOpenChange={(open) => open && readDevices()}>
      <Menu.Trigger
        render={
          <IconButton label={t('player.output', { device: name })} className={styles.output}>
            <Speaker aria-hidden />
          </IconButton>
        }
      />
      <Menu.Portal>
        <Menu.Positioner className={overlayStyles['positioner']} sideOffset={12} side="top" align="end">
          <Menu.Popup className={overlayStyles['popup']}>
            <Menu.Group>
              <Menu.GroupLabel className={styles.menuLabel}>{t('player.outputTitle')}</Menu.GroupLabel>
              <Menu.RadioGroup value={chosen?.id ?? systemValue} onValueChange={choose}>
                {options.map((device) => (
                  <Menu.RadioItem key={device.id} value={device.id} className={overlayStyles['item']} closeOnClick>
                    <span className={styles.tick}>
                      <Menu.RadioItemIndicator>
                        <Check aria-hidden />
                      </Menu.RadioItemIndicator>
                    </span>
                    <Name className={overlayStyles['itemText']}>{device.label}</Name>
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
              {devices.length === 0 && <p className={styles.menuNote}>{t('player.outputEmpty')}</p>}
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
