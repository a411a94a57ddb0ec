/**
 * A stand-in for Spotify: sign-in with PKCE, and the Web API as development mode leaves it in 2026, over a real socket. It knows
 * the rules that a client has to keep, and writes down every one that was broken.
 *
 *   const spotify = await startSpotifyStandIn({ clock })
 *   const list = spotify.addPlaylist({ name: 'Road', entries: tracks(120) })
 *   spotify.faults.add(`/v1/playlists/${list.id}/items`, tooMany('2'), 1)
 *   await spotify.browse(addressThatTheAppOpened)
 *   expect(spotify.breaches).toEqual([])
 */
export { outOfQuota, refusal, tooMany } from './answers.ts'
export type { SpotifyBehaviour } from './behaviour.ts'
export { virtualClock } from './clock.ts'
export type { VirtualClock } from './clock.ts'
export { type Entry, idOf, type PlaylistHandle, tracks } from './library.ts'
export { type SpotifyStandIn, startSpotifyStandIn } from './start.ts'
