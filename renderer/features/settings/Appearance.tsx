import { useAtomValue } from 'jotai'
import { Monitor, Moon, Sun } from 'lucide-react'
import { languages } from '../../../src/i18n/index.ts'
import { settingsAtom, useServices } from '../../state/index.ts'
import { Choice, Segmented } from '../../ui/choice/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { Option } from './Option.tsx'
import styles from './settings.module.css'

/** Theme and language. */
export function Appearance() {
  const { t } = useTranslation()
  const { commands } = useServices()
  const { theme, language } = useAtomValue(settingsAtom)
  const choices = [
    { value: 'system', label: t('settings.languageSystem') },
    ...languages.map(({ tag, name }) => ({ value: tag, label: name })),
  ]
  return (
    <section>
      <header className={styles.head}>
        <h2>{t('settings.appearance')}</h2>
        <p>{t('settings.appearanceText')}</p>
      </header>
      <Option name={t('settings.theme')} meta={t('settings.themeText')}>
        <Segmented
          label={t('settings.theme')}
          value={theme}
          options={[
            { value: 'system', label: t('settings.themeSystem'), icon: <Monitor aria-hidden /> },
            { value: 'light', label: t('settings.themeLight'), icon: <Sun aria-hidden /> },
            { value: 'dark', label: t('settings.themeDark'), icon: <Moon aria-hidden /> },
          ]}
          onChange={(next) => commands.runWith('change-settings', { theme: next })}
        />
      </Option>
      <Option name={t('settings.language')}>
        <Choice
          label={t('settings.language')}
          value={language}
          options={choices}
          onChange={(next) => commands.runWith('change-settings', { language: next })}
        />
      </Option>
    </section>
  )
}
