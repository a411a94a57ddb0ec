import type { CallOutput, Failure } from '../../../../src/contract/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import { failureWords } from '../../notices/index.ts'
import styles from './nodelink.module.css'
import { reportWords } from './words.ts'

/** What came of the last press: of Test, or of saving. */
export type Tested =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'fine'; readonly answer: CallOutput<'nodelink.test'> }
  | { readonly kind: 'failed'; readonly error: Failure }

/** What came of a test, where it was pressed. */
export function Outcome({ tested }: { tested: Tested }) {
  const { t, i18n } = useTranslation()
  switch (tested.kind) {
    case 'none':
      return null
    case 'asking':
      return <output className={styles.quiet}>{t('nodelink.asking')}</output>
    case 'failed': {
      const { what, more } = failureWords(tested.error, t)
      return (
        <div className={styles.bad} role="alert">
          <p className={styles.stateLine}>{what}</p>
          <p>{more}</p>
        </div>
      )
    }
    case 'fine': {
      const { report, warning } = tested.answer
      return (
        <output className={styles.good}>
          <span className={styles.stateLine}>{t('nodelink.works')}</span>
          <span>{reportWords(report, t, i18n.language)}</span>
          {warning !== null && <span className={styles.warning}>{t(`nodelink.warning.${warning}`)}</span>}
        </output>
      )
    }
    default:
      return tested satisfies never
  }
}
