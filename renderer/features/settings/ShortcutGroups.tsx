import { useTranslation } from 'react-i18next'
import { Keys } from '../../ui/overlay/index.ts'
import { shortcuts, useKeyNames } from '../commands/index.ts'
import styles from './settings.module.css'

/** The second of two columns: together they are as long as the first two groups. */
const shortGroups = ['volume', 'view', 'files'] as const

/** Keys that lists handle themselves. */
const listKeys = [
  { words: 'shortcutSheet.listMove', bindings: ['ArrowUp', 'ArrowDown'] },
  { words: 'shortcutSheet.listPlay', bindings: ['Enter'] },
  { words: 'shortcutSheet.listSelect', bindings: ['Shift+ArrowDown'] },
  { words: 'shortcutSheet.listSelectAll', bindings: ['Mod+A'] },
  { words: 'shortcutSheet.listReorder', bindings: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
  { words: 'shortcutSheet.listRemove', bindings: ['Delete'] },
  { words: 'shortcutSheet.listMenu', bindings: ['Shift+F10'] },
] as const

/** Every shortcut, read from the registry itself. */
export function ShortcutGroups() {
  const { t } = useTranslation()
  return (
    <div className={styles.groups}>
      <CommandGroup group="playback" />
      <section className={styles.group}>
        <h3 className={styles.groupName}>{t('shortcutSheet.lists')}</h3>
        {listKeys.map(({ words, bindings }) => (
          <ShortcutLine key={words} words={t(words)} bindings={bindings} />
        ))}
      </section>
      {shortGroups.map((group) => (
        <CommandGroup key={group} group={group} />
      ))}
    </div>
  )
}

function CommandGroup({ group }: { group: 'playback' | (typeof shortGroups)[number] }) {
  const { t } = useTranslation()
  return (
    <section className={styles.group}>
      <h3 className={styles.groupName}>{t(`shortcutSheet.${group}`)}</h3>
      {shortcuts
        .filter((shortcut) => shortcut.group === group)
        .map(({ command, bindings }) => (
          <ShortcutLine key={command} words={t(`command.${command}`)} bindings={bindings} />
        ))}
    </section>
  )
}

function ShortcutLine({ words, bindings }: { words: string; bindings: readonly string[] }) {
  const names = useKeyNames()
  return (
    <div className={styles.shortcut}>
      <span>{words}</span>
      <span className={styles.either}>
        {bindings.map((binding) => (
          <Keys key={binding} names={names(binding)} />
        ))}
      </span>
    </div>
  )
}
