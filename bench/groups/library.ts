import path from 'node:path'
import Database from 'better-sqlite3'
import { createBackend, silentLog } from '../../main/backend/index.ts'
import { createLibraryIndex } from '../../main/backend/library/lists/index.ts'
import { type OpenedStore, openStore } from '../../main/backend/store/index.ts'
import { makeRows, seeded, writeRows } from '../../testkit/library/index.ts'
import type { AlbumQuery, ArtistQuery, TrackQuery } from '../../src/library/index.ts'
import type { CallInput, CallName } from '../../src/contract/index.ts'
import { root } from '../../e2e/harness/index.ts'
import type { Bench, Group } from '../group.ts'
import { alone, beside, limited, median, p95, type Figure } from '../report/index.ts'

/** A page that is opened asks for a first list and gets on with ranges of it. */
const firstLimitMs = 60
const rangeLimitMs = 30
const pageRows = 100
const repeats = 60

/** Lists and pages of a library of a hundred thousand tracks, in the backend, beside the same rows out of raw SQL. */
export const library: Group = { name: 'library', run }

async function run(bench: Bench): Promise<readonly Figure[]> {
  const rounds = bench.runs(repeats)
  // A quick run shows that it works; the numbers are then those of a small library.
  const rowCount = rounds < repeats ? 5000 : 100_000
  const folder = path.join(bench.folder, 'data')
  bench.tell(`writing ${rowCount} tracks`)
  const store = openStore({ folder, log: silentLog })
  writeRows(store, makeRows(rowCount))
  createLibraryIndex({ store, onChange: () => undefined }).regroup()
  const firsts = await firstFigures(store, bench)
  store.close()
  const figures = [...firsts, ...(await rangeFigures(folder, rounds))]
  return figures
}

const all: TrackQuery = { scope: { kind: 'all' }, sort: 'own', descending: false, filter: '' }
const albums: AlbumQuery = { sort: 'artist', descending: false, filter: '' }
const artists: ArtistQuery = { sort: 'name', descending: false, filter: '' }

/** Each list as it is asked for the first time after a change of the library: nothing is remembered. */
async function firstFigures(store: OpenedStore, bench: Bench): Promise<readonly Figure[]> {
  const range = { from: 0, to: pageRows }
  const figures: Figure[] = []
  const measure = async (id: string, what: string, work: (index: ReturnType<typeof createLibraryIndex>) => unknown) => {
    const times: number[] = []
    for (let round = 0; round < bench.runs(15); round += 1) {
      const index = createLibraryIndex({ store, onChange: () => undefined })
      times.push(await timed(() => work(index)))
      index.close()
    }
    const named = { id: `library.first.${id}.p95`, what: `${what}, first time, p95`, unit: 'ms' }
    figures.push(limited(named, p95(times), firstLimitMs))
  }
  for (const sort of ['own', 'title', 'album', 'year', 'added', 'duration', 'played'] as const) {
    for (const descending of [false, true]) {
      const query = { ...all, sort, descending }
      const what = `tracks by ${sort}${descending ? ', descending' : ''}`
      await measure(`tracks.${sort}${descending ? '.down' : ''}`, what, (index) => index.tracks({ query, range }))
    }
  }
  const filtered = { ...all, filter: 'gold riv' }
  await measure('tracks.filter', 'tracks with two words', (index) => index.tracks({ query: filtered, range }))
  const below: TrackQuery = { ...all, scope: { kind: 'folder', path: '/music' } }
  await measure('folder', 'tracks of the top folder', (index) => index.tracks({ query: below, range }))
  await measure('albums', 'albums by artist', (index) => index.albums({ query: albums, range }))
  await measure('artists', 'artists by name', (index) => index.artists({ query: artists, range }))
  await measure('summary', 'the library in numbers', (index) => index.summary())
  await measure('subfolders', 'folders below the top one', (index) => index.subfolders('/music'))
  return figures
}

/** Ranges of lists, and pages, by way of the backend's dispatch, beside raw SQL for the same rows. */
async function rangeFigures(folder: string, rounds: number): Promise<readonly Figure[]> {
  const backend = await createBackend({
    dataFolder: folder,
    resourcesFolder: path.join(root, 'resources'),
    host: 'browser',
    platform: 'linux',
    version: '0',
    log: silentLog,
    openLink: () => undefined,
  })
  const raw = new Database(path.join(folder, 'melofy.sqlite'), { readonly: true })
  const call = async <Name extends CallName>(name: Name, input: CallInput<Name>): Promise<void> => {
    const reply = await backend.dispatch(name, input, { clientId: 'bench', signal: new AbortController().signal })
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
  }
  const pick = seeded(3)
  const ids = (table: 'album' | 'artist'): string[] =>
    raw
      .prepare(`SELECT ${table}_id FROM ${table}`)
      .pluck()
      .all()
      .filter((id) => typeof id === 'string')
  const known = { albums: ids('album'), artists: ids('artist') }
  const anyOf = (list: readonly string[]): string => list[pick(list.length)] ?? ''
  const count = raw.prepare('SELECT count(*) FROM library_track').pluck().get()
  const total = typeof count === 'number' ? count : 0
  const select = (rest: string): ((from: number) => unknown) => {
    const statement = raw.prepare(rest)
    return (from) => statement.all(pageRows, from)
  }
  const byOrder = (order: string): ((from: number) => unknown) =>
    select(`SELECT track_json FROM library_track JOIN track ON id = track_id ORDER BY ${order} LIMIT ? OFFSET ?`)
  const works: readonly Work[] = [
    ...(['title', 'artist', 'album', 'year', 'added', 'duration'] as const).map((sort): Work => {
      const query = { ...all, sort }
      return {
        id: `tracks.${sort}`,
        what: `100 tracks by ${sort}`,
        rows: total,
        own: (from) => call('library.tracks', { query, range: { from, to: from + pageRows } }),
        raw: byOrder(rawOrders[sort]),
      }
    }),
    {
      id: 'albums',
      what: '100 albums',
      rows: known.albums.length,
      own: (from) => call('library.albums', { query: albums, range: { from, to: from + pageRows } }),
      raw: select('SELECT * FROM album ORDER BY sort_artist, year, sort_title LIMIT ? OFFSET ?'),
    },
    {
      id: 'artists',
      what: '100 artists',
      rows: known.artists.length,
      own: (from) => call('library.artists', { query: artists, range: { from, to: from + pageRows } }),
      raw: select('SELECT * FROM artist ORDER BY sort_name LIMIT ? OFFSET ?'),
    },
    {
      id: 'album',
      what: 'an album with its tracks',
      rows: 1,
      own: () => call('library.album', { id: anyOf(known.albums) }),
      raw: rawOf(
        raw,
        known.albums,
        pick,
        'SELECT track_json FROM library_track JOIN track ON id = track_id WHERE album_id = ?',
      ),
    },
    {
      id: 'artist',
      what: 'an artist with albums',
      rows: 1,
      own: () => call('library.artist', { id: anyOf(known.artists) }),
      raw: rawOf(raw, known.artists, pick, 'SELECT * FROM album WHERE artist_id = ?'),
    },
    {
      id: 'artist.tracks',
      what: 'tracks of an artist',
      rows: 1,
      own: () =>
        call('library.tracks', {
          query: { ...all, scope: { kind: 'artist', id: anyOf(known.artists) } },
          range: { from: 0, to: pageRows },
        }),
      raw: rawOf(
        raw,
        known.artists,
        pick,
        `SELECT track_json FROM track_artist JOIN library_track USING (row_id) JOIN track ON id = track_id
         WHERE artist_id = ? ORDER BY sort_artist, sort_album, disc, number LIMIT 100`,
      ),
    },
  ]
  try {
    const figures: Figure[] = []
    for (const work of works) {
      const own: number[] = []
      const peer: number[] = []
      // The first of a list is measured elsewhere.
      await work.own(0)
      for (let round = 0; round < rounds; round += 1) {
        const from = pick(Math.max(1, work.rows - pageRows))
        own.push(await timed(() => work.own(from)))
        peer.push(await timed(() => work.raw(from)))
      }
      const unit = 'ms'
      figures.push(
        limited({ id: `library.${work.id}.p95`, what: `${work.what}, p95`, unit }, p95(own), rangeLimitMs),
        beside({ id: `library.${work.id}.p50`, what: `${work.what}, median`, unit }, median(own), {
          what: 'better-sqlite3, rows unread',
          value: median(peer),
        }),
      )
    }
    return [...figures, alone({ id: 'library.rows', what: 'tracks in this library', unit: '' }, total)]
  } finally {
    raw.close()
    await backend.close()
  }
}

interface Work {
  readonly id: string
  readonly what: string
  /** Rows that the list has. */
  readonly rows: number
  readonly own: (from: number) => Promise<void>
  readonly raw: (from: number) => unknown
}

const rawOrders = {
  title: 'sort_title',
  artist: 'sort_artist, sort_album, disc, number, sort_title',
  album: 'sort_album, disc, number, sort_title',
  year: 'year, sort_artist, sort_album, disc, number',
  added: 'added_at',
  duration: 'duration_ms, sort_title',
} as const

function rawOf(raw: Database.Database, ids: readonly string[], pick: (below: number) => number, sql: string) {
  const statement = raw.prepare(sql)
  return () => statement.all(ids[pick(ids.length)] ?? '')
}

async function timed(work: () => unknown): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
