import { beforeEach, describe, expect, test } from 'vitest'
import { type LibraryRow, makeRows, writeRow, writeRows } from '../../../../testkit/library/index.ts'
import type { LibrarySummary, TrackQuery } from '../../../../src/library/index.ts'
import type { Store } from '../../store/index.ts'
import { createTrackRepository } from '../../store/index.ts'
import { memoryStore, sampleStoredTrack } from '../../store/testing/index.ts'
import { readRuns, reverseRuns } from './columns.ts'
import { type LibraryIndex, createLibraryIndex } from './index.ts'
import { below, readScope } from './scopes.ts'
import { warmLists } from './warm.ts'

let store: Store
let index: LibraryIndex
let told: LibrarySummary[]
let timers: (() => void)[]

beforeEach(() => {
  store = memoryStore()
  told = []
  timers = []
  index = createLibraryIndex({
    store,
    onChange: (summary) => told.push(summary),
    playlistTrackIds: () => Promise.resolve(['c', 'gone', 'a', 'c']),
    foundTrackIds: (listId) => (listId === 'link' ? ['c', 'a', 'c'] : []),
    schedule(work) {
      timers.push(work)
      return () => undefined
    },
  })
  timers = []
})

const [sample] = makeRows(1)

interface Short {
  readonly id: string
  readonly title?: string
  readonly artist?: string
  readonly album?: string | null
  readonly number?: number
  readonly year?: number | null
  readonly directory?: string
  readonly addedAt?: number
  readonly durationMs?: number | null
}

function rowOf(short: Short): LibraryRow {
  if (sample === undefined) throw new Error('no row')
  const { id, title = id, artist = 'Ann', album = 'Album', number = 1, year = 2000 } = short
  return {
    ...sample,
    track: {
      ...sample.track,
      id,
      title,
      artists: [artist],
      albumTitle: album,
      trackNumber: number,
      discNumber: null,
      year,
      durationMs: short.durationMs === undefined ? 1000 : short.durationMs,
    },
    directory: short.directory ?? '/music',
    tags: { ...sample.tags, albumTitle: album, albumArtists: [], artists: [artist], discNumber: null },
    addedAt: short.addedAt ?? 0,
  }
}

function fill(...rows: readonly Short[]): void {
  writeRows(store, rows.map(rowOf))
  index.regroup()
}

async function list(query: Partial<TrackQuery> = {}, from = 0, to = 100) {
  const whole: TrackQuery = { scope: { kind: 'all' }, sort: 'own', descending: false, filter: '', ...query }
  return index.tracks({ query: whole, range: { from, to } })
}

const idsOf = async (query: Partial<TrackQuery> = {}) => (await list(query)).rows.map(({ id }) => id)

describe('orders', () => {
  test('each field both ways; an album never runs backwards', async () => {
    fill(
      { id: 'b2', title: 'The Zoo', artist: 'Bo', album: 'Beta', number: 2, year: 1999, addedAt: 5, durationMs: 3000 },
      { id: 'b1', title: 'Apple', artist: 'Bo', album: 'Beta', number: 1, year: 1999, addedAt: 5, durationMs: null },
      {
        id: 'a1',
        title: 'Mango',
        artist: 'The Ann',
        album: 'Alpha',
        number: 1,
        year: null,
        addedAt: 9,
        durationMs: 100,
      },
    )
    expect(await idsOf({ sort: 'title' })).toEqual(['b1', 'a1', 'b2'])
    expect(await idsOf({ sort: 'title', descending: true })).toEqual(['b2', 'a1', 'b1'])
    expect(await idsOf({ sort: 'own' })).toEqual(['a1', 'b1', 'b2'])
    expect(await idsOf({ sort: 'artist', descending: true })).toEqual(['b1', 'b2', 'a1'])
    expect(await idsOf({ sort: 'album', descending: true })).toEqual(['b1', 'b2', 'a1'])
    expect(await idsOf({ sort: 'year', descending: true })).toEqual(['b1', 'b2', 'a1'])
    expect(await idsOf({ sort: 'year' })).toEqual(['a1', 'b1', 'b2'])
    expect(await idsOf({ sort: 'added', descending: true })).toEqual(['a1', 'b2', 'b1'])
    expect(await idsOf({ sort: 'duration' })).toEqual(['b1', 'a1', 'b2'])
  })

  test('by when it was last heard, what never was after all others', async () => {
    fill({ id: 'a', number: 1 }, { id: 'b', number: 2 }, { id: 'c', number: 3 })
    store.run(`INSERT INTO played_track VALUES ('c', '{}'), ('b', '{}')`)
    store.run(
      `INSERT INTO play VALUES ('1', 'b', 10, 5, 'ended'), ('2', 'c', 20, 5, 'ended'), ('3', 'b', 5, 5, 'ended')`,
    )
    expect(await idsOf({ sort: 'played', descending: true })).toEqual(['c', 'b', 'a'])
    expect(await idsOf({ sort: 'played' })).toEqual(['a', 'b', 'c'])
  })

  test('turning runs round keeps what is inside them', () => {
    expect([...reverseRuns(Int32Array.of(1, 2, 3, 4, 5, 6), [1, 3, 2])]).toEqual([5, 6, 2, 3, 4, 1])
    expect([...reverseRuns(Int32Array.of(), [])]).toEqual([])
  })

  test.each(['year', 'sort_artist', 'duration_ms'])(
    'runs of equal %s are counted whole, wherever a step ends',
    async (column) => {
      writeRows(store, makeRows(400))
      store.run('UPDATE library_track SET year = NULL, duration_ms = NULL WHERE row_id % 7 < 2')
      const whole = store.numbers(`SELECT count(*) FROM library_track GROUP BY ${column} ORDER BY ${column}`)
      for (const step of [1, 7, 399, 400, 1000]) expect(await readRuns(store, column, step)).toEqual(whole)
    },
  )
})

describe('scopes and filters', () => {
  beforeEach(() => {
    fill(
      { id: 'a', title: 'Café del Mar', artist: 'The Beatles', directory: '/music/x' },
      { id: 'b', title: 'AC/DC live', artist: 'Bo', album: 'Other', directory: '/music/x/CD1' },
      { id: 'c', title: '夜の歌', artist: 'ボ', album: null, directory: '/music/xy' },
    )
  })

  test.each([
    ['cafe', ['a']],
    ['  MAR   the beatles ', ['a']],
    ['ac/dc', ['b']],
    ['夜の', ['c']],
    ['ぼ', ['c']],
    ['%', []],
    ['other live', ['b']],
    ['other mar', []],
  ])('the filter "%s"', async (filter, ids) => {
    expect(await idsOf({ filter })).toEqual(ids)
    expect(await idsOf({ filter, sort: 'title' })).toEqual(ids)
    expect(await idsOf({ filter, scope: { kind: 'folder', path: '/music' } })).toEqual(ids)
  })

  test('a folder with all below it, and nothing that only begins like it', async () => {
    expect(await idsOf({ scope: { kind: 'folder', path: '/music/x' } })).toEqual(['a', 'b'])
    expect(await index.subfolders(null)).toEqual([{ path: '/music', name: 'music', trackCount: 3 }])
    expect(await index.subfolders('/music')).toEqual([
      { path: '/music/x', name: 'x', trackCount: 2 },
      { path: '/music/xy', name: 'xy', trackCount: 1 },
    ])
    expect(below('C:\\Music')).toEqual({ from: 'C:\\Music\\', to: 'C:\\Music]' })
    expect(below('/')).toEqual({ from: '/', to: '0' })
  })

  test('a folder is read whole and in its order, wherever a step ends', async () => {
    writeRows(store, makeRows(300))
    const whole = store.numbers('SELECT row_id FROM library_track ORDER BY directory, disc, number, sort_title, row_id')
    for (const step of [1, 7, 303, 1000])
      expect(await readScope(store, { kind: 'folder', path: '/music' }, step)).toEqual(whole)
  })

  test('an album, an artist, what is new', async () => {
    const { rows, total } = await index.albums({
      query: { sort: 'title', descending: false, filter: '' },
      range: { from: 0, to: 10 },
    })
    expect([total, rows.map(({ title }) => title)]).toEqual([2, ['Album', 'Other']])
    const [album] = rows
    expect(index.album(album?.id ?? '')).toMatchObject({ title: 'Album', artist: 'The Beatles', tracks: [{ id: 'a' }] })
    expect(await idsOf({ scope: { kind: 'album', id: album?.id ?? '' } })).toEqual(['a'])
    const artist = index.artist(album?.artistId ?? '')
    expect(artist).toMatchObject({ artist: { name: 'The Beatles', albumCount: 1 }, albums: [{ id: album?.id }] })
    expect(await idsOf({ scope: { kind: 'artist', id: album?.artistId ?? '' }, sort: 'title' })).toEqual(['a'])
    expect(index.newAlbums(1)).toHaveLength(1)
    expect([index.album('?'), index.artist('?')]).toEqual([null, null])
    const found = await index.artists({
      query: { sort: 'name', descending: false, filter: 'the bea' },
      range: { from: 0, to: 10 },
    })
    expect(found.rows.map(({ name }) => name)).toEqual(['The Beatles'])
  })
})

describe('what is missing', () => {
  test('is left out of the library and stays, marked, in likes and playlists', async () => {
    fill({ id: 'a' }, { id: 'b' }, { id: 'c' })
    createTrackRepository(store).saveTracks([sampleStoredTrack('opened', { path: '/elsewhere/o.flac' })])
    store.run(`INSERT INTO track_like VALUES ('a', 1), ('b', 3), ('opened', 2), ('gone', 4)`)
    store.run(`UPDATE library_track SET missing_since = 1 WHERE track_id = 'a'`)
    index.regroup()
    expect(await list()).toMatchObject({ total: 2, totalMs: 2000, rows: [{ id: 'b' }, { id: 'c' }] })
    const liked = await list({ scope: { kind: 'liked' } })
    expect(liked.rows.map(({ id, missing }) => [id, missing])).toEqual([
      ['b', false],
      ['opened', false],
      ['a', true],
    ])
    expect(liked.total).toBe(3)
    expect(await idsOf({ scope: { kind: 'liked' }, sort: 'title', filter: 'a' })).toEqual(['a', 'b', 'opened'])
    expect(await idsOf({ scope: { kind: 'playlist', id: 'p' } })).toEqual(['c', 'a', 'c'])
    expect(await idsOf({ scope: { kind: 'found', id: 'link' } })).toEqual(['c', 'a', 'c'])
    expect(await idsOf({ scope: { kind: 'found', id: 'forgotten' } })).toEqual([])
    expect(await index.summary()).toMatchObject({ tracks: 2, missing: 1, albums: 1, artists: 1, durationMs: 2000 })
  })

  test('a folder that is not there keeps its tracks, marked', async () => {
    fill({ id: 'a' })
    store.run(`UPDATE library_folder SET state = 'offline'`)
    expect((await list()).rows).toMatchObject([{ id: 'a', missing: true }])
    expect(createTrackRepository(store).trackById('a')?.track.missing).toBe(true)
    expect(await index.summary()).toMatchObject({ tracks: 1, missing: 1 })
  })
})

describe('changes', () => {
  test('many come as one event, with a new revision; lists are as they were until then', async () => {
    fill({ id: 'a', title: 'One' })
    const before = await list()
    for (const id of ['b', 'c', 'd']) {
      writeRow(store, rowOf({ id }))
      index.changed()
    }
    expect(timers).toHaveLength(1)
    expect(await list()).toEqual(before)
    timers[0]?.()
    await index.settled()
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ tracks: 4, albums: 1 })
    const after = await list()
    expect([after.total, after.revision]).toEqual([4, told[0]?.revision])
    expect(after.revision).toBeGreaterThan(before.revision)
  })

  test('folders are counted anew with every revision', async () => {
    fill({ id: 'a', directory: '/music/x' })
    const counts = async () => (await index.subfolders('/music')).map(({ name, trackCount }) => [name, trackCount])
    expect(await counts()).toEqual([['x', 1]])
    writeRow(store, rowOf({ id: 'b', directory: '/music/x/y' }))
    writeRow(store, rowOf({ id: 'c', directory: '/music/z' }))
    index.changed()
    timers[0]?.()
    await index.settled()
    expect(await counts()).toEqual([
      ['x', 2],
      ['z', 1],
    ])
    expect(await index.subfolders(null)).toMatchObject([{ trackCount: 3 }])
    expect(await index.summary()).toMatchObject({ tracks: 3, durationMs: 3000 })
  })

  test('once the library is as it is, what pages show first is made ahead, for that revision alone', async () => {
    fill({ id: 'a' }, { id: 'b' })
    store.run(`INSERT INTO track_like VALUES ('a', 1)`)
    const made: string[] = []
    const watched: Pick<LibraryIndex, 'tracks' | 'albums' | 'artists' | 'subfolders'> = {
      ...index,
      tracks(input) {
        made.push(JSON.stringify(input.query.scope))
        return index.tracks(input)
      },
    }
    await warmLists(watched, () => true)
    expect(made).toEqual(['{"kind":"all"}', '{"kind":"liked"}', '{"kind":"folder","path":"/music"}'])
    made.length = 0
    await warmLists(watched, () => made.length === 0)
    expect(made).toHaveLength(1)
  })

  test('what is liked is seen at once, without any change of the library', async () => {
    fill({ id: 'a' }, { id: 'b' })
    expect((await list({ scope: { kind: 'liked' } })).total).toBe(0)
    store.run(`INSERT INTO track_like VALUES ('a', 1)`)
    expect((await list({ scope: { kind: 'liked' } })).total).toBe(1)
  })

  test('a large library answers every range like a small one', async () => {
    writeRows(store, makeRows(3000))
    index.regroup()
    const all = await list({ sort: 'title' }, 0, 1000)
    expect(all.total).toBe(3000)
    expect((await list({ sort: 'title' }, 990, 1000)).rows).toEqual(all.rows.slice(990, 1000))
    expect((await list({ sort: 'title' }, 2995, 3100)).rows).toHaveLength(5)
    const folder = await list({ sort: 'title', scope: { kind: 'folder', path: '/music' } }, 0, 10)
    expect(folder.rows).toEqual(all.rows.slice(0, 10))
    expect(folder.totalMs).toBeCloseTo(all.totalMs, 3)
  })
})
