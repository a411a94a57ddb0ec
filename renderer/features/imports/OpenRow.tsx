import type { ImportRow } from '../../../src/imports/index.ts'
import { Button } from '../../ui/button/index.ts'
import { Cover } from '../../ui/cover/index.ts'
import { clockTime, joinNames } from '../../ui/format/index.ts'
import { Keys } from '../../ui/overlay/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { CandidateCard } from './CandidateCard.tsx'
import styles from './compare.module.css'
import { FindByHand } from './FindByHand.tsx'
import type { Candidates } from './useCandidates.ts'

/** The facts side by side and what can be done, the field for a search, and the space below, in px: those of the stylesheet. */
const sidesPx = 376
const searchPx = 40
const belowPx = 12

/** Height of what an open row shows below its line, in px. */
export function openHeight(isSearchOpen: boolean): number {
  return sidesPx + belowPx + (isSearchOpen ? searchPx : 0)
}

/** What is wanted, and beside it what it may be: fact by fact, so that a glance tells the difference. */
export function OpenRow({ row, candidates }: { row: ImportRow; candidates: Candidates }) {
  const { t } = useTranslation()
  const { shown, active, search } = candidates
  const count = shown.length
  return (
    <div className={styles.open} data-open-row>
      {search.isOpen && <FindByHand search={search} />}
      <div className={styles.sides}>
        <Labels />
        <Wanted row={row} />
        {shown.map((one, index) => (
          <CandidateCard
            key={one.track.id}
            wanted={row}
            candidate={one}
            index={index}
            active={index === active}
            onHear={() => candidates.hear(one.track)}
            onChoose={() => candidates.choose(index)}
          />
        ))}
        {count === 0 && <p className={styles.nothing}>{nothingWords(candidates, row, t)}</p>}
      </div>
      <footer className={styles.foot}>
        {count > 0 && search.results === null && (
          <Button size="small" look="ghost" onClick={candidates.refuse}>
            {count === 1 ? t('imports.notThis') : t('imports.noneOfThese')}
          </Button>
        )}
        <Button size="small" look="ghost" onClick={candidates.leaveOut}>
          {t('imports.leaveOut')}
        </Button>
        {search.isOpen ? (
          <Button size="small" look="ghost" onClick={search.close}>
            {t('imports.closeSearch')}
          </Button>
        ) : (
          <Button size="small" look="ghost" onClick={search.open}>
            {t('imports.searchByHand')}
          </Button>
        )}
        <p className={styles.remembered}>{t('imports.remembered')}</p>
        <Hints count={count} />
      </footer>
    </div>
  )
}

function nothingWords({ search }: Candidates, row: ImportRow, t: ReturnType<typeof useTranslation>['t']): string {
  if (search.isAsking) return t('search.searching')
  if (search.results !== null) return t('imports.foundNothing')
  return row.outcome.kind === 'open' ? t('imports.stillLooking') : t('imports.nothingClose')
}

/** Names of the facts, once for all that stand side by side. Each fact has its own for screen readers. */
function Labels() {
  const { t } = useTranslation()
  return (
    <div className={styles.labels} aria-hidden>
      <span />
      <span>{t('imports.fact.title')}</span>
      <span>{t('imports.fact.artist')}</span>
      <span>{t('imports.fact.album')}</span>
      <span>{t('imports.fact.length')}</span>
      <span>{t('imports.fact.source')}</span>
      <span>{t('imports.fact.quality')}</span>
      <span>{t('imports.fact.match')}</span>
    </div>
  )
}

function Wanted({ row }: { row: ImportRow }) {
  const { t, i18n } = useTranslation()
  const { title, artists, album, durationMs } = row
  return (
    <article className={styles.wanted} aria-label={t('imports.wanted')}>
      <div className={styles.top}>
        <Cover path={null} seed={album ?? title} size={56} />
        <span className={styles.tag}>{t('imports.wanted')}</span>
      </div>
      <p className={styles.title} dir="auto">
        {title}
      </p>
      <p className={styles.fact} dir="auto">
        {artists.length === 0 ? '–' : joinNames(artists, i18n.language)}
      </p>
      <p className={styles.fact} dir="auto">
        {album ?? '–'}
      </p>
      <p className={styles.fact}>
        {durationMs === null ? t('imports.lengthUnknown') : clockTime(durationMs, i18n.language)}
      </p>
    </article>
  )
}

function Hints({ count }: { count: number }) {
  const { t } = useTranslation()
  if (count === 0) return null
  return (
    <p className={styles.hints} aria-hidden>
      <Keys names={count === 1 ? ['1'] : ['1', String(count)]} /> {t('imports.hintChoose')}
      <Keys names={[t('key.Return')]} /> {t('imports.hintHear')}
      <Keys names={[t('key.Delete')]} /> {t('imports.hintLeaveOut')}
    </p>
  )
}
