import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import type { Store } from '../store/index.ts'
import { foldingVersion } from './fold.ts'
import { forTokenizer, indexRow, indexable } from './indexText.ts'
import { createSearchIndex } from './searchIndex.ts'
import { emptyStore, fillLibrary, namedTrack } from './testing/index.ts'

const rowSchema = z.object({ rowid: z.number() })

function found(store: Store, match: string): number[] {
  return store
    .all('SELECT rowid FROM track_search WHERE track_search MATCH ?', rowSchema, match)
    .map((row) => row.rowid)
}

function setUp() {
  const store = emptyStore()
  onTestFinished(() => store.close())
  return { store, index: createSearchIndex(store) }
}

describe('the index text', () => {
  test('holds what is not shown beside a track, and other spellings', () => {
    const track = namedTrack('1', 'Back in Black', 'AC/DC', 'Live', {
      albumArtist: 'AC/DC & Friends',
      genres: ['Hard Rock'],
      location: '/music/07 back.flac',
    })
    expect(indexRow(track)).toEqual({
      title: 'back in black',
      artist: 'ac dc',
      album: 'live',
      extra: 'ac dc friends hard rock 07 back acdc',
    })
    expect(indexRow(namedTrack('2', 'So What', 'P!nk')).extra).toContain('pink')
    expect(indexRow(namedTrack('2', 'TiK ToK', 'Ke$ha')).extra).toContain('kesha')
    expect(indexRow(namedTrack('2', 'x', "Sinéad O'Connor")).extra).toContain('oconnor')
  })

  test('a title of a megabyte is cut', () => {
    expect(indexRow(namedTrack('1', 'a '.repeat(500_000))).title.length).toBeLessThanOrEqual(1000)
  })

  test('a syllable of Hangul that is still being typed begins the next one', () => {
    expect(indexable('가고').startsWith(indexable('각'))).toBe(true)
    expect(indexable('없어').startsWith(indexable('업'))).toBe(true)
  })

  test('no sign is left that the tokenizer would skip', () => {
    expect(forTokenizer('!!! $ ❤ 👍')).toMatch(/^[\p{L}\p{Co} ]+$/u)
  })
})

test('symbols, emoji and half-typed Hangul are found through the real tokenizer', () => {
  const { store, index } = setUp()
  const titles = ['$', '!!!', 'Love 💔', '강남 스타일', 'हिन्दी', '東京事変']
  fillLibrary(
    store,
    index,
    titles.map((title, at) => namedTrack(String(at), title)),
  )
  for (const [at, typed] of ['$', '!', '💔', '가', 'हि', '東京'].entries()) {
    expect(found(store, `title : "${indexable(typed)}" *`)).toEqual([at + 1])
  }
})

test('a track is replaced, not doubled, and forgotten', () => {
  const { store, index } = setUp()
  fillLibrary(store, index, [namedTrack('1', 'Before')])
  index.indexTrack(1, namedTrack('1', 'After'))
  expect(found(store, 'before')).toEqual([])
  expect(found(store, 'after')).toEqual([1])
  index.forgetTrack(1)
  expect(found(store, 'after')).toEqual([])
})

describe('the texts beside the index', () => {
  const textSchema = z.object({ row_id: z.number(), title: z.string(), artist: z.string(), album: z.string() })
  const texts = (store: Store) => store.all('SELECT * FROM track_text ORDER BY row_id', textSchema)

  test('are those of the index, and go with it', () => {
    const { store, index } = setUp()
    fillLibrary(store, index, [namedTrack('1', 'Back in Black', 'AC/DC', 'Live!')])
    expect(texts(store)).toEqual([{ row_id: 1, title: 'back in black', artist: 'ac dc', album: 'live' }])
    index.indexTrack(1, namedTrack('1', 'Thunderstruck', 'AC/DC'))
    expect(texts(store)).toEqual([{ row_id: 1, title: 'thunderstruck', artist: 'ac dc', album: '' }])
    index.forgetTrack(1)
    expect(texts(store)).toEqual([])
  })

  test('are written where an older release left none, without building the index anew', async () => {
    const { store, index } = setUp()
    const tracks = Array.from({ length: 120 }, (_, at) => namedTrack(String(at), `Song number${at}`))
    fillLibrary(store, index, tracks)
    store.run('DELETE FROM track_text')
    store.run(
      `INSERT INTO session (key, value) VALUES ('search/index', ?)`,
      JSON.stringify({ version: foldingVersion, through: null, until: 0 }),
    )
    const stopping = new AbortController()
    const first = index.rebuildIfOutdated(stopping.signal)
    stopping.abort()
    expect(await first).toBe(50)
    // Whoever finds tracks before all are written finds them all the same: the index is whole.
    expect(found(store, 'song')).toHaveLength(120)
    expect(await createSearchIndex(store).rebuildIfOutdated(AbortSignal.timeout(60_000))).toBe(70)
    expect(texts(store)).toHaveLength(120)
    expect(await createSearchIndex(store).rebuildIfOutdated(AbortSignal.timeout(60_000))).toBe(0)
  })
})

describe('building anew', () => {
  test('an index of another folding is built once, whole, and goes on where it was called off', async () => {
    const { store, index } = setUp()
    const tracks = Array.from({ length: 120 }, (_, at) => namedTrack(String(at), `Song number${at}`))
    fillLibrary(store, index, tracks)
    store.run(`INSERT INTO track_search (track_search) VALUES ('delete-all')`)
    const stopping = new AbortController()
    let rows = 0
    index.onRow(() => {
      rows += 1
      if (rows === 60) stopping.abort()
    })
    expect(await index.rebuildIfOutdated(stopping.signal)).toBe(100)
    const again = createSearchIndex(store)
    expect(await again.rebuildIfOutdated(AbortSignal.timeout(60_000))).toBe(20)
    expect(await again.rebuildIfOutdated(AbortSignal.timeout(60_000))).toBe(0)
    expect(found(store, 'song')).toHaveLength(120)
    expect(found(store, 'number119')).toEqual([120])
  })

  test('what a first scan writes is not written a second time', async () => {
    const { store, index } = setUp()
    index.begin()
    fillLibrary(store, index, [namedTrack('1', 'Paper Lanterns')])
    expect(await createSearchIndex(store).rebuildIfOutdated(AbortSignal.timeout(60_000))).toBe(0)
    expect(found(store, 'lanterns')).toEqual([1])
  })

  test('a library that an older release left is built anew, though it says nothing of its folding', async () => {
    const { store, index } = setUp()
    fillLibrary(store, index, [namedTrack('1', 'Paper Lanterns')])
    store.run(`INSERT INTO track_search (track_search) VALUES ('delete-all')`)
    const later = createSearchIndex(store)
    later.begin()
    expect(await later.rebuildIfOutdated(AbortSignal.timeout(60_000))).toBe(1)
    expect(found(store, 'lanterns')).toEqual([1])
  })

  test('tracks that come while it is built are left to the scan', async () => {
    const { store, index } = setUp()
    const tracks = Array.from({ length: 60 }, (_, at) => namedTrack(String(at), `Song number${at}`))
    fillLibrary(store, index, tracks)
    const building = index.rebuildIfOutdated(AbortSignal.timeout(60_000))
    fillLibrary(store, index, [namedTrack('late', 'Late Arrival')])
    expect(await building).toBe(60)
    expect(found(store, 'late')).toEqual([61])
    expect(found(store, 'song')).toHaveLength(60)
  })
})
