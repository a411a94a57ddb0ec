import { useAtomValue } from 'jotai'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { RefObject } from 'react'
import type { SearchResults, SearchSource } from '../../../src/contract/index.ts'
import { foundBy, isAnswered, resultsOf, rowsOfTracks, searchAtom, shownText, useServices } from '../../state/index.ts'
import type { SearchView } from '../../state/index.ts'
import { numberFormat } from '../../ui/format/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import { TrackTable } from '../tracks/index.ts'
import { Beside } from './Beside.tsx'
import { BestMatch } from './BestMatch.tsx'
import { leaveTracks } from './keys.ts'
import { LinkedList } from './LinkedList.tsx'
import { NodeState } from './NodeState.tsx'
import { Recent } from './Recent.tsx'
import { SpotifyHits } from './SpotifyHits.tsx'
import { SpotifyState } from './SpotifyState.tsx'
import styles from './search.module.css'
import { Bones, Failed, NothingFound } from './states.tsx'
import { topOf, topResult } from './top.ts'

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
  const { tracks, list, spotify } = results
  const rows = useMemo(() => rowsOfTracks(tracks), [tracks])
  const { text } = view
  const count = countOf(results)
  const library = view.sources.find(({ id }) => id === 'library')
  const nodes = view.sources.find(({ id }) => id === 'nodelink')
  const spotifySource = view.sources.find(({ id }) => id === 'spotify')
  const errors = [view.error, library?.error ?? null].filter((error) => error !== null)
  const answered = isAnswered(view)
  // Results of the text before stay in their place until those of this one are here.
  const forText = shownText(view)
  const top = topOf(view) ?? topResult(results, forText)
  const title = t('search.context', { text: forText })
  const retry = () => commands.runWith('search-for', { text })
  const number = numberFormat(i18n.language)
  // What servers find comes behind what the library has, so that nothing moves that is about to be clicked.
  const own = foundBy(view, 'library')?.results.tracks.length ?? 0
  const headingAt = useCallback((index: number) => (index === own ? t('search.fromNodes') : null), [own, t])
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
      {(top !== null || list !== null) && (
        <div data-search-results data-results-of={forText}>
          {top !== null && (
            <div className={styles.first}>
              <BestMatch found={top} results={results} title={title} />
              <Beside results={results} top={top} key={forText} />
            </div>
          )}
          {tracks.length > 0 && (
            <section className={styles.tracks}>
              <h2>{t('search.tracks')}</h2>
              <TrackTable
                rows={rows}
                listKey={`search ${forText}`}
                label={title}
                context={{ kind: 'search', id: null, title }}
                columns="mixed"
                headingAt={headingAt}
                onKey={(event, { focus }) => leaveTracks(event, focus)}
                scroller={scroller}
              />
            </section>
          )}
          {list !== null && <LinkedList list={list} scroller={scroller} />}
        </div>
      )}
      {nodes && (count > 0 || answered) && <NodeState source={nodes} count={countBy(view, 'nodelink')} />}
      {spotify.length > 0 && (
        <div data-search-results>
          <SpotifyHits tracks={spotify} title={title} key={forText} />
        </div>
      )}
      {spotifySource && (count > 0 || answered) && (
        <SpotifyState source={spotifySource} count={countBy(view, 'spotify')} />
      )}
    </>
  )
}

/** How much a source found for what is shown. */
function countBy(view: SearchView, id: SearchSource): number {
  const found = foundBy(view, id)
  return found?.text === shownText(view) ? countOf(found.results) : 0
}

function countOf({ tracks, albums, artists, playlists, list, spotify }: SearchResults): number {
  return tracks.length + albums.length + artists.length + playlists.length + (list?.trackCount ?? 0) + spotify.length
}
