import { rowsOfTracks } from '../../state/index.ts'
import type { Services } from '../../state/index.ts'
import { rowsLimit } from '../../../src/library/limits.ts'
import type { SearchResults } from '../../../src/contract/index.ts'
import type { Found } from './top.ts'

/** Plays what was found: a track with the tracks found beside it behind it, anything else from its beginning. */
export async function playFound(
  { commands, bridge }: Pick<Services, 'commands' | 'bridge'>,
  found: Found,
  results: SearchResults,
  title: string,
): Promise<void> {
  if (found.kind !== 'track') commands.runWith('remember-search', null)
  switch (found.kind) {
    case 'track': {
      const rows = rowsOfTracks(results.tracks)
      const index = results.tracks.indexOf(found.track)
      commands.runWith('play-list', { rows, index, context: { kind: 'search', id: null, title } })
      return
    }
    case 'album':
      commands.runWith('play-album', { id: found.album.id, title: found.album.title })
      return
    case 'playlist':
      commands.runWith('play-playlist', { id: found.playlist.id, shuffle: false })
      return
    case 'artist': {
      const { id, name } = found.artist
      const query = { scope: { kind: 'artist', id }, sort: 'own', descending: false, filter: '' } as const
      const reply = await bridge.call('library.tracks', { query, range: { from: 0, to: rowsLimit } })
      const tracks = reply.ok ? reply.value.rows : []
      if (tracks.length === 0) return
      commands.runWith('play-tracks', { tracks, startIndex: 0, context: { kind: 'artist', id, title: name } })
      return
    }
    default:
      found satisfies never
  }
}

/** Opens the page of what was found; the page of a track is its album's, if it has one. */
export function openFound({ commands }: Pick<Services, 'commands'>, found: Found): void {
  commands.runWith('remember-search', null)
  switch (found.kind) {
    case 'track':
      if (found.track.albumId !== null) {
        commands.runWith('open-page', { page: { kind: 'album', id: found.track.albumId } })
      }
      return
    case 'album':
      commands.runWith('open-page', { page: { kind: 'album', id: found.album.id } })
      return
    case 'artist':
      commands.runWith('open-page', { page: { kind: 'artist', id: found.artist.id } })
      return
    case 'playlist':
      commands.runWith('open-page', { page: { kind: 'playlist', id: found.playlist.id } })
      return
    default:
      found satisfies never
  }
}
