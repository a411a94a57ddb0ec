import { afterEach, describe, expect, it } from 'vitest'
import { type Entry, tooMany, tracks } from '../../../../testkit/spotify/index.ts'
import { entryObject } from '../../../../testkit/spotify/library.ts'
import { readRow, type SpotifyRow } from '../answers/index.ts'
import { asking, closeAll, codeOf, openSpotify, type TestOptions, type TestSpotify } from '../testing/index.ts'
import { type ListPlace, type ListStep, readLikedSongs, readPlaylist, readPlaylists } from './index.ts'

afterEach(closeAll)

async function signedIn(options: TestOptions = {}): Promise<TestSpotify> {
  const test = await openSpotify(options)
  await test.signedIn()
  return test
}

/** Rows that were kept, as an import keeps them: with each page how far the reading got. */
interface Kept {
  rows: SpotifyRow[]
  place: ListPlace | null
  end: (ListStep<SpotifyRow> & { kind: 'end' }) | null
}

async function keep(steps: AsyncIterable<ListStep<SpotifyRow>>, kept: Kept): Promise<Kept> {
  for await (const step of steps) {
    if (step.kind === 'end') kept.end = step
    else {
      if (step.kind === 'begin') kept.rows = []
      else kept.rows.splice(step.offset, Infinity, ...step.items)
      kept.place = step.place
    }
  }
  return kept
}

const fresh = (): Kept => ({ rows: [], place: null, end: null })

const rowsOf = (entries: readonly Entry[]): SpotifyRow[] =>
  entries.map((entry, index) => readRow(entryObject(entry, index, 'both')))

/** A list with everything that can stand in one. */
function mixed(count: number): Entry[] {
  return tracks(count).map((entry, index): Entry => {
    if (index % 41 === 7) return { kind: 'null' }
    if (index % 53 === 9) return { kind: 'episode', name: `Talk ${index}` }
    if (index % 59 === 11) return { kind: 'local', name: `Späte Fähre ${index}`, artist: '海', seconds: 100 + index }
    if (index % 101 === 13) return { kind: 'raw', value: { added_at: 7 } }
    if (index % 103 === 15) return { kind: 'raw', value: null }
    // The same track twice is two entries.
    return index % 97 === 17 ? { kind: 'track', name: 'Song 1' } : entry
  })
}

describe('a playlist', () => {
  it('of 2,000 arrives with every entry in its place, in one request a page and two more', async () => {
    const test = await signedIn()
    const list = test.spotify.addPlaylist({ name: 'Road', entries: mixed(2000) })
    const { rows, end } = await keep(
      readPlaylist(test.room.client(), list.id, { ...asking, urgency: 'import' }),
      fresh(),
    )
    expect(rows).toEqual(rowsOf(list.entries))
    expect(end).toEqual({ kind: 'end', total: 2000, mark: list.snapshotId })
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['track', 'local', 'episode', 'gone', 'unreadable']))
    expect(test.asked()).toBe(40 + 2)
    expect(test.spotify.breaches).toEqual([])
  })

  it('of one page is had in two requests; one without entries has to be told twice', async () => {
    const test = await signedIn()
    for (const count of [0, 1, 50]) {
      const list = test.spotify.addPlaylist({ name: `${count}`, entries: tracks(count) })
      const before = test.asked()
      const { rows, end } = await keep(readPlaylist(test.room.client(), list.id, asking), fresh())
      expect([rows.length, end?.total, test.asked() - before]).toEqual([count, count, count === 0 ? 3 : 2])
    }
  })

  it('of which pages hold fewer than was asked for arrives whole all the same', async () => {
    const test = await signedIn({ behaviour: { largestPage: 20 } })
    const list = test.spotify.addPlaylist({ name: 'Road', entries: mixed(101) })
    const { rows } = await keep(readPlaylist(test.room.client(), list.id, asking), fresh())
    expect(rows).toEqual(rowsOf(list.entries))
  })

  it('whose pages lack entries is an error, however often it is asked', async () => {
    const test = await signedIn({ behaviour: { keptBack: 1 } })
    const list = test.spotify.addPlaylist({ name: 'Road', entries: tracks(120) })
    const kept = fresh()
    expect(await codeOf(() => keep(readPlaylist(test.room.client(), list.id, asking), kept))).toBe('spotify-list-short')
    expect(kept.end).toBeNull()
    test.spotify.behaviour.keptBack = 0
    await keep(readPlaylist(test.room.client(), list.id, asking, kept.place), kept)
    expect(kept.rows).toEqual(rowsOf(list.entries))
  })

  it('that changes while it is read is read once more, and again it is an error', async () => {
    const test = await signedIn()
    const list = test.spotify.addPlaylist({ name: 'Road', entries: tracks(120) })
    let changes = 1
    test.spotify.onRequest = ({ query }) => {
      if (query.get('offset') !== '50' || changes === 0) return
      changes -= 1
      // As long as before, so that only the mark tells.
      list.change([...tracks(119, 'Other'), { kind: 'track', name: `New ${changes}` }])
    }
    const { rows } = await keep(readPlaylist(test.room.client(), list.id, asking), fresh())
    expect(rows).toEqual(rowsOf(list.entries))
    changes = 2
    expect(await codeOf(() => keep(readPlaylist(test.room.client(), list.id, asking), fresh()))).toBe(
      'spotify-list-changing',
    )
  })

  it('that is marked anew each time is whole once two readings found the same', async () => {
    const test = await signedIn({ behaviour: { marksAnew: true } })
    const list = test.spotify.addPlaylist({ name: 'Road', entries: tracks(60) })
    const { rows, end } = await keep(readPlaylist(test.room.client(), list.id, asking), fresh())
    expect([rows.length, end?.total]).toEqual([60, 60])
  })

  it('that is broken off goes on where it stood, also after a restart and a pause of hours', async () => {
    const test = await signedIn()
    const list = test.spotify.addPlaylist({ name: 'Road', entries: mixed(230) })
    const kept = fresh()
    const path = `/v1/playlists/${list.id}/items`
    test.spotify.onRequest = ({ query }) => {
      if (query.get('offset') === '150') test.spotify.faults.add(path, tooMany('20000'), 1)
    }
    const read = (): Promise<string> =>
      codeOf(() => keep(readPlaylist(test.room.client(), list.id, asking, kept.place), kept))
    expect(await read()).toBe('spotify-blocked')
    expect(kept.rows).toHaveLength(150)
    test.spotify.onRequest = () => undefined
    test.restart()
    expect(await read()).toBe('spotify-blocked')
    test.clock.advance(21_000_000)
    expect(await read()).toBe('fine')
    expect(kept.rows).toEqual(rowsOf(list.entries))
    const offsets = test.spotify.requests.filter(({ path: asked }) => asked === path)
    // No page that had been answered was asked for again.
    expect(offsets.filter(({ status }) => status === 200)).toHaveLength(5)
    expect(test.spotify.breaches).toEqual([])
  })

  it('that changed while nobody read begins anew', async () => {
    const test = await signedIn()
    const list = test.spotify.addPlaylist({ name: 'Road', entries: tracks(120) })
    const kept = fresh()
    for await (const step of readPlaylist(test.room.client(), list.id, asking)) {
      if (step.kind !== 'page') continue
      kept.rows = [...step.items]
      kept.place = step.place
      break
    }
    list.change(tracks(70, 'Other'))
    await keep(readPlaylist(test.room.client(), list.id, asking, kept.place), kept)
    expect(kept.rows).toEqual(rowsOf(list.entries))
  })
})

describe('liked songs', () => {
  it('arrive whole, the newest first, and need leave that was given', async () => {
    const test = await signedIn()
    test.spotify.liked = tracks(121)
    const { rows, end } = await keep(readLikedSongs(test.room.client(), asking), fresh())
    expect([rows.length, end?.total]).toEqual([121, 121])
    expect(rows.map((row) => (row.kind === 'track' ? row.track.title : ''))).toEqual(
      tracks(121).map((entry) => (entry.kind === 'track' ? entry.name : '')),
    )
    expect(test.spotify.breaches).toEqual([])
  })

  it('of which one is gone and another came between two pages lose none', async () => {
    const test = await signedIn({ behaviour: { largestPage: 10 } })
    const addedAt = '2020-01-01T00:00:00Z'
    const before = Array.from({ length: 40 }, (_, index): Entry => ({ kind: 'track', name: `${index}`, addedAt }))
    test.spotify.liked = before
    test.spotify.onRequest = ({ path }) => {
      if (test.spotify.count(path) !== 3) return
      // As many as before, and the first page is as it was.
      test.spotify.liked = [...before.slice(0, 12), ...before.slice(13), { kind: 'track', name: 'Last' }]
    }
    const { rows } = await keep(readLikedSongs(test.room.client(), asking), fresh())
    const titles = rows.map((row) => (row.kind === 'track' ? row.track.title : ''))
    expect(titles).toEqual(test.spotify.liked.map((entry) => (entry.kind === 'track' ? entry.name : '')))
  })
})

describe('playlists', () => {
  it('are all listed, those of equal name and those that cannot be told of among them', async () => {
    const test = await signedIn({ behaviour: { largestPage: 7 } })
    for (let count = 0; count < 30; count += 1) test.spotify.addPlaylist({ name: 'Road', entries: tracks(count) })
    const found = await readPlaylists(test.room.client(), asking)
    expect(found.map((playlist) => playlist?.id)).toEqual(test.spotify.playlists.map(({ id }) => id))
    expect(found.map((playlist) => playlist?.total)).toEqual(found.map((_, index) => index))
    const page = { items: [null, { id: 7 }], total: 2, offset: 0, limit: 50 }
    const fault = { kind: 'body', body: JSON.stringify(page), contentType: 'application/json' } as const
    test.spotify.faults.add('/v1/me/playlists', fault)
    expect(await readPlaylists(test.room.client(), asking)).toEqual([null, null])
  })

  it('a page that is not the one asked for is not taken for it', async () => {
    const test = await signedIn()
    const page = { items: [], total: 0, offset: 50, limit: 50 }
    const fault = { kind: 'body', body: JSON.stringify(page), contentType: 'application/json' } as const
    test.spotify.faults.add('/v1/me/playlists', fault)
    expect(await codeOf(() => readPlaylists(test.room.client(), asking))).toBe('spotify-answer-unreadable')
  })
})
