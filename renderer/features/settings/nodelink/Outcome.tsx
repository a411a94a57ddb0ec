import type { CallOutput } from '../../../../src/contract/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import { type Tested, TestOutcome } from '../TestOutcome.tsx'
import styles from './nodelink.module.css'
import { reportWords } from './words.ts'

/** What a server said to a test. */
export function Outcome({ tested }: { tested: Tested<CallOutput<'nodelink.test'>> }) {
  const { t, i18n } = useTranslation()
  return (
    <TestOutcome
      tested={tested}
      asking={t('nodelink.asking')}
      fine={({ report, warning }) => ({
        line: t('nodelink.works'),
        more: (
          <>
            <span>{reportWords(report, t, i18n.language)}</span>
            {warning !== null && <span className={styles.warning}>{t(`nodelink.warning.${warning}`)}</span>}
          </>
        ),
      })}
    />
  )
}
