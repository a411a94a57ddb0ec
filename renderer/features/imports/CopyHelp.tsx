import { useTranslation } from '../../ui/translation/index.ts'
import styles from './import.module.css'

/** How a list that Spotify hands out to nobody but its owner becomes the person's own. */
export function CopyHelp() {
  const { t } = useTranslation()
  return (
    <ol className={styles.help}>
      <li>{t('imports.copyOpen')}</li>
      <li>{t('imports.copyAdd')}</li>
      <li>{t('imports.copyLink')}</li>
    </ol>
  )
}
