import { useTranslation } from '../../ui/translation/index.ts'
import { numberFormat } from '../../ui/format/index.ts'
import type { LengthDifference } from './candidates.ts'
import styles from './compare.module.css'

/** How much longer or shorter it is than what is wanted: "+3 s". */
export function Difference({ length: { seconds, tone } }: { length: LengthDifference }) {
  const { i18n } = useTranslation()
  const format = numberFormat(i18n.language, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'narrow',
    signDisplay: 'exceptZero',
  })
  return <span className={styles[tone]}>{format.format(seconds)}</span>
}
