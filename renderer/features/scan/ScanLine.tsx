import { useAtomValue } from 'jotai'
import { TriangleAlert, X } from 'lucide-react'
import { scanStatusAtom, useServices } from '../../state/index.ts'
import { Button, IconButton } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import { numberFormat } from '../../ui/format/index.ts'
import { Progress } from '../../ui/progress/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { failureWords } from '../notices/index.ts'
import { scanProgress } from './progress.ts'
import type { Scanning } from './progress.ts'
import styles from './scan.module.css'

/** What the scanner does, where it is wanted: `rail` is small, `card` has words and buttons. Nothing while it rests. */
export function ScanLine({ look }: { look: 'rail' | 'card' }) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const status = useAtomValue(scanStatusAtom)
  switch (status.kind) {
    case 'idle':
      return null
    case 'scanning':
      return <Running look={look} scan={status} />
    case 'stopped': {
      const { what, more } = failureWords(status.error, t)
      if (look === 'rail') {
        return (
          <div className={classes(styles.rail, styles.stopped)}>
            <TriangleAlert aria-hidden />
            <span className={styles.text}>{t('library.scanStopped')}</span>
          </div>
        )
      }
      return (
        <div className={classes(styles.card, styles.stopped)} role="alert">
          <TriangleAlert aria-hidden />
          <div className={styles.words}>
            <p className={styles.title}>{what}</p>
            <p className={styles.text}>{more}</p>
          </div>
          <Button onClick={() => commands.run('scan-library')}>{t('library.scanAgain')}</Button>
        </div>
      )
    }
    default:
      return status satisfies never
  }
}

function Running({ look, scan }: { look: 'rail' | 'card'; scan: Scanning }) {
  const { t, i18n } = useTranslation()
  const { commands } = useServices()
  const number = numberFormat(i18n.language)
  const counts = { done: number.format(scan.done), found: number.format(scan.found), count: scan.found }
  const phases = {
    finding: t('library.scanFinding', counts),
    reading: t('library.scanReading', counts),
    finishing: t('library.scanFinishing'),
  }
  const title = t('library.scanning', { folder: scan.folder })
  return (
    <div className={look === 'rail' ? styles.rail : styles.card}>
      <div className={styles.words}>
        <p className={styles.title} dir="auto">
          {title}
        </p>
        <Progress value={scanProgress(scan)} label={title} />
        <p className={styles.text}>{phases[scan.phase]}</p>
      </div>
      {look === 'rail' ? (
        <IconButton size="tiny" label={t('library.cancelScan')} onClick={() => commands.run('cancel-scan')}>
          <X aria-hidden />
        </IconButton>
      ) : (
        <Button onClick={() => commands.run('cancel-scan')}>{t('library.cancelScan')}</Button>
      )}
    </div>
  )
}
