import { useAtomValue } from 'jotai'
import { AudioLines, FileUp, Import, Link2, TextCursorInput } from 'lucide-react'
import { useState } from 'react'
import type { ImportJob } from '../../../src/imports/index.ts'
import { importsAtom, playlistsAtom, useServices } from '../../state/index.ts'
import type { ImportDraft } from '../../state/index.ts'
import { Button } from '../../ui/button/index.ts'
import { Collage } from '../../ui/collage/index.ts'
import { dayInWords, joinNames } from '../../ui/format/index.ts'
import { Name } from '../../ui/name/index.ts'
import { Progress } from '../../ui/progress/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { Words } from '../../ui/words/index.ts'
import { failureWords } from '../notices/index.ts'
import { JobActions } from './ImportHead.tsx'
import styles from './imports.module.css'
import { nameWords } from './nameWords.ts'
import { shareDone } from './progress.ts'
import { sourceWords } from './words.ts'

/** Everything that came over from elsewhere or is on its way, and the ways to bring more. */
export function ImportsPage() {
  const { t } = useTranslation()
  const { commands } = useServices()
  const jobs = useAtomValue(importsAtom)
  const [nowMs] = useState(() => Date.now())
  const begin = (way: ImportDraft['way']) => () => commands.runWith('begin-import', { way, files: [] })
  const buttons = (
    <div className={styles.ways}>
      <Button look="accent" onClick={begin('file')}>
        <FileUp aria-hidden />
        {t('imports.way.file')}
      </Button>
      <Button onClick={begin('text')}>
        <TextCursorInput aria-hidden />
        {t('imports.way.text')}
      </Button>
      <Button onClick={begin('spotify')}>
        <AudioLines aria-hidden />
        {t('imports.way.spotify')}
      </Button>
      <Button onClick={begin('link')}>
        <Link2 aria-hidden />
        {t('imports.way.link')}
      </Button>
    </div>
  )
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('imports.title')}</h1>
        <p>{t('imports.titleText')}</p>
        {jobs !== null && jobs.length > 0 && buttons}
      </header>
      {jobs?.length === 0 && (
        <Words icon={<Import aria-hidden />} title={t('imports.empty')} text={t('imports.emptyText')}>
          {buttons}
        </Words>
      )}
      {jobs !== null && jobs.length > 0 && (
        <ul className={styles.list} aria-label={t('imports.title')}>
          {jobs.map((job) => (
            <li key={job.id}>
              <JobCard job={job} nowMs={nowMs} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function JobCard({ job, nowMs }: { job: ImportJob; nowMs: number }) {
  const { t, i18n } = useTranslation()
  const { commands } = useServices()
  const playlist = (useAtomValue(playlistsAtom) ?? []).find(({ id }) => id === job.playlistId) ?? null
  const { id, counts, state, startedAt } = job
  const name = nameWords(job, t)
  const facts = [sourceWords(job, t), dayInWords(startedAt, nowMs, i18n.language)]
  return (
    <article className={styles.card}>
      <Collage paths={playlist?.coverPaths ?? []} seed={job.name} size={48} corners="tight" />
      <div className={styles.words}>
        <button
          type="button"
          className={styles.open}
          onClick={() => commands.runWith('open-import', { id, show: counts.review > 0 ? 'review' : 'all' })}
        >
          <Name>{name}</Name>
        </button>
        <p className={styles.facts}>{joinNames(facts, i18n.language)}</p>
        {state.kind !== 'done' && state.kind !== 'stopped' && <Progress value={shareDone(job)} label={name} />}
        <StateWords job={job} />
      </div>
      {counts.review > 0 && (
        <Button
          size="small"
          className={styles.review}
          onClick={() => commands.runWith('open-import', { id, show: 'review' })}
        >
          {t('imports.reviewCount', { count: counts.review })}
        </Button>
      )}
      <div className={styles.actions}>
        <JobActions job={job} isThere={playlist !== null} />
      </div>
    </article>
  )
}

function StateWords({ job: { state, counts } }: { job: ImportJob }) {
  const { t, i18n } = useTranslation()
  if (state.kind === 'stopped') {
    const words = state.error === null ? t('imports.paused') : failureWords(state.error, t).what
    return <p className={state.error === null ? styles.facts : styles.wrong}>{words}</p>
  }
  const parts = [
    t('imports.matchedCount', { count: counts.matched }),
    ...(counts.none > 0 ? [t('imports.stripNone', { count: counts.none })] : []),
  ]
  return (
    <p className={styles.facts}>{state.kind === 'waiting' ? t('imports.inLine') : joinNames(parts, i18n.language)}</p>
  )
}
