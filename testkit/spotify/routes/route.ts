import type { SpotifyBehaviour } from '../behaviour.ts'
import type { Entry, PlaylistHandle } from '../library.ts'

/** What the routes of one stand-in share. */
export interface SpotifyWorld {
  readonly userId: string
  readonly behaviour: SpotifyBehaviour
  readonly playlists: readonly PlaylistHandle[]
  readonly liked: readonly Entry[]
  /** Ids under which a track is asked for that comes back under another one. */
  readonly relinked: ReadonlyMap<string, string>
  /** Names of tracks that are found, with what is told of them. */
  readonly catalogue: readonly { readonly name: string; readonly facts: Readonly<Record<string, unknown>> }[]
  /** A number that is another one each time. */
  readonly nextNumber: () => number
  readonly breach: (what: string) => void
}

export interface RouteAnswer {
  readonly status: number
  readonly body: unknown
}

export interface Call {
  readonly query: URLSearchParams
  readonly scope: string
}

export function fine(body: unknown): RouteAnswer {
  return { status: 200, body }
}

export function refused(status: number, message: string): RouteAnswer {
  return { status, body: { error: { status, message } } }
}

/** One page of a list, by the rules of its route: how much may be asked for. */
export function pageOf<Item>(
  world: SpotifyWorld,
  { query }: Call,
  items: readonly Item[],
  largest: number,
  serve: (item: Item, index: number) => unknown,
): RouteAnswer {
  const limit = Number(query.get('limit') ?? 20)
  const offset = Number(query.get('offset') ?? 0)
  if (!Number.isInteger(limit) || limit < 1 || limit > largest) {
    world.breach(`limit ${limit} where ${largest} is the most`)
    return refused(400, 'Invalid limit')
  }
  const { largestPage, keptBack } = world.behaviour
  const given = Math.min(limit, largestPage)
  const page = items.slice(offset, offset + given).map((item, index) => serve(item, offset + index))
  return fine({
    href: 'https://api.spotify.com/v1/…',
    items: page.toSpliced(Math.floor(page.length / 2), keptBack),
    limit: given,
    next: offset + given < items.length ? 'https://elsewhere.example/never-followed' : null,
    offset,
    previous: null,
    total: items.length,
  })
}
