import path from 'node:path'
import Database from 'better-sqlite3'
import { silentLog } from '../../main/backend/index.ts'
import { createLibraryIndex } from '../../main/backend/library/lists/index.ts'
import { createLibrarySource, createSearchIndex, fold } from '../../main/backend/search/index.ts'
import { type OpenedStore, createTrackRepository, openStore } from '../../main/backend/store/index.ts'
import type { Track } from '../../src/music/index.ts'
import { makeRows, seeded, writeRow } from '../../testkit/library/index.ts'
import type { Bench, Group } from '../group.ts'
import { alone, beside, limited, median, quantile, type Figure } from '../report/index.ts'

const rowCount = 100_000
const rowsPerTransaction = 500
/** What a page asks for. */
const shownTracks = 60
const limitMs = 10

/** Search while one types, over a hundred thousand tracks, beside looking through them and beside the index's own ranking. */
export const search: Group = { name: 'search', run }

async function run(bench: Bench): Promise<readonly Figure[]> {
  bench.tell(`a library of ${rowCount.toLocaleString('en')} tracks`)
  const folder = path.join(bench.folder, 'data')
  const store = openStore({ folder, log: silentLog })
  const index = createSearchIndex(store)
  const tracks = fill(store, (rowId, track) => index.indexTrack(rowId, track))
  const repository = createTrackRepository(store)
  const source = createLibrarySource({
    store,
    index,
    tracksByIds: (ids) => repository.tracksByIds(ids).map(({ track }) => track),
    playlists: () => Promise.resolve([]),
  })
  await source.warm?.()
  const raw = new Database(path.join(folder, 'melofy.sqlite'), { readonly: true })
  try {
    const like = raw.prepare(
      `SELECT row_id FROM library_track WHERE sort_title LIKE ? OR sort_artist LIKE ? OR sort_album LIKE ? LIMIT ?`,
    )
    const ranked = raw.prepare('SELECT rowid FROM track_search WHERE track_search MATCH ? ORDER BY rank LIMIT ?')
    const typed = textsTyped(tracks, bench.runs(120))
    const times = { own: [] as number[], short: [] as number[], like: [] as number[], ranked: [] as number[] }
    const { signal } = new AbortController()
    for (const text of typed) {
      const own = await timed(() => source.search(text, shownTracks, signal, () => undefined))
      times.own.push(own)
      if (text.length <= 2) times.short.push(own)
    }
    // The peers answer the same on every tenth text: they are too slow for all.
    for (const text of typed.filter((_text, at) => at % 10 === 0)) {
      const pattern = `%${fold(text)}%`
      times.like.push(await timed(() => like.all(pattern, pattern, pattern, shownTracks)))
      const match = fold(text)
        .split(' ')
        .map((word) => `"${word.replaceAll('"', '""')}"`)
        .join(' AND ')
      times.ranked.push(await timed(() => ranked.all(`${match} *`, shownTracks)))
    }
    const unit = 'ms'
    const p99 = (values: readonly number[]): number => quantile(values, 0.99)
    return [
      limited(
        { id: 'search.typing.p99', what: 'a letter typed, tracks, albums and artists, p99', unit },
        p99(times.own),
        limitMs,
      ),
      limited({ id: 'search.short.p99', what: 'of those, one and two letters, p99', unit }, p99(times.short), limitMs),
      beside({ id: 'search.typing.p99.like', what: 'a letter typed, p99', unit }, p99(times.own), {
        what: 'LIKE over titles, artists, albums, p99',
        value: p99(times.like),
      }),
      beside({ id: 'search.typing.p99.fts', what: 'a letter typed, p99', unit }, p99(times.own), {
        what: 'FTS5 ordered by bm25, p99',
        value: p99(times.ranked),
      }),
      beside({ id: 'search.typing.p50.like', what: 'a letter typed, median', unit }, median(times.own), {
        what: 'LIKE over titles, artists, albums, median',
        value: median(times.like),
      }),
      beside({ id: 'search.typing.p50.fts', what: 'a letter typed, median', unit }, median(times.own), {
        what: 'FTS5 ordered by bm25, median',
        value: median(times.ranked),
      }),
      alone({ id: 'search.first', what: 'the first letter of all', unit }, times.own[0] ?? 0),
    ]
  } finally {
    raw.close()
    store.close()
  }
}

/** Writes the library as a scan would, some of it liked and played. */
function fill(store: OpenedStore, indexTrack: (rowId: number, track: Track) => void): readonly Track[] {
  const rows = [...makeRows(rowCount)]
  store.run(`INSERT INTO library_folder (path, state, added_at) VALUES ('/music', 'ready', 0)`)
  for (let from = 0; from < rows.length; from += rowsPerTransaction) {
    store.transaction(() => {
      rows.slice(from, from + rowsPerTransaction).forEach((row, at) => {
        writeRow(store, row)
        indexTrack(from + at + 1, row.track)
      })
    })
  }
  const lists = createLibraryIndex({ store, onChange: () => undefined })
  lists.regroup()
  lists.close()
  const pick = seeded(5)
  store.transaction(() => {
    for (let at = 0; at < 3000; at += 1) {
      const { track } = rows[pick(rows.length)] ?? {}
      if (track === undefined) continue
      if (at % 3 === 0) store.run('INSERT OR IGNORE INTO track_like (track_id, liked_at) VALUES (?, ?)', track.id, at)
      store.run(`INSERT OR IGNORE INTO played_track (track_id, track_json) VALUES (?, '{}')`, track.id)
      store.run(
        `INSERT INTO play (play_id, track_id, started_at, heard_ms, end) VALUES (?, ?, ?, 1, 'finished')`,
        `play-${at}`,
        track.id,
        at,
      )
    }
  })
  return rows.map(({ track }) => track)
}

/** Names typed letter by letter, as people type them: titles, artists, and both. */
function textsTyped(tracks: readonly Track[], names: number): readonly string[] {
  const pick = seeded(9)
  return Array.from({ length: names }, () => {
    const track = tracks[pick(tracks.length)]
    const [artist = ''] = track?.artists ?? []
    const title = track?.title ?? ''
    const name = [title, artist, `${title} ${artist}`, `${artist} ${title}`][pick(4)] ?? ''
    const letters = Array.from(name.toLowerCase())
    return letters.map((_letter, at) => letters.slice(0, at + 1).join(''))
  }).flat()
}

async function timed(work: () => unknown): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
