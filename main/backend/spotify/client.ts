import type { z } from 'zod'
import { failure, FailureError } from '../../../src/contract/index.ts'
import {
  pageSchema,
  playlistSchema,
  readListedPlaylist,
  readRow,
  searchSchema,
  type SpotifyPage,
  type SpotifyPlaylist,
  type SpotifyRow,
  type SpotifyTrack,
  type SpotifyUser,
  trackSchema,
  userSchema,
} from './answers/index.ts'
import { type Asked, failureOfRefusal, parseJson } from './failures.ts'
import type { Asking, Requests } from './request.ts'

/** The routes of Spotify's Web API that development mode leaves. Each rejects with a `FailureError`. */
export interface SpotifyClient {
  me(asking: Asking): Promise<SpotifyUser>
  /** Playlists that are owned or followed; null for one that Spotify lists and cannot tell of. */
  playlists(offset: number, asking: Asking): Promise<SpotifyPage<SpotifyPlaylist | null>>
  /** Anybody's playlist but Spotify's own, without its entries. */
  playlist(id: string, asking: Asking): Promise<SpotifyPlaylist>
  /** Entries of a playlist that the person owns or edits; of all others `spotify-playlist-refused`, for good. */
  playlistRows(id: string, offset: number, asking: Asking): Promise<SpotifyPage<SpotifyRow>>
  /** Liked songs, the newest first. */
  likedRows(offset: number, asking: Asking): Promise<SpotifyPage<SpotifyRow>>
  /** The track that is handed out for an id: it may have another one itself, so what is kept of it is kept under the one asked for. */
  track(id: string, asking: Asking): Promise<SpotifyTrack>
  /** Ten hits at a time, from `offset` (0 to 1000) on. Knows `isrc:`, `track:`, `artist:` and `album:`. */
  search(words: string, offset: number, asking: Asking): Promise<SpotifyPage<SpotifyTrack>>
}

/** Entries of a page, at most. */
const pageSize = 50
/** Hits of a search at a time, at most: it was 50 before February 2026. */
const hitsPerPage = 10

export function createSpotifyClient(requests: Requests): SpotifyClient {
  async function ask<Answer>(
    path: string,
    query: Readonly<Record<string, string>>,
    schema: z.ZodType<Answer>,
    asking: Asking,
    asked: Asked = 'other',
  ): Promise<Answer> {
    const search = new URLSearchParams(query).toString()
    const answer = await requests.get(`/v1${path}${search === '' ? '' : `?${search}`}`, asking)
    if (answer.status !== 200) throw new FailureError(failureOfRefusal(answer, asked))
    const read = schema.safeParse(parseJson(answer.text))
    if (!read.success) throw new FailureError(failure('spotify-answer-unreadable'))
    return read.data
  }

  async function page<Item>(
    path: string,
    query: Readonly<Record<string, string>>,
    read: (entry: unknown) => Item,
    offset: number,
    asking: Asking,
    asked: Asked = 'other',
  ): Promise<SpotifyPage<Item>> {
    const paging = { limit: String(pageSize), offset: String(offset) }
    const answer = await ask(path, { ...query, ...paging }, pageSchema(read), asking, asked)
    // Another page than the one asked for would put every entry in the wrong place.
    if (answer.offset !== offset || answer.items.length > answer.limit)
      throw new FailureError(failure('spotify-answer-unreadable'))
    return answer
  }

  const inPath = encodeURIComponent

  return {
    me: (asking) => ask('/me', {}, userSchema, asking),
    playlists: (offset, asking) => page('/me/playlists', {}, readListedPlaylist, offset, asking),
    playlist: (id, asking) =>
      ask(
        `/playlists/${inPath(id)}`,
        { fields: 'snapshot_id,name,images,owner,collaborative' },
        playlistSchema(id),
        asking,
        'playlist',
      ),
    // Without `fields`: what it does not name comes as null, codes of recordings among it.
    playlistRows: (id, offset, asking) =>
      page(`/playlists/${inPath(id)}/items`, { additional_types: 'track,episode' }, readRow, offset, asking, 'items'),
    likedRows: (offset, asking) => page('/me/tracks', {}, readRow, offset, asking),
    track: async (id, asking) => (await ask(`/tracks/${inPath(id)}`, {}, trackSchema, asking)).track,
    search: (words, offset, asking) => {
      const query = { q: words, type: 'track', limit: String(hitsPerPage), offset: String(offset) }
      return ask('/search', query, searchSchema, asking)
    },
  }
}
