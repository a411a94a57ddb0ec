import { z } from 'zod'
import type { CallInput, CallOutput } from '../../../src/contract/index.ts'
import { type SpotifyPlaylist as ShownPlaylist, spotifyPlaylistSchema } from '../../../src/spotify/index.ts'
import type { SpotifyPlaylist } from './answers/index.ts'
import type { Kept } from './kept.ts'
import type { SpotifyRoom } from './room.ts'

/** One page of somebody's playlists, as it is kept: the person asked for it a day ago at most. */
export const playlistPageSchema = z.object({
  playlists: z.array(spotifyPlaylistSchema).readonly(),
  unreadable: z.number(),
  total: z.number(),
  next: z.number().nullable(),
})

export type PlaylistPage = Readonly<z.infer<typeof playlistPageSchema>>

/** A page of the playlists that the person owns or follows. Rejects with a `FailureError`. */
export async function listPlaylists(
  { from, anew }: CallInput<'spotify.playlists'>,
  parts: { readonly room: Pick<SpotifyRoom, 'client' | 'user'>; readonly kept: Kept<PlaylistPage> },
  signal: AbortSignal,
): Promise<CallOutput<'spotify.playlists'>> {
  const { room, kept } = parts
  const client = room.client()
  const { id: userId } = await room.user(signal)
  const key = `${userId}:${from}`
  if (anew) await kept.forget(key)
  const { value } = await kept.load(
    key,
    async (asked) => {
      const page = await client.playlists(from, { urgency: 'person', signal: asked.signal })
      const playlists = page.items.flatMap((playlist) => (playlist === null ? [] : [shown(playlist, userId)]))
      const end = from + page.items.length
      // An empty page is the last one, whatever is said of how many there are.
      const next = page.items.length > 0 && end < page.total ? end : null
      return { playlists, unreadable: page.items.length - playlists.length, total: page.total, next }
    },
    signal,
  )
  return value ?? { playlists: [], unreadable: 0, total: 0, next: null }
}

function shown(playlist: SpotifyPlaylist, userId: string): ShownPlaylist {
  const { id, name, ownerId, ownerName, total, isCollaborative } = playlist
  const access = ownerId === userId ? 'owned' : isCollaborative ? 'collaborative' : 'refused'
  return { id, name, ownerName, trackCount: total, access }
}
