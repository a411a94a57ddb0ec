import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { useSetAtom } from 'jotai'
import { Search } from 'lucide-react'
import { useRef, useState } from 'react'
import { dialogAtom } from '../../state/index.ts'
import { Keys, overlayStyles } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { useKeyNames } from '../commands/index.ts'
import type { Choice } from './candidates.ts'
import { PaletteItem } from './PaletteItem.tsx'
import styles from './palette.module.css'
import type { Ranked } from './rank.ts'
import { recentKeysAtom } from './recent.ts'
import { useGroups } from './useGroups.ts'
import type { Group } from './useGroups.ts'

/** Every command and every page by its words, from anywhere, with the keyboard alone. */
export function Palette() {
  const { t } = useTranslation()
  const names = useKeyNames()
  const setDialog = useSetAtom(dialogAtom)
  const remember = useSetAtom(recentKeysAtom)
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const groups = useGroups(text)
  const choose = (item: Ranked<Choice>) => {
    // First away with the palette: a command may open a dialog of its own.
    setDialog(null)
    remember(item.key)
    item.value.run()
  }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && setDialog(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={overlayStyles.veil} />
        <Dialog.Popup className={styles.palette} aria-label={t('palette.label')} initialFocus={input}>
          <Autocomplete.Root
            open
            inline
            mode="none"
            autoHighlight="always"
            keepHighlight
            items={groups}
            value={text}
            itemToStringValue={(item: Ranked<Choice>) => item.words}
            onValueChange={(next, { reason }) => reason !== 'item-press' && setText(next)}
          >
            <div className={styles.head}>
              <Search aria-hidden />
              <Autocomplete.Input
                ref={input}
                className={styles.input}
                aria-label={t('palette.label')}
                placeholder={t('palette.placeholder')}
                spellCheck={false}
              />
              <Keys names={names('Escape')} />
            </div>
            <div className={styles.scroll}>
              <Autocomplete.Empty>
                {groups.length === 0 && (
                  <div className={styles.nothing}>
                    <p>{t('palette.nothing', { text: text.trim() })}</p>
                    <p>{t('palette.nothingText')}</p>
                  </div>
                )}
              </Autocomplete.Empty>
              <Autocomplete.List className={styles.list}>
                {(group: Group) => (
                  <Autocomplete.Group key={group.name} items={group.items} className={styles.group}>
                    <Autocomplete.GroupLabel className={styles.groupName}>{group.name}</Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(item: Ranked<Choice>) => <PaletteItem key={item.key} item={item} onChoose={choose} />}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </div>
          </Autocomplete.Root>
          <footer className={styles.foot}>
            <Keys names={[...names('ArrowUp'), ...names('ArrowDown')]} /> {t('palette.move')}
            <Keys names={names('Return')} /> {t('palette.run')}
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
