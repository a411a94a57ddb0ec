import { useAtomValue } from 'jotai'
import { Check } from 'lucide-react'
import type { ImportRow } from '../../../src/imports/index.ts'
import { nameOfSource } from '../../../src/nodelink/sources.ts'
import { previewAtom } from '../../state/index.ts'
import { Button, PlayButton } from '../../ui/button/index.ts'
import { classes } from '../../ui/classes.ts'
import { Cover } from '../../ui/cover/index.ts'
import { clockTime, joinNames, shortFormat } from '../../ui/format/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { failureWords } from '../notices/index.ts'
import { differing, lengthDifference, type Shown } from './candidates.ts'
import styles from './compare.module.css'
import { Difference } from './Difference.tsx'
import { reasonsInWords } from './words.ts'
import text from '../../ui/text.module.css'

export interface CandidateCardProps {
  readonly wanted: ImportRow
  readonly candidate: Shown
  readonly index: number
  /** Enter lets it be heard. */
  readonly active: boolean
  readonly onHear: () => void
  readonly onChoose: () => void
}

/** One recording that a row may mean; what is different about it stands out. */
export function CandidateCard({ wanted, candidate, index, active, onHear, onChoose }: CandidateCardProps) {
  const { t, i18n } = useTranslation()
  const locale = i18n.language
  const preview = useAtomValue(previewAtom)
  const { track, score, reasons, isChosen } = candidate
  const heard = preview?.trackId === track.id ? preview : null
  const isHeard = heard !== null && heard.state !== 'failed'
  const title = track.title === '' ? t('album.untitled') : track.title
  const isOther = differing(reasons)
  const length = lengthDifference(wanted.durationMs, track.durationMs)
  const words = reasonsInWords(reasons, t)
  const fact = (name: 'title' | 'artist' | 'album' | 'length' | 'source' | 'quality' | 'match') => (
    <span className={text['unseen']}>{t(`imports.fact.${name}`)}: </span>
  )
  return (
    <article
      aria-label={t('imports.candidate', { number: index + 1, title })}
      className={classes(styles.card, active && styles.active)}
      data-candidate={index}
    >
      <div className={styles.top}>
        <Cover path={track.coverPath} seed={track.albumTitle ?? title} size={56} />
        <PlayButton
          playing={isHeard}
          size={32}
          label={isHeard ? t('imports.endHearing', { title }) : t('imports.hear', { title })}
          onClick={onHear}
        />
      </div>
      <p className={classes(styles.title, isOther.title && styles.doubtful)} dir="auto" title={title}>
        {fact('title')}
        {title}
      </p>
      <p className={classes(styles.fact, isOther.artist && styles.doubtful)} dir="auto">
        {fact('artist')}
        {track.artists.length === 0 ? '–' : joinNames(track.artists, locale)}
      </p>
      <p className={classes(styles.fact, isOther.album && styles.doubtful)} dir="auto">
        {fact('album')}
        {track.albumTitle ?? '–'}
      </p>
      <p className={styles.fact}>
        {fact('length')}
        {track.durationMs === null ? t('imports.lengthUnknown') : clockTime(track.durationMs, locale)}
        {length !== null && length.seconds !== 0 && <Difference length={length} />}
      </p>
      <p className={styles.fact}>
        {fact('source')}
        {track.source === undefined ? t('imports.library') : nameOfSource(track.source)}
      </p>
      <p className={styles.fact}>
        {fact('quality')}
        {shortFormat(track.format, locale) || '–'}
      </p>
      {score === null ? (
        <span />
      ) : (
        <p className={styles.score}>
          {fact('match')}
          <span className={styles.meter} aria-hidden>
            <span className={styles.meterFill} style={{ width: `${Math.round(score * 100)}%` }} />
          </span>
          {Math.round(score * 100)}
        </p>
      )}
      <p className={styles.reasons} title={words.join(', ')} role={heard?.state === 'failed' ? 'alert' : undefined}>
        {heard?.error ? failureWords(heard.error, t).what : words.slice(0, 3).join(', ')}
      </p>
      <Button size="small" look={active && !isChosen ? 'accent' : 'plain'} className={styles.choose} onClick={onChoose}>
        {isChosen && <Check aria-hidden />}
        {isChosen ? t('imports.chosen') : t('imports.choose')}
      </Button>
    </article>
  )
}
