import { useTranslation } from '../../ui/translation/index.ts'
import { numberFormat } from '../../ui/format/index.ts'
import type { LengthDifference } from './candidates.ts'
import styles from './compare.module.css'

/** How much longer or shorter it is than what is wanted: "+3 s". */
export function Difference({ length: { seconds, tone } }: { length: LengthDifference }) {
  const { t, i18n } = useTranslation()
  const number = numberFormat(i18n.language).format(Math.abs(seconds))
  return (
    <span className={styles[tone]}>
      {seconds > 0 ? t('imports.longer', { number }) : t('imports.shorter', { number })}
    </span>
  )
}
