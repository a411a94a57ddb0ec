import { useAtomValue } from 'jotai'
import { RotateCcw } from 'lucide-react'
import { shortcutGroups } from '../../../src/commands/index.ts'
import { settingsAtom, useServices } from '../../state/index.ts'
import { Button } from '../../ui/button/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { shortcutsAtom } from '../commands/index.ts'
import { listKeys } from './listKeys.ts'
import { ShortcutRow, shortcutHelpId } from './ShortcutRow.tsx'
import { ShortcutLine } from './ShortcutGroups.tsx'
import styles from './settings.module.css'

/** Every command with its keys, which can be changed. */
export function Shortcuts() {
  const { t } = useTranslation()
  const { commands } = useServices()
  const shortcuts = useAtomValue(shortcutsAtom)
  const isChanged = Object.keys(useAtomValue(settingsAtom).shortcuts).length > 0
  return (
    <section>
      <header className={styles.head}>
        <h2>{t('settings.shortcuts')}</h2>
        <p>{t('settings.shortcutsText')}</p>
        <p id={shortcutHelpId}>{t('shortcuts.help')}</p>
      </header>
      {shortcutGroups.map((group) => (
        <section key={group} className={styles.group}>
          <h3 className={styles.groupName}>{t(`shortcutSheet.${group}`)}</h3>
          {shortcuts
            .filter((shortcut) => shortcut.group === group)
            .map((shortcut) => (
              <ShortcutRow key={shortcut.command} shortcut={shortcut} />
            ))}
        </section>
      ))}
      <section className={styles.group}>
        <h3 className={styles.groupName}>{t('shortcutSheet.lists')}</h3>
        <p className={styles.optionMeta}>{t('shortcuts.fixed')}</p>
        {listKeys.map(({ words, bindings }) => (
          <ShortcutLine key={words} words={t(words)} bindings={bindings} />
        ))}
      </section>
      <div className={styles.resetAll}>
        <p className={styles.optionMeta}>{t('shortcuts.resetAllText')}</p>
        <Button disabled={!isChanged} onClick={() => commands.runWith('change-settings', { shortcuts: {} })}>
          <RotateCcw aria-hidden />
          {t('shortcuts.resetAll')}
        </Button>
      </div>
    </section>
  )
}
