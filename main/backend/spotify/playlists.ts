import { z } from 'zod'
import type { CallInput, CallOutput } from '../../../src/contract/index.ts'
import { type SpotifyPlaylist as ShownPlaylist, spotifyPlaylistSchema } from '../../../src/spotify/index.ts'
import type { CacheDefinition, CachedValues } from '../cache/index.ts'
import type { SpotifyPlaylist } from './answers/index.ts'
import type { Asking } from './request.ts'
import type { SpotifyRoom } from './room.ts'

const playlistPageSchema = z.object({
  playlists: z.array(spotifyPlaylistSchema).readonly(),
  unreadable: z.number(),
  total: z.number(),
  next: z.number().nullable(),
})

export type PlaylistPage = Readonly<z.infer<typeof playlistPageSchema>>

/** Pages of somebody's playlists, by who it is and where the page begins. */
export const cachedPlaylistPages: CacheDefinition<PlaylistPage> = {
  name: 'spotify-playlists',
  version: 1,
  schema: playlistPageSchema,
}

/** A page of the playlists that the person owns or follows. Rejects with a `FailureError`. */
export async function listPlaylists(
  { from, anew }: CallInput<'spotify.playlists'>,
  parts: { readonly room: Pick<SpotifyRoom, 'client' | 'user'>; readonly pages: CachedValues<PlaylistPage> },
  signal: AbortSignal,
): Promise<CallOutput<'spotify.playlists'>> {
  const { room, pages } = parts
  const client = room.client()
  const { id: userId } = await room.user(signal)
  const key = `${userId}:${from}`
  const ask = async (asking: Pick<Asking, 'signal'>): Promise<PlaylistPage> => {
    const page = await client.playlists(from, { urgency: 'person', signal: asking.signal })
    const playlists = page.items.flatMap((playlist) => (playlist === null ? [] : [shown(playlist, userId)]))
    // Spotify counts places, also those of entries that it then leaves out.
    const end = from + page.limit
    const next = end < page.total ? end : null
    return { playlists, unreadable: page.items.length - playlists.length, total: page.total, next }
  }
  if (anew) {
    // What is remembered stays until there is something newer: Spotify may be out of reach.
    const page = await ask({ signal })
    pages.put(key, page)
    return page
  }
  const { value } = await pages.load(key, ask, signal)
  return value ?? { playlists: [], unreadable: 0, total: 0, next: null }
}

function shown(playlist: SpotifyPlaylist, userId: string): ShownPlaylist {
  const { id, name, ownerId, ownerName, total, isCollaborative } = playlist
  const access = ownerId === userId ? 'owned' : isCollaborative ? 'collaborative' : 'refused'
  return { id, name, ownerName, trackCount: total, access }
}
