import { z } from 'zod'
import type { AlbumSummary, ArtistSummary } from '../../../src/library/index.ts'
import { albumsAt, artistsAt, type Store } from '../store/index.ts'
import { fold } from './fold.ts'
import { forTokenizer } from './indexText.ts'
import { createNameTexts } from './nameTexts.ts'
import type { SearchQuery } from './query.ts'
import { rankNames } from './rank.ts'

const playlistRowSchema = z.object({ playlist_id: z.string(), name: z.string() })

/** Of many words only so many are looked for. */
const mostWords = 12

/** What each way of looking contributes at most. */
const mostPerWay = 60

/** Beyond every character that follows the same beginning. */
const afterAll = '\u{10FFFF}'

/** Finds albums, artists and playlists by their names. */
export interface NameFinder {
  /** Reads what every search needs, in slices, where it is not known or changed. To be awaited before the others. */
  ready(): Promise<void>
  /** Albums whose title, or title and artist, hold the words of the query; best first. */
  albums(query: SearchQuery, limit: number): AlbumSummary[]
  /** Artists by name, best first; those with many tracks first among equals. */
  artists(query: SearchQuery, limit: number): ArtistSummary[]
}

/** The names over the store. */
export function createNameFinder(store: Store): NameFinder {
  const albumNames = createNameTexts(store, 'album')
  const artistNames = createNameTexts(store, 'artist')

  return {
    async ready() {
      await albumNames.refresh()
      await artistNames.refresh()
    },
    albums(query, limit) {
      const beginning = store.numbers(
        'SELECT rowid FROM album WHERE sort_title >= ? AND sort_title < ? ORDER BY sort_title LIMIT ?',
        query.folded,
        query.folded + afterAll,
        mostPerWay,
      )
      const rowIds = new Set([...beginning, ...albumNames.rowsWith(wordsOf(query), mostPerWay)])
      return best(albumsAt(store, [...rowIds]), query, limit, ({ title, trackCount }) => [title, trackCount])
    },
    artists(query, limit) {
      const beginning = store.numbers(
        'SELECT rowid FROM artist WHERE sort_name >= ? AND sort_name < ? ORDER BY sort_name LIMIT ?',
        query.folded,
        query.folded + afterAll,
        mostPerWay,
      )
      const rowIds = new Set([...beginning, ...artistNames.rowsWith(wordsOf(query), mostPerWay)])
      return best(artistsAt(store, [...rowIds]), query, limit, ({ name, trackCount }) => [name, trackCount])
    },
  }
}

/** Ids of the playlists whose names hold the words of the query, best first. */
export function findPlaylistIds(store: Store, query: SearchQuery, limit: number): string[] {
  const rows = store.all('SELECT playlist_id, name FROM playlist WHERE deleted_at IS NULL', playlistRowSchema)
  const named = rows.map((row) => ({ id: row.playlist_id, text: textOf(row.name), weight: 0 }))
  return rankNames(
    named.filter(({ text }) => query.words.every((word) => ` ${text}`.includes(` ${word}`))),
    query,
  )
    .slice(0, limit)
    .map(({ id }) => id)
}

function best<Row>(
  rows: readonly Row[],
  query: SearchQuery,
  limit: number,
  named: (row: Row) => readonly [name: string, weight: number],
): Row[] {
  const candidates = rows.map((row) => {
    const [name, weight] = named(row)
    return { row, text: textOf(name), weight }
  })
  return rankNames(candidates, query)
    .slice(0, limit)
    .map(({ row }) => row)
}

function textOf(name: string): string {
  return forTokenizer(fold(name))
}

/** The longest first: it is the one that most names do not have. As typed, each begins a word of a name. */
function wordsOf(query: SearchQuery): readonly string[] {
  return query.folded
    .split(' ')
    .map((word) => ` ${word}`)
    .toSorted((one, other) => other.length - one.length)
    .slice(0, mostWords)
}
