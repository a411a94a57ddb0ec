import path from 'node:path'
import { startHost } from '../../e2e/harness/index.ts'
import { bridgeOver } from '../../renderer/bridge/channel.ts'
import { socketChannel } from '../../renderer/bridge/socket.ts'
import type { Bridge, CallInput, CallName, CallOutput } from '../../src/contract/index.ts'
import type { ImportJob } from '../../src/imports/index.ts'
import { nodeLine } from '../../testkit/bridges/socket.ts'
import {
  generated,
  type NodeLimits,
  noLimits,
  type NodeStandIn,
  startNodeStandIn,
  stockLimits,
} from '../../testkit/nodelink/index.ts'
import { type Entry, idOf, type SpotifyStandIn, startSpotifyStandIn } from '../../testkit/spotify/index.ts'
import type { Bench, Group } from '../group.ts'
import { alone, type Figure, limited } from '../report/index.ts'

const songCount = 500
/** How long the node takes for each answer. */
const nodeMs = 50
const limits = {
  freeSeconds: 20,
  listedSeconds: 5,
  lookedSeconds: 5,
  requestsPerSong: 1.2,
  againSpotify: 1,
  againNode: 0,
}
/** A stock node's pace takes minutes for all: so many songs show it. */
const stockSongs = 40

/** A playlist of Spotify's comes over: everything listed, looked for at a node, decided; and once more when nothing changed. */
export const imports: Group = { name: 'imports', run }

async function run(bench: Bench): Promise<readonly Figure[]> {
  // A quick run shows that it works.
  const songs = bench.runs(2) > 1 ? songCount : 60
  const free = await withBoth(path.join(bench.folder, 'free'), noLimits, songs, async (parts) => {
    bench.tell('imports: a node without limits')
    return measureFree(parts, songs)
  })
  const stock = await withBoth(path.join(bench.folder, 'stock'), stockLimits, songs, async (parts) => {
    bench.tell('imports: a node as delivered')
    return measureStock(parts, songs)
  })
  const of = `${songs} songs of Spotify’s`
  return [
    limited(
      {
        id: 'imports.free',
        what: `${of}, from the wish to all decided, a node of ${nodeMs} ms without limits`,
        unit: 's',
      },
      free.seconds,
      limits.freeSeconds,
    ),
    limited(
      { id: 'imports.requests', what: 'searches of that node for a song', unit: '' },
      free.requests / songs,
      limits.requestsPerSong,
    ),
    limited(
      { id: 'imports.again.spotify', what: 'again, unchanged: requests of Spotify', unit: '' },
      free.againSpotify,
      limits.againSpotify,
    ),
    limited(
      { id: 'imports.again.node', what: 'again, unchanged: requests of the node', unit: '' },
      free.againNode,
      limits.againNode,
    ),
    limited(
      { id: 'imports.stock.listed', what: `${of}, all rows listed, a node as delivered`, unit: 's' },
      stock.listedSeconds,
      limits.listedSeconds,
    ),
    limited(
      { id: 'imports.stock.looked', what: 'a row far down that is looked at, until it is decided', unit: 's' },
      stock.lookedSeconds,
      limits.lookedSeconds,
    ),
    alone(
      {
        id: 'imports.stock.first',
        what: `the first ${Math.min(stockSongs, songs)} songs decided, a node as delivered`,
        unit: 's',
      },
      stock.firstSeconds,
    ),
    limited({ id: 'imports.stock.refused', what: 'answers 403 of the node as delivered', unit: '' }, stock.refused, 0),
  ]
}

interface Parts {
  readonly node: NodeStandIn
  readonly spotify: SpotifyStandIn
  readonly link: string
  readonly call: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>
  readonly bridge: Bridge
}

/** The app's host with an account at Spotify and a node that has every song of a playlist there. */
async function withBoth<Value>(
  folder: string,
  nodeLimits: NodeLimits,
  songs: number,
  work: (parts: Parts) => Promise<Value>,
): Promise<Value> {
  const node = await startNodeStandIn({ limits: nodeLimits })
  const spotify = await startSpotifyStandIn()
  const host = await startHost({ dataFolder: folder, env: { MELOFY_SPOTIFY_ADDRESS: spotify.address } })
  const channel = socketChannel({ openLine: nodeLine(host.address) })
  const bridge = bridgeOver(channel)
  const call = async <Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> => {
    const reply = await bridge.call(name, input)
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
    return reply.value
  }
  try {
    const list = spotify.addPlaylist({ name: 'Long road', entries: songsOf(node, songs) })
    await signIn(bridge, call, spotify)
    await call('nodelink.add', { name: 'Attic', address: node.address, password: node.password })
    await call('nodelink.look', null)
    await untilNode(bridge, call)
    node.faults.add('*', { kind: 'delay', delayMs: nodeMs })
    const value = await work({ node, spotify, link: `https://open.spotify.com/playlist/${list.id}`, call, bridge })
    if (spotify.breaches.length > 0) throw new Error(`Rules of Spotify’s were broken: ${spotify.breaches.join(', ')}`)
    return value
  } finally {
    channel.close()
    await host.stop()
    await spotify.close()
    await node.close()
  }
}

/** Of so many songs one is known to a source without codes only; the others are found by their code at the first one asked. */
const songsPerUncoded = 10

/** The songs of a list, each of which the node has as well, somewhere. */
function songsOf(node: NodeStandIn, count: number): readonly Entry[] {
  return Array.from({ length: count }, (_, index): Entry => {
    const name = `Quiet ${wordOf(index)} ${wordOf(index * 7 + 3)}`
    const artist = `Band ${wordOf(index % 40)}`
    const isrc = `QZAAA${String(2_600_000 + index)}`
    const facts = {
      artists: [{ id: idOf(artist), name: artist, type: 'artist' }],
      duration_ms: 3000,
      external_ids: { isrc },
    }
    const isCoded = index % songsPerUncoded !== 0
    node.addTrack({
      title: name,
      author: artist,
      sound: generated(3000),
      ...(isCoded && { source: 'deezer', isrc }),
    })
    return { kind: 'track', name, facts }
  })
}

/** A word that is none, another for each number. */
function wordOf(number: number): string {
  const syllables = ['ba', 'do', 'ke', 'li', 'mu', 'no', 'pa', 're', 'si', 'tu', 've', 'wa']
  return Array.from(String(10_000 + number), (digit) => syllables[Number(digit)]).join('')
}

async function signIn(bridge: Bridge, call: Parts['call'], spotify: SpotifyStandIn): Promise<void> {
  await call('spotify.setUp', { clientId: spotify.clientId })
  const page = new Promise<string>((resolve) => {
    const stop = bridge.on('spotify.changed', (state) => {
      if (state.kind !== 'signing-in' || state.page === null) return
      stop()
      resolve(state.page)
    })
  })
  const signedIn = call('spotify.signIn', null)
  await spotify.browse(await page)
  await signedIn
}

async function untilNode(bridge: Bridge, call: Parts['call']): Promise<void> {
  const isReady = async (): Promise<boolean> =>
    (await call('nodelink.list', null)).every(({ state }) => state.kind === 'ready')
  await new Promise<void>((resolve, reject) => {
    const look = (): void => {
      isReady().then((ready) => {
        if (!ready) return undefined
        stop()
        resolve()
        return undefined
      }, reject)
    }
    const stop = bridge.on('nodelink.changed', look)
    look()
  })
}

interface Free {
  readonly seconds: number
  readonly requests: number
  readonly againSpotify: number
  readonly againNode: number
}

async function measureFree({ node, spotify, link, call, bridge }: Parts, songs: number): Promise<Free> {
  const start = { kind: 'spotify-playlist', link, name: '' } as const
  const searchesBefore = searchesOf(node)
  const from = performance.now()
  const done = untilJob(bridge, ({ state }) => state.kind === 'done')
  await call('imports.start', start)
  const { counts } = await done
  const seconds = (performance.now() - from) / 1000
  if (counts.matched !== songs) throw new Error(`Not all were found: ${JSON.stringify(counts)}`)
  const requests = searchesOf(node) - searchesBefore
  const before = { spotify: webRequests(spotify), node: node.requests.length }
  await call('imports.start', start)
  await untilRest(bridge, call)
  return {
    seconds,
    requests,
    againSpotify: webRequests(spotify) - before.spotify,
    againNode: node.requests.length - before.node,
  }
}

interface Stock {
  readonly listedSeconds: number
  readonly lookedSeconds: number
  readonly firstSeconds: number
  readonly refused: number
}

async function measureStock({ node, link, call, bridge }: Parts, songs: number): Promise<Stock> {
  const from = performance.now()
  const secondsNow = (): number => (performance.now() - from) / 1000
  const listed = untilJob(bridge, ({ counts }) => rowsOf(counts) === songs)
  const wanted = Math.min(stockSongs, songs)
  const first = untilJob(bridge, ({ counts }) => counts.matched >= wanted).then(secondsNow)
  await call('imports.start', { kind: 'spotify-playlist', link, name: '' })
  const { id } = await listed
  const listedSeconds = secondsNow()
  const place = songs - 1
  const isDecided = async (): Promise<boolean> => {
    const { rows } = await call('imports.rows', { id, range: { from: place, to: place + 1 }, only: null })
    return rows.some(({ outcome }) => outcome.kind !== 'open')
  }
  const decided = new Promise<number>((resolve, reject) => {
    const stop = bridge.on('imports.changed', () => {
      isDecided().then((yes) => {
        if (!yes) return undefined
        stop()
        resolve(secondsNow() - listedSeconds)
        return undefined
      }, reject)
    })
  })
  await call('imports.look', { id, places: [place] })
  const lookedSeconds = await decided
  const firstSeconds = await first
  return {
    listedSeconds,
    lookedSeconds,
    firstSeconds,
    refused: node.requests.filter(({ status }) => status === 403).length,
  }
}

/** Waits until the newest import is so. */
function untilJob(bridge: Bridge, isSo: (job: ImportJob) => boolean): Promise<ImportJob> {
  return new Promise((resolve) => {
    const stop = bridge.on('imports.changed', (jobs) => {
      const [newest] = jobs
      if (newest === undefined) return
      if (!isSo(newest)) return
      stop()
      resolve(newest)
    })
  })
}

/** Waits until no import has anything left to do. */
async function untilRest(bridge: Bridge, call: Parts['call']): Promise<void> {
  const isAtRest = (jobs: readonly ImportJob[]): boolean => jobs.every(({ state }) => state.kind === 'done')
  await new Promise<void>((resolve, reject) => {
    const stop = bridge.on('imports.changed', (jobs) => {
      if (isAtRest(jobs)) rest()
    })
    const rest = (): void => {
      stop()
      resolve()
    }
    call('imports.list', null).then((jobs) => {
      if (isAtRest(jobs)) rest()
      return undefined
    }, reject)
  })
}

function rowsOf(counts: ImportJob['counts']): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

function searchesOf(node: NodeStandIn): number {
  return node.requests.filter(({ path: asked }) => asked === '/v4/loadtracks').length
}

function webRequests(spotify: SpotifyStandIn): number {
  return spotify.requests.filter(({ path: asked }) => asked.startsWith('/v1/')).length
}
