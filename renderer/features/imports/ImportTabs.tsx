import { Undo2 } from 'lucide-react'
import type { ImportJob } from '../../../src/imports/index.ts'
import { useServices } from '../../state/index.ts'
import type { ImportShow } from '../../state/index.ts'
import { Button } from '../../ui/button/index.ts'
import { numberFormat } from '../../ui/format/index.ts'
import { Keys } from '../../ui/overlay/index.ts'
import tabStyles from '../../ui/tabs.module.css'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './import.module.css'
import { readRows } from './progress.ts'
import type { LastDecision } from './useDecisions.ts'

const tabs = ['review', 'none', 'matched', 'skipped', 'open', 'all'] as const satisfies readonly ImportShow[]
/** Parts that are there even while nothing is in them. */
const standing: ReadonlySet<ImportShow> = new Set(['review', 'none', 'all'])

/** Which rows are shown, and what was decided last. */
export function ImportTabs(props: {
  readonly job: ImportJob
  readonly show: ImportShow
  readonly last: LastDecision | null
  readonly onUndo: () => void
}) {
  const { t, i18n } = useTranslation()
  const { commands } = useServices()
  const { job, show, last } = props
  const number = numberFormat(i18n.language)
  const countOf = (tab: ImportShow) => (tab === 'all' ? readRows(job) : job.counts[tab])
  return (
    <div className={styles.bar}>
      <nav className={tabStyles.tabs} aria-label={t('imports.parts')}>
        {tabs
          .filter((tab) => standing.has(tab) || tab === show || countOf(tab) > 0)
          .map((tab) => (
            <button
              key={tab}
              type="button"
              className={tabStyles.tab}
              aria-current={tab === show ? 'page' : undefined}
              onClick={() => commands.runWith('open-import', { id: job.id, show: tab })}
            >
              {t(`imports.tab.${tab}`)} <span className={styles.tabCount}>{number.format(countOf(tab))}</span>
            </button>
          ))}
      </nav>
      {last !== null && (
        <div className={styles.last}>
          <p dir="auto">{last.words}</p>
          <Button size="small" onClick={props.onUndo}>
            <Undo2 aria-hidden />
            {t('queue.undo')}
            <Keys names={['U']} />
          </Button>
        </div>
      )}
    </div>
  )
}
