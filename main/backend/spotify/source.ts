import { z } from 'zod'
import { failure, FailureError, type SearchResults } from '../../../src/contract/index.ts'
import { type SpotifyTrack as ShownTrack, spotifyTrackSchema } from '../../../src/spotify/index.ts'
import type { Cache, CacheDefinition } from '../cache/index.ts'
import { fold, type SearchSource } from '../search/index.ts'
import type { SpotifyTrack } from './answers/index.ts'
import { pause, type SpotifyClock, systemClock } from './clock.ts'
import type { SpotifyRoom } from './room.ts'

type FoundTracks = readonly ShownTrack[]

/** What searches found, by their folded words. */
const cachedSearches: CacheDefinition<FoundTracks> = {
  name: 'spotify-search',
  version: 1,
  schema: z.array(spotifyTrackSchema).readonly(),
}

/** Each search counts, and Spotify counts harshly: it is asked once nothing more was typed for so long, in ms. */
export const quietMs = 500
/** Longest words that are passed on, in UTF-16 units. */
const longestWords = 200

const nothing: SearchResults = { tracks: [], albums: [], artists: [], playlists: [], list: null, spotify: [] }

/** What Spotify knows as a source of the one search, while somebody is signed in: one request for words that were not asked of late. */
export function createSpotifySource(parts: {
  readonly room: Pick<SpotifyRoom, 'state' | 'client'>
  readonly cache: Cache
  readonly clock?: SpotifyClock
}): SearchSource {
  const { room, cache, clock = systemClock } = parts
  const searches = cache.define(cachedSearches)

  async function find(words: string, signal: AbortSignal): Promise<FoundTracks | null> {
    const page = await room.client().search(words, 0, { urgency: 'person', signal })
    const found = page.items.flatMap(shown)
    return found.length === 0 ? null : found
  }

  return {
    id: 'spotify',
    isThere: (text) => wordsOf(text) !== null && room.state.kind === 'signed-in',
    async search(text, limit, signal) {
      const words = wordsOf(text)
      if (words === null) return nothing
      const key = fold(words)
      if ((await searches.peek(key)) === undefined) await pause(clock, quietMs, signal)
      if (signal.aborted) throw new FailureError(failure('cancelled'))
      const { value } = await searches.load(key, (asked) => find(words, asked.signal), signal)
      return { ...nothing, spotify: (value ?? []).slice(0, limit) }
    },
  }
}

/** Words to look for; null for a link, and for what finds everything. */
function wordsOf(text: string): string | null {
  const words = text.trim().slice(0, longestWords).toWellFormed()
  if (/^(?:[a-z][a-z\d+.-]*:\/\/|spotify:)/iu.test(words)) return null
  return fold(words).length > 1 ||
    /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words)
    ? words
    : null
}

/** A track as pages see it; none for what has no place in Spotify's catalogue. */
function shown({ id, title, artists, album, durationMs, isrc, isExplicit }: SpotifyTrack): ShownTrack[] {
  return id === null ? [] : [{ id, title, artists, album, durationMs, isrc, isExplicit }]
}
