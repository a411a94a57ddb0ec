import type { SpotifyPlaylist, SpotifyRow } from '../answers/index.ts'
import type { SpotifyClient } from '../client.ts'
import type { Asking } from '../request.ts'
import type { ListPlace } from './order.ts'
import { type ListStep, readList } from './read.ts'

/** Reads the entries of a playlist; see `readList`. One that has not changed since `mark` need not be: ask `client.playlist` first. */
export function readPlaylist(
  client: SpotifyClient,
  id: string,
  asking: Asking,
  from: ListPlace | null = null,
): AsyncGenerator<ListStep<SpotifyRow>, void, undefined> {
  return readList(
    {
      page: (offset, each) => client.playlistRows(id, offset, each),
      mark: async (each) => (await client.playlist(id, each)).snapshotId,
      identityOf: identityOfRow,
    },
    asking,
    from,
  )
}

/** Reads liked songs, the newest first; see `readList`. */
export function readLikedSongs(
  client: SpotifyClient,
  asking: Asking,
  from: ListPlace | null = null,
): AsyncGenerator<ListStep<SpotifyRow>, void, undefined> {
  return readList(
    { page: (offset, each) => client.likedRows(offset, each), mark: null, identityOf: identityOfRow },
    asking,
    from,
  )
}

/** All playlists that the person owns or follows, whole or not at all; null for those that Spotify cannot tell of. */
export async function readPlaylists(
  client: SpotifyClient,
  asking: Asking,
): Promise<readonly (SpotifyPlaylist | null)[]> {
  const list = {
    page: (offset: number, each: Asking) => client.playlists(offset, each),
    mark: null,
    identityOf: idOf,
    keyOf: idOf,
  }
  let found: (SpotifyPlaylist | null)[] = []
  for await (const step of readList(list, asking)) {
    if (step.kind === 'begin') found = []
    if (step.kind === 'page') found.push(...step.items)
  }
  return found
}

function idOf(playlist: SpotifyPlaylist | null): string | null {
  return playlist?.id ?? null
}

function identityOfRow(row: SpotifyRow): readonly unknown[] {
  const words = 'track' in row ? [row.track.id, row.track.title] : row.kind === 'episode' ? [row.title] : []
  return [row.kind, row.addedAtMs, ...words]
}
