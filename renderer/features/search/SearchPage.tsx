import { useAtomValue } from 'jotai'
import { useEffect, useMemo, useRef } from 'react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchResults } from '../../../src/contract/index.ts'
import { isAnswered, resultsOf, rowsOfTracks, searchAtom, useServices } from '../../state/index.ts'
import type { SearchView } from '../../state/index.ts'
import { TrackTable } from '../tracks/index.ts'
import { Beside } from './Beside.tsx'
import { BestMatch } from './BestMatch.tsx'
import { leaveTracks } from './keys.ts'
import { Recent } from './Recent.tsx'
import styles from './search.module.css'
import { Bones, Failed, NothingFound } from './states.tsx'
import { topResult } from './top.ts'

/** What is found for the text in the box; what was searched for before, while the box is empty. */
export function SearchPage() {
  const { t } = useTranslation()
  const { commands } = useServices()
  const view = useAtomValue(searchAtom)
  const page = useRef<HTMLElement>(null)
  useEffect(() => commands.runWith('read-searches', null), [commands])
  return (
    <section ref={page} className={styles.page} aria-label={t('search.page')}>
      <h1 className={styles.title}>{t('search.page')}</h1>
      {view.searchId === null ? <Recent /> : <Results view={view} scroller={page} />}
    </section>
  )
}

function Results({ view, scroller }: { view: SearchView; scroller: RefObject<HTMLElement | null> }) {
  const { t, i18n } = useTranslation()
  const { commands } = useServices()
  const results = useMemo(() => resultsOf(view), [view])
  const rows = useMemo(() => rowsOfTracks(results.tracks), [results])
  const { text } = view
  const count = countOf(results)
  const errors = [view.error, ...view.sources.map(({ error }) => error)].filter((error) => error !== null)
  const answered = isAnswered(view)
  // Results of the text before stay in their place until those of this one are here.
  const shownText = view.sources.find(({ found }) => found)?.found?.text ?? text
  const top = topResult(results, shownText)
  const title = t('search.context', { text: shownText })
  const retry = () => commands.runWith('search-for', { text })
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <>
      <output className={styles.status} data-answered={answered ? text : undefined}>
        {!answered && view.error === null
          ? t('search.searching')
          : count > 0 && t('search.found', { count, number: number.format(count) })}
      </output>
      {errors.map((error) => (
        <Failed key={error.code} error={error} onRetry={retry} />
      ))}
      {count === 0 && errors.length === 0 && (answered ? <NothingFound text={text} /> : <Bones />)}
      {top && (
        <div data-search-results data-results-of={shownText}>
          <div className={styles.first}>
            <BestMatch found={top} results={results} title={title} />
            <Beside results={results} top={top} key={shownText} />
          </div>
          {results.tracks.length > 0 && (
            <section className={styles.tracks}>
              <h2>{t('search.tracks')}</h2>
              <TrackTable
                rows={rows}
                listKey={`search ${shownText}`}
                label={title}
                context={{ kind: 'search', id: null, title }}
                columns="mixed"
                onKey={(event, { focus }) => leaveTracks(event, focus)}
                scroller={scroller}
              />
            </section>
          )}
        </div>
      )}
    </>
  )
}

function countOf({ tracks, albums, artists, playlists }: SearchResults): number {
  return tracks.length + albums.length + artists.length + playlists.length
}
