import type { Handlers } from '../../../src/contract/index.ts'
import type { Kept } from './kept.ts'
import { listPlaylists, type PlaylistPage } from './playlists.ts'
import type { SpotifyRoom } from './room.ts'

export type SpotifyHandlers = Pick<Handlers, Extract<keyof Handlers, `spotify.${string}`>>

/** The calls about the person's account at Spotify. */
export function createSpotifyHandlers(parts: {
  readonly room: SpotifyRoom
  readonly playlistPages: Kept<PlaylistPage>
}): SpotifyHandlers {
  const { room, playlistPages } = parts
  return {
    'spotify.state': () => room.state,
    'spotify.setUp': ({ clientId }) => {
      room.setUp(clientId)
      return room.state
    },
    'spotify.signIn': async (_input, { signal }) => {
      await room.signIn(signal)
      return room.state
    },
    'spotify.cancelSignIn': () => {
      room.cancelSignIn()
      return room.state
    },
    'spotify.signOut': () => {
      room.signOut()
      return room.state
    },
    'spotify.test': (_input, { signal }) => room.test(signal),
    'spotify.playlists': (input, { signal }) => listPlaylists(input, { room, kept: playlistPages }, signal),
  }
}
