import { atom, useAtomValue } from 'jotai'
import { ListChecks } from 'lucide-react'
import { useMemo } from 'react'
import { importsAtom, useServices } from '../../state/index.ts'
import { Button } from '../../ui/button/index.ts'
import { joinNames } from '../../ui/format/index.ts'
import { Progress } from '../../ui/progress/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './line.module.css'
import { shareDone } from './progress.ts'

/** Above the rows of a playlist that an import fills: what is not in it yet, and the way to it. Nothing where all of it is there. */
export function ImportStrip({ playlistId }: { playlistId: string }) {
  const { t, i18n } = useTranslation()
  const { commands } = useServices()
  const job = useAtomValue(
    useMemo(() => atom((get) => get(importsAtom)?.find((one) => one.playlistId === playlistId) ?? null), [playlistId]),
  )
  if (job === null) return null
  const { id, counts, state } = job
  const parts = [
    ...(counts.open > 0 ? [t('imports.stripOpen', { count: counts.open })] : []),
    ...(counts.review > 0 ? [t('imports.stripReview', { count: counts.review })] : []),
    ...(counts.none > 0 ? [t('imports.stripNone', { count: counts.none })] : []),
  ]
  if (parts.length === 0) return null
  const show = counts.review > 0 ? 'review' : counts.none > 0 ? 'none' : 'all'
  const label = counts.review > 0 ? t('imports.review') : t('imports.show')
  return (
    <div className={styles.strip}>
      <ListChecks aria-hidden className={styles.stripIcon} />
      <p>{joinNames(parts, i18n.language)}</p>
      {state.kind === 'running' && (
        <div className={styles.bar}>
          <Progress value={shareDone(job)} label={t('imports.step.find')} />
        </div>
      )}
      <Button size="small" onClick={() => commands.runWith('open-import', { id, show })}>
        {label}
      </Button>
    </div>
  )
}
