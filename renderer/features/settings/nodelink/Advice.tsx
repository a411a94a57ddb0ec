import { adviceLines, type AdviceCode } from '../../../../src/nodelink/advice.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import { CopyLine } from '../CopyLine.tsx'
import styles from './nodelink.module.css'

/** What would make a server serve better, each with the line of its configuration that does it. */
export function Advice({ codes }: { codes: readonly AdviceCode[] }) {
  const { t } = useTranslation()
  if (codes.length === 0) return null
  return (
    <div className={styles.advice}>
      <h3>{t('nodelink.advice')}</h3>
      <ul>
        {codes.map((code) => (
          <li key={code} className={styles.adviceItem}>
            <p>{t(`nodelink.adviceText.${code}`)}</p>
            <CopyLine text={adviceLines[code]} copied={t('nodelink.copied')} />
          </li>
        ))}
      </ul>
    </div>
  )
}
