import { TriangleAlert } from 'lucide-react'
import type { ImportJob } from '../../../src/imports/index.ts'
import { useServices } from '../../state/index.ts'
import { Button } from '../../ui/button/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { failureWords } from '../notices/index.ts'
import { CopyHelp } from './CopyHelp.tsx'
import { accountCodes } from './wizard/ToAccount.tsx'
import styles from './import.module.css'

/** Spotify does not hand the list out: a copy of it in the person's own account is. */
const refusedCodes: ReadonlySet<string> = new Set([
  'spotify-playlist-refused',
  'spotify-playlist-hidden',
  'spotify-not-found',
])

/** What stands in the way of an import, and what can be done about it; or that servers could not be asked about some rows. */
export function ImportTrouble({ job }: { job: ImportJob }) {
  const { t } = useTranslation()
  const { commands } = useServices()
  const { id, state, notAsked } = job
  if (state.kind === 'stopped' && state.error !== null) {
    const { what, more } = failureWords(state.error, t)
    const isRefused = refusedCodes.has(state.error.code)
    return (
      <section className={styles.trouble} role="alert">
        <TriangleAlert aria-hidden />
        <div className={styles.troubleWords}>
          <p className={styles.troubleTitle}>{what}</p>
          <p>{more}</p>
          {isRefused && <CopyHelp />}
        </div>
        {isRefused && (
          <Button onClick={() => commands.runWith('begin-import', { way: 'file', files: [] })}>
            {t('imports.useFile')}
          </Button>
        )}
        {accountCodes.has(state.error.code) && (
          <Button onClick={() => commands.runWith('open-page', { page: { kind: 'settings', section: 'spotify' } })}>
            {t('imports.toAccount')}
          </Button>
        )}
      </section>
    )
  }
  if (state.kind !== 'done' || notAsked === null) return null
  const { what } = failureWords(notAsked.error, t)
  return (
    <section className={styles.note}>
      <TriangleAlert aria-hidden />
      <p className={styles.troubleWords}>{t('imports.notAsked', { count: notAsked.rows, why: what })}</p>
      <Button size="small" onClick={() => commands.runWith('retry-import', { id })}>
        {t('imports.lookAgain')}
      </Button>
    </section>
  )
}
