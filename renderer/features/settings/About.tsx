import { useAtomValue } from 'jotai'
import { appInfoAtom } from '../../state/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { failureWords } from '../notices/index.ts'
import { Option } from './Option.tsx'
import styles from './settings.module.css'

/** Which Melofy this is, where it runs, and what happens to one's data. */
export function About() {
  const { t } = useTranslation()
  const info = useAtomValue(appInfoAtom)
  const notice = info?.notice ?? null
  const words = notice && failureWords(notice, t)
  return (
    <section>
      <header className={styles.head}>
        <h2>{t('app.name')}</h2>
        {info && <p>{t('settings.version', { version: info.version })}</p>}
      </header>
      {words && (
        <div className={styles.notice}>
          <h3>{words.what}</h3>
          <p>{words.more}</p>
        </div>
      )}
      {info && (
        <Option name={t('settings.host')}>
          <span className={styles.value}>
            {info.host === 'electron' ? t('settings.hostElectron') : t('settings.hostBrowser')}
          </span>
        </Option>
      )}
      <Words name={t('settings.data')} text={t('settings.dataText')} />
      <Words name={t('settings.files')} text={t('settings.filesText')} />
      <Words name={t('settings.licence')} text={t('settings.licenceText')} />
    </section>
  )
}

function Words({ name, text }: { name: string; text: string }) {
  return (
    <Option name={name} meta={text}>
      {null}
    </Option>
  )
}
