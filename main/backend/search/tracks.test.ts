import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Track } from '../../../src/music/index.ts'
import type { Store } from '../store/index.ts'
import { memoryStore } from '../store/testing/index.ts'
import { breath } from '../turns.ts'
import { indexRow } from './indexText.ts'
import { type SearchQuery, parseQuery } from './query.ts'
import { type Candidate, affinityOf, isFound, rankTracks, shownText } from './rank.ts'
import { createSearchIndex } from './searchIndex.ts'
import { fillLibrary, namedTrack } from './testing/index.ts'
import { createTrackFinder } from './tracks.ts'

interface Owned {
  readonly track: Track
  readonly isLiked: boolean
  readonly plays: number
  readonly isMissing: boolean
}

/** Few words, so that they meet: articles, beginnings of one another, more than one script, signs between letters. */
const words = ['the', 'a', 'an', 'sun', 'sunday', 'sunny', 'day', 'AC/DC', 'Été', 'ночь', '東京', '$', 'x']
const name = (fewest: number) =>
  fc.array(fc.constantFrom(...words), { minLength: fewest, maxLength: 3 }).map((some) => some.join(' '))
const someTrack: fc.Arbitrary<Omit<Owned, 'track'> & { readonly names: readonly [string, string, string] }> = fc.record(
  {
    names: fc.tuple(name(1), name(1), name(0)),
    isLiked: fc.boolean(),
    plays: fc.nat(2),
    isMissing: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
  },
)
const library = (most: number): fc.Arbitrary<readonly Owned[]> =>
  fc.array(someTrack, { minLength: 1, maxLength: most, size: 'max' }).map((some) =>
    some.map(({ names: [title, artist, album], ...owned }, at) => ({
      ...owned,
      track: namedTrack(`track ${at}`, title, artist, album === '' ? null : album),
    })),
  )
/** A name as far as it is typed. */
const typed = fc.tuple(name(1), fc.integer({ min: 1, max: 12 })).map(([text, length]) => text.slice(0, length))

function fill(store: Store, owned: readonly Owned[]) {
  const index = createSearchIndex(store)
  const rowIds = fillLibrary(
    store,
    index,
    owned.map(({ track }) => track),
  )
  for (const [at, { track, isLiked, plays, isMissing }] of owned.entries()) {
    if (isLiked) store.run('INSERT INTO track_like (track_id, liked_at) VALUES (?, ?)', track.id, at)
    if (plays > 0) store.run(`INSERT INTO played_track (track_id, track_json) VALUES (?, '{}')`, track.id)
    for (let play = 0; play < plays; play += 1) {
      store.run(
        `INSERT INTO play (play_id, track_id, started_at, heard_ms, end) VALUES (?, ?, ?, 1, 'finished')`,
        `${track.id} ${play}`,
        track.id,
        play,
      )
    }
    if (isMissing) store.run('UPDATE library_track SET missing_since = 1 WHERE row_id = ?', rowIds[at] ?? 0)
  }
  return createTrackFinder(store, index)
}

/** All tracks looked at one by one. */
function everyMatch(owned: readonly Owned[], query: SearchQuery): readonly Candidate[] {
  return owned.flatMap(({ track, isLiked, plays, isMissing }, at) => {
    const { title, artist, album, extra } = indexRow(track)
    const columns = [title, artist, album, extra].map((text) => ` ${text} `)
    const isMatch = query.bounded.every((word) => columns.some((text) => text.includes(word)))
    if (isMissing || !isMatch) return []
    return [{ rowId: at + 1, title, artist, album, affinity: affinityOf(isLiked, plays) }]
  })
}

async function find(owned: readonly Owned[], query: SearchQuery, limit: number): Promise<readonly number[]> {
  const finder = fill(memoryStore(), owned)
  await finder.ready(breath)
  return finder.find(query, limit, breath)
}

test('finds what looking at every track finds, in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(library(70), typed, fc.integer({ min: 1, max: 80 }), async (owned, text, limit) => {
      const query = parseQuery(text)
      if (query === null) return
      const found = await find(owned, query, limit)
      const wanted = rankTracks(everyMatch(owned, query), query).slice(0, limit)
      expect(found).toEqual(wanted.map(({ rowId }) => rowId))
    }),
    { numRuns: 40 },
  )
})

test('with more that match than are looked at, what is found matches, stands in order, and is as much as was asked for', async () => {
  const many = fc.array(someTrack, { minLength: 8, maxLength: 8 }).map((kinds): readonly Owned[] =>
    Array.from({ length: 900 }, (_, at) => {
      const kind = kinds[at % kinds.length]
      const [title, artist, album] = kind?.names ?? ['x', 'x', 'x']
      return {
        track: namedTrack(`track ${at}`, title, artist, album === '' ? null : album),
        isLiked: at % 100 === 7,
        plays: 0,
        isMissing: kind?.isMissing ?? false,
      }
    }),
  )
  await fc.assert(
    fc.asyncProperty(many, typed, async (owned, text) => {
      const query = parseQuery(text)
      if (query === null) return
      const found = await find(owned, query, 60)
      const matches = new Map(everyMatch(owned, query).map((match) => [match.rowId, match]))
      expect(found).toHaveLength(Math.min(60, matches.size))
      const inOrder = rankTracks(
        found.map((rowId) => matches.get(rowId)).filter((match) => match !== undefined),
        query,
      )
      expect(inOrder.map(({ rowId }) => rowId)).toEqual(found)
      // What is liked and shows the words is looked at in any case, so the best of it is found, wherever it stands.
      const liked = [...matches.values()].filter((match) => match.affinity > 0 && isFound(shownText(match), query))
      const amongFound = rankTracks([...new Set([...liked, ...inOrder])], query).slice(0, found.length)
      expect(new Set(amongFound.map(({ rowId }) => rowId))).toEqual(new Set(found))
    }),
    { numRuns: 8 },
  )
})
