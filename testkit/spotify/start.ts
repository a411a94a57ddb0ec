import type { IncomingMessage, ServerResponse } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { Faults } from '../nodelink/faults.ts'
import { Outlet } from '../nodelink/outlet.ts'
import { SocketServer } from '../nodelink/socket-server.ts'
import { notListed, premiumNeeded } from './answers.ts'
import { type SpotifyBehaviour, usualBehaviour } from './behaviour.ts'
import { Grants } from './grants.ts'
import { type Entry, makePlaylist, type PlaylistFacts, type PlaylistHandle } from './library.ts'
import { answerRoute, type Call, refused, type RouteAnswer, type SpotifyWorld } from './routes/index.ts'
import { Rules } from './rules.ts'
import { authorize, browse, readForm } from './signin.ts'

/** One request as the stand-in saw it. */
export interface SpotifyRequest {
  readonly atMs: number
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  /** 0 until it was answered, and for good where it never was. */
  status: number
}

/** A running stand-in. Sign-in pages, tokens and Web API share its one address. */
export interface SpotifyStandIn {
  /** `http://127.0.0.1:port` */
  readonly address: string
  readonly clientId: string
  /** Every request since the start, oldest first. */
  readonly requests: readonly SpotifyRequest[]
  /** Every rule of Spotify's that was broken; a test ends with none. */
  readonly breaches: readonly string[]
  /** Faults by path (`/api/token`, `/v1/me/tracks`) or `*`. */
  readonly faults: Faults
  readonly behaviour: SpotifyBehaviour
  /** Called with each request of the Web API before it is answered: to change what is there between two pages. */
  onRequest: (request: SpotifyRequest) => void
  liked: readonly Entry[]
  readonly playlists: readonly PlaylistHandle[]
  addPlaylist(facts: PlaylistFacts): PlaylistHandle
  /** A track that is found, and had by its id. */
  addTrack(name: string, facts?: Readonly<Record<string, unknown>>): void
  /** Whoever asks for the one id gets the other track. */
  relink(askedId: string, servedId: string): void
  /** How often a path was asked for. */
  count(path: string): number
  /** What a browser does with a page that the app opened; answers the last page's status and words. */
  browse(page: string): Promise<{ readonly status: number; readonly text: string }>
  expireTokens(): void
  revoke(): void
  kill(): void
  revive(): Promise<void>
  close(): Promise<void>
}

/** Starts a stand-in whose time is `now`: real time where left out. */
export async function startSpotifyStandIn(
  options: { readonly now?: () => number; readonly behaviour?: Partial<SpotifyBehaviour> } = {},
): Promise<SpotifyStandIn> {
  const { now = Date.now } = options
  const behaviour: SpotifyBehaviour = { ...usualBehaviour, ...options.behaviour }
  const clientId = '0123456789abcdef0123456789abcdef'
  const knownClients = new Set([clientId])
  const requests: SpotifyRequest[] = []
  const faults = new Faults()
  const grants = new Grants(behaviour, now)
  const rules = new Rules(behaviour, now)
  const playlists: PlaylistHandle[] = []
  const catalogue: SpotifyWorld['catalogue'][number][] = []
  const relinked = new Map<string, string>()
  let numbers = 0

  const world = (): SpotifyWorld => ({
    userId: 'ann',
    behaviour,
    playlists,
    liked: standIn.liked,
    relinked,
    catalogue,
    nextNumber: () => (numbers += 1),
    breach: rules.breach,
  })

  function webApi(request: IncomingMessage, path: string, query: URLSearchParams): RouteAnswer {
    const token = /^Bearer (.+)$/u.exec(request.headers.authorization ?? '')?.[1] ?? ''
    const holder = grants.holder(token)
    if (holder === null) return refused(401, 'The access token expired')
    if (!behaviour.hasPremium) return { status: 403, body: premiumNeeded }
    if (!behaviour.isListed) return refused(403, notListed)
    const call: Call = { query, scope: holder.scope }
    return answerRoute(world(), path, call)
  }

  async function answerTokens(request: IncomingMessage, outlet: Outlet): Promise<void> {
    const form = await readForm(request)
    if (await outlet.preempts('application/json')) return
    const { status, body } = grants.answer(form, knownClients)
    await send(outlet, status, body)
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://localhost')
    const record: SpotifyRequest = { atMs: now(), method: request.method ?? '', path, query, status: 0 }
    requests.push(record)
    const isWebApi = path.startsWith('/v1/')
    if (isWebApi) standIn.onRequest(record)
    const isOneTooMany = isWebApi && rules.arrive(path)
    response.on('close', () => {
      record.status = response.headersSent ? response.statusCode : 0
    })
    // A client that has the whole answer may ask on before this connection knows that it was written.
    let hasLeft = !isWebApi
    const fault = faults.take(path, query)
    const leave = (): void => {
      const told = fault?.kind === 'status' ? fault.headers?.['retry-after'] : response.getHeader('retry-after')
      if (!hasLeft) rules.leave(response.statusCode, told)
      hasLeft = true
    }
    response.on('prefinish', leave).on('close', leave)
    const outlet = new Outlet(response, fault, () => undefined)
    if (path === '/authorize') authorize(query, { behaviour, grants, knownClients }, response)
    else if (path === '/api/token') await answerTokens(request, outlet)
    else if (isOneTooMany) {
      response.setHeader('retry-after', String(behaviour.pauseSeconds))
      await send(outlet, 429, refused(429, 'API rate limit exceeded').body)
    } else if (!(await outlet.preempts('application/json'))) {
      // Whoever asks twice at a time is seen to: the other request has arrived by the next turn.
      await setImmediate()
      const { status, body } = webApi(request, path, query)
      await send(outlet, status, body)
    }
  }

  const server = new SocketServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await server.start()

  const standIn: SpotifyStandIn = {
    address: `http://127.0.0.1:${server.port}`,
    clientId,
    requests,
    breaches: rules.breaches,
    faults,
    behaviour,
    onRequest: () => undefined,
    liked: [],
    playlists,
    addPlaylist(facts) {
      const made = makePlaylist(facts, 'ann', playlists.length)
      playlists.push(made)
      return made
    },
    addTrack: (name, facts = {}) => void catalogue.push({ name, facts }),
    relink: (askedId, servedId) => void relinked.set(askedId, servedId),
    count: (path) => requests.filter((request) => request.path === path).length,
    browse: (page) => browse(page),
    expireTokens: () => grants.expireAccess(),
    revoke: () => grants.revoke(),
    kill: () => server.kill(),
    revive: () => server.start(),
    close: () => server.close(),
  }
  return standIn
}

/** JSON, or plain text for a body that is text. */
async function send(outlet: Outlet, status: number, body: unknown): Promise<void> {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  const type = typeof body === 'string' ? 'text/plain' : 'application/json; charset=utf-8'
  outlet.head(status, { 'content-type': type, 'content-length': bytes.length })
  await outlet.end(bytes)
}
