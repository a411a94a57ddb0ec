import type { Handlers } from '../../../src/contract/index.ts'
import type { Cache } from '../cache/index.ts'
import { cachedPlaylistPages, listPlaylists } from './playlists.ts'
import type { SpotifyRoom } from './room.ts'

export type SpotifyHandlers = Pick<Handlers, Exclude<Extract<keyof Handlers, `spotify.${string}`>, 'spotify.find'>>

/** The calls about the person's account at Spotify. */
export function createSpotifyHandlers(parts: { readonly room: SpotifyRoom; readonly cache: Cache }): SpotifyHandlers {
  const { room, cache } = parts
  const pages = cache.define(cachedPlaylistPages)
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
    'spotify.playlists': (input, { signal }) => listPlaylists(input, { room, pages }, signal),
  }
}
