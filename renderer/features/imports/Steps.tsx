import { Check } from 'lucide-react'
import type { ImportJob } from '../../../src/imports/index.ts'
import { numberFormat } from '../../ui/format/index.ts'
import { Progress, Spinner } from '../../ui/progress/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { classes } from '../../ui/classes.ts'
import styles from './steps.module.css'
import { type ImportStep, stepsOf } from './progress.ts'

/** A bar for each step of an import, and what its rows came to so far. */
export function Steps({ job }: { job: ImportJob }) {
  const { t, i18n } = useTranslation()
  const number = numberFormat(i18n.language)
  const { counts } = job
  const figures = [
    { key: 'matched', count: counts.matched, look: styles.plain },
    { key: 'review', count: counts.review, look: styles.doubtful },
    { key: 'none', count: counts.none, look: styles.wrong },
    { key: 'skipped', count: counts.skipped, look: styles.quiet },
    { key: 'open', count: counts.open, look: styles.quiet },
  ] as const
  return (
    <section className={styles.card} aria-label={t('imports.progress')}>
      <ol className={styles.steps}>
        {stepsOf(job).map((step, index) => (
          <Step key={step.step} step={step} number={index + 1} />
        ))}
      </ol>
      <dl className={styles.figures}>
        {figures
          .filter(({ key, count }) => count > 0 || key === 'matched' || key === 'review' || key === 'none')
          .map(({ key, count, look }) => (
            <div key={key} className={styles.figure}>
              <dt>{t(`imports.count.${key}`)}</dt>
              <dd className={classes(styles.count, count > 0 ? look : styles.quiet)}>{number.format(count)}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

function Step({ step, number: place }: { step: ImportStep; number: number }) {
  const { t, i18n } = useTranslation()
  const number = numberFormat(i18n.language)
  const { done, total } = step
  const name = t(`imports.step.${step.step}`)
  const words =
    step.step === 'review'
      ? t('imports.waiting', { count: total ?? 0 })
      : total === null
        ? number.format(done)
        : t('imports.of', { done: number.format(done), total: number.format(total) })
  return (
    <li className={classes(styles.step, step.state === 'ahead' && styles.ahead)}>
      <p className={styles.stepName}>
        <StepSign step={step} place={place} />
        {name}
      </p>
      <Progress value={step.value} label={name} />
      <p className={styles.stepText}>{words}</p>
    </li>
  )
}

function StepSign({ step, place }: { step: ImportStep; place: number }) {
  if (step.state === 'done') return <Check aria-hidden className={styles.sign} />
  if (step.state === 'active' && step.step !== 'review') return <Spinner />
  return (
    <span aria-hidden className={styles.place}>
      {place}
    </span>
  )
}
