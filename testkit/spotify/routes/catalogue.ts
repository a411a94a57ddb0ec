import { idOf, trackObject } from '../library.ts'
import { type Call, fine, pageOf, refused, type RouteAnswer, type SpotifyWorld } from './route.ts'

export function track(world: SpotifyWorld, id: string): RouteAnswer {
  const served = world.relinked.get(id) ?? id
  const found = world.catalogue.find(({ name }) => idOf(name) === served)
  return found === undefined ? refused(404, 'Resource not found') : fine(trackObject(found.name, found.facts))
}

export function search(world: SpotifyWorld, call: Call): RouteAnswer {
  const words = (call.query.get('q') ?? '').toLowerCase()
  if (words === '') return refused(400, 'No search query')
  if (Number(call.query.get('offset') ?? 0) > 1000) {
    world.breach('search beyond offset 1000')
    return refused(400, 'Invalid offset')
  }
  const found = world.catalogue
    .map(({ name, facts }) => trackObject(name, facts))
    .filter((object) =>
      JSON.stringify(object)
        .toLowerCase()
        .includes(words.replace(/^(?:isrc|track):/u, '')),
    )
  const page = pageOf(world, call, found, 10, (object) => object)
  return page.status === 200 ? fine({ tracks: page.body }) : page
}
