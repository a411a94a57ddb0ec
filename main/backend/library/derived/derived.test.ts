import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { makeRows, writeRow, writeRows } from '../../../../testkit/library/index.ts'
import type { LibraryRow } from '../../../../testkit/library/index.ts'
import { type Store, readTracks } from '../../store/index.ts'
import { memoryStore } from '../../store/testing/index.ts'
import { noTags } from '../grouping/index.ts'
import { rebuildDerived, regroupSome } from './index.ts'

function regroup(store: Store, step = 7): void {
  while (regroupSome(store, step));
}

const anything = z.record(z.string(), z.unknown())

/** Everything derived, by what outlives a new database. */
function derived(store: Store): unknown {
  return {
    tracks: store.all(
      `SELECT track_id, library_track.album_id, album_json, disc, track_json ->> '$.albumId' AS json_album
       FROM library_track JOIN track ON track.id = track_id WHERE missing_since IS NULL ORDER BY track_id`,
      anything,
    ),
    albums: store.all('SELECT * FROM album ORDER BY album_id', anything),
    artists: store.all('SELECT * FROM artist ORDER BY artist_id', anything),
    trackArtists: store.all(
      `SELECT artist_id, track_id, is_album_artist, name, track_artist.album_id FROM track_artist
       JOIN library_track USING (row_id) ORDER BY artist_id, track_id, is_album_artist`,
      anything,
    ),
  }
}

const some = <Value>(...values: Value[]) => fc.constantFrom(...values)
const tags = fc.record({
  albumTitle: some(null, 'One', 'ONE', 'One (Disc 2)', 'Two'),
  albumArtists: some<readonly string[]>([], ['A'], ['B'], ['VA']),
  artists: some<readonly string[]>([], ['A'], ['a'], ['A feat. C'], ['B', 'A']),
  discNumber: some(null, 1, 2),
  releaseId: some(null, null, 'r1'),
  isCompilation: fc.boolean(),
})
const change = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      id: fc.nat(9),
      directory: some('/music', '/music/x', '/music/x/CD2', '/music/y'),
      tags,
      cover: some(null, 'c1', 'c2'),
      year: some(null, 1999, 2001),
    }),
  },
  fc.record({ kind: fc.constant('missing' as const), id: fc.nat(9) }),
  fc.record({ kind: fc.constant('regroup' as const) }),
)

test('after any changes in any steps everything derived is what a fresh library would have', () => {
  const [sample] = makeRows(1)
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      const store = memoryStore()
      const now = new Map<number, LibraryRow>()
      writeRows(store, [])
      for (const one of changes) {
        if (one.kind === 'regroup') regroup(store, 2)
        else if (one.kind === 'missing') {
          now.delete(one.id)
          store.run('UPDATE library_track SET missing_since = 1 WHERE track_id = ?', `t${one.id}`)
        } else if (sample !== undefined) {
          const { albumTitle, artists } = one.tags
          const row: LibraryRow = {
            ...sample,
            track: { ...sample.track, id: `t${one.id}`, albumTitle, artists, year: one.year, discNumber: null },
            directory: one.directory,
            tags: one.tags,
            coverHash: one.cover,
          }
          now.set(one.id, row)
          writeRow(store, row)
        }
      }
      regroup(store)
      const fresh = memoryStore()
      writeRows(fresh, now.values())
      regroup(fresh)
      expect(derived(store)).toEqual(derived(fresh))
      rebuildDerived(store)
      regroup(store)
      expect(derived(store)).toEqual(derived(fresh))
    }),
    { numRuns: 60 },
  )
})

test('an album knows its facts, an artist what is theirs and what they only appear on', () => {
  const store = memoryStore()
  const [sample] = makeRows(1)
  if (sample === undefined) throw new Error('no row')
  const row = (
    id: string,
    number: number,
    artists: readonly string[],
    albumTitle: string,
    albumArtist: string,
  ): LibraryRow => ({
    ...sample,
    track: { ...sample.track, id, artists, albumTitle, trackNumber: number, year: 1999, durationMs: 1000 },
    directory: `/music/${albumTitle}`,
    tags: { ...noTags, artists, albumTitle, albumArtists: [albumArtist] },
    coverHash: `cover of ${albumTitle}`,
  })
  writeRows(store, [
    row('1', 1, ['AC/DC'], 'Own', 'AC/DC'),
    row('2', 2, ['AC/DC', 'Simon & Garfunkel'], 'Own', 'AC/DC'),
    row('3', 1, ['AC/DC'], 'Mix', 'Verschiedene Interpreten'),
  ])
  regroup(store)
  expect(
    store.all(
      'SELECT title, artist, is_compilation, year, cover_hash, track_count, duration_ms FROM album ORDER BY title',
      anything,
    ),
  ).toEqual([
    {
      title: 'Mix',
      artist: null,
      is_compilation: 1,
      year: 1999,
      cover_hash: 'cover of Mix',
      track_count: 1,
      duration_ms: 1000,
    },
    {
      title: 'Own',
      artist: 'AC/DC',
      is_compilation: 0,
      year: 1999,
      cover_hash: 'cover of Own',
      track_count: 2,
      duration_ms: 2000,
    },
  ])
  expect(store.all('SELECT name, album_count, track_count, cover_hash FROM artist ORDER BY name', anything)).toEqual([
    { name: 'AC/DC', album_count: 1, track_count: 3, cover_hash: 'cover of Own' },
    { name: 'Simon & Garfunkel', album_count: 0, track_count: 1, cover_hash: 'cover of Own' },
  ])
  const [first, second] = readTracks(store, ['1', '2'])
  expect(first?.albumId).toEqual(expect.any(String))
  expect(first?.albumId).toBe(second?.albumId)
})
