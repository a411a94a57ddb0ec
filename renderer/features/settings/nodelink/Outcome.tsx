import type { CallOutput } from '../../../../src/contract/index.ts'
import { useTranslation } from '../../../ui/translation/index.ts'
import { type Tested, TestOutcome } from '../TestOutcome.tsx'
import { reportWords } from './words.ts'

type Answer = CallOutput<'nodelink.test'>

/** What a server said to a test. */
export function Outcome({ tested }: { tested: Tested<Answer> }) {
  const { t, i18n } = useTranslation()
  const fine = ({ report, warning }: Answer) => ({
    line: t('nodelink.works'),
    more: reportWords(report, t, i18n.language),
    warning: warning === null ? null : t(`nodelink.warning.${warning}`),
  })
  return <TestOutcome tested={tested} asking={t('nodelink.asking')} fine={fine} />
}
