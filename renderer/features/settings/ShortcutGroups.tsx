import { useAtomValue } from 'jotai'
import type { ShortcutGroup } from '../../../src/commands/index.ts'
import { Keys } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { shortcutsAtom, useKeyNames } from '../commands/index.ts'
import { listKeys } from './listKeys.ts'
import styles from './settings.module.css'

/** The second of two columns: together they are as long as the first two groups. */
const shortGroups = ['volume', 'view', 'files', 'others'] as const satisfies readonly ShortcutGroup[]

/** Every shortcut there is now, read from the registry itself. */
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

function CommandGroup({ group }: { group: ShortcutGroup }) {
  const { t } = useTranslation()
  const shown = useAtomValue(shortcutsAtom).filter((one) => one.group === group && one.bindings.length > 0)
  if (shown.length === 0) return null
  return (
    <section className={styles.group}>
      <h3 className={styles.groupName}>{t(`shortcutSheet.${group}`)}</h3>
      {shown.map(({ command, bindings }) => (
        <ShortcutLine key={command} words={t(`command.${command}`)} bindings={bindings} />
      ))}
    </section>
  )
}

/** Words, and the keys that do what they say. */
export function ShortcutLine({ words, bindings }: { words: string; bindings: readonly string[] }) {
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
