import { search, track } from './catalogue.ts'
import { likedSongs, me, myPlaylists, playlist, playlistItems } from './library.ts'
import { type Call, fine, refused, type RouteAnswer, type SpotifyWorld } from './route.ts'

export { refused } from './route.ts'
export type { Call, RouteAnswer, SpotifyWorld } from './route.ts'

/** Legacy routes, and what an app in development mode is told of each. */
const legacy: readonly (readonly [RegExp, number])[] = [
  [/^\/v1\/recommendations$/u, 404],
  [/^\/v1\/audio-features\/\w+$/u, 403],
  [/^\/v1\/audio-analysis\/\w+$/u, 403],
]

/** Routes that were there before February 2026: only a client that did not learn of it asks for them. */
const removed =
  /^\/v1\/(?:playlists\/\w+\/tracks|users\/.*|tracks|albums|artists|artists\/\w+\/top-tracks|browse\/.*|markets)$/u

/** Answers a request of the Web API that was let in. */
export function answerRoute(world: SpotifyWorld, path: string, call: Call): RouteAnswer {
  const [, root, id = '', rest] = /^\/v1\/(\w[\w-]*)(?:\/(\w+))?(?:\/(\w+))?$/u.exec(path) ?? []
  if (removed.test(path)) {
    world.breach(`removed route ${path}`)
    return refused(403, 'Forbidden')
  }
  for (const [route, status] of legacy)
    if (route.test(path)) return world.behaviour.hasLegacy ? fine({}) : refused(status, 'Forbidden')
  if (root === 'me' && id === '') return me(world)
  if (root === 'me' && id === 'playlists') return myPlaylists(world, call)
  if (root === 'me' && id === 'tracks') return likedSongs(world, call)
  if (root === 'playlists' && rest === undefined) return playlist(world, id)
  if (root === 'playlists' && rest === 'items') return playlistItems(world, id, call)
  if (root === 'tracks' && rest === undefined) return track(world, id)
  if (root === 'search' && id === '') return search(world, call)
  return refused(404, 'Service not found')
}
