import { useAtomValue } from 'jotai'
import { X } from 'lucide-react'
import { importUnderWayAtom, useServices } from '../../state/index.ts'
import { IconButton } from '../../ui/button/index.ts'
import { numberFormat } from '../../ui/format/index.ts'
import { Progress } from '../../ui/progress/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './line.module.css'
import { nameWords } from './nameWords.ts'
import { readRows, settledRows, shareDone } from './progress.ts'

/** The import that is under way, in the rail: how far it is, and the way to its page. Nothing while there is none. */
export function ImportLine() {
  const { t, i18n } = useTranslation()
  const { commands } = useServices()
  const job = useAtomValue(importUnderWayAtom)
  if (job === null || job.state.kind === 'done') return null
  const { id, total, state } = job
  const name = nameWords(job, t)
  const number = numberFormat(i18n.language)
  const isReading = state.phase === 'reading'
  const title = isReading ? t('imports.lineReading', { name }) : t('imports.lineFinding', { name })
  const done = isReading ? readRows(job) : settledRows(job)
  const all = total ?? (isReading ? null : readRows(job))
  return (
    <div className={styles.line}>
      <div className={styles.words}>
        <button
          type="button"
          className={styles.open}
          onClick={() => commands.runWith('open-import', { id, show: 'all' })}
        >
          <span dir="auto">{title}</span>
        </button>
        <Progress value={shareDone(job)} label={title} />
        <p className={styles.text}>
          {all === null
            ? number.format(done)
            : t('imports.of', { done: number.format(done), total: number.format(all) })}
        </p>
      </div>
      <IconButton
        size="tiny"
        className={styles.stop}
        label={t('imports.pauseNamed', { name })}
        onClick={() => commands.runWith('stop-import', { id })}
      >
        <X aria-hidden />
      </IconButton>
    </div>
  )
}
