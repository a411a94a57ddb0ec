import { CircleCheck, SearchX } from 'lucide-react'
import type { ImportJob } from '../../../src/imports/index.ts'
import type { ImportShow } from '../../state/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { Words } from '../../ui/words/index.ts'

/** A part of an import with no rows in it: that is good news for some. */
export function NothingHere({ job, show }: { job: ImportJob; show: ImportShow }) {
  const { t } = useTranslation()
  const isDone = job.state.kind === 'done'
  if (show === 'review' || show === 'none') {
    const title = isDone ? t(`imports.nothing.${show}`) : t(`imports.nothingYet.${show}`)
    const text = isDone ? t(`imports.nothingText.${show}`) : t('imports.nothingYetText')
    return <Words icon={<CircleCheck aria-hidden />} title={title} text={text} />
  }
  return <Words icon={<SearchX aria-hidden />} title={t('imports.nothingRows')} text={t('imports.nothingRowsText')} />
}
