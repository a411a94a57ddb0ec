import path from 'node:path'
import { startHost } from '../../e2e/harness/index.ts'
import { bridgeOver } from '../../renderer/bridge/channel.ts'
import { socketChannel } from '../../renderer/bridge/socket.ts'
import type { Bridge, CallInput, CallName, CallOutput } from '../../src/contract/index.ts'
import type { ImportJob } from '../../src/imports/index.ts'
import { nodeLine } from '../../testkit/bridges/socket.ts'
import { generated, noLimits, type NodeLimits, startNodeStandIn, stockLimits } from '../../testkit/nodelink/index.ts'
import { type Entry, type SpotifyStandIn, startSpotifyStandIn } from '../../testkit/spotify/index.ts'
import type { Bench, Group } from '../group.ts'
import { alone, type Figure, limited } from '../report/index.ts'

const songCount = 500
/** How long the node takes for each answer. */
const nodeMs = 50
/** How long a node with its limits as delivered is watched, in ms. */
const watchedMs = 45_000
const limits = { doneSeconds: 20, listedSeconds: 5, lookedAtSeconds: 5, requestsPerSong: 1.2 }

/** A playlist of Spotify's comes over: the stand-ins of Spotify and of a NodeLink server, and the host of the app. */
export const imports: Group = { name: 'imports', run }

async function run(bench: Bench): Promise<readonly Figure[]> {
  const count = Math.min(songCount, bench.runs(5) < 5 ? 50 : songCount)
  bench.tell('imports: a node without limits')
  const free = await withAccount(bench, 'free', count, noLimits, untilDone)
  bench.tell('imports: a node with its limits as delivered')
  const stock = await withAccount(bench, 'stock', count, stockLimits, underLimits)
  return [...free, ...stock]
}

interface Stage {
  readonly bridge: Bridge
  readonly spotify: SpotifyStandIn
  readonly node: Awaited<ReturnType<typeof startNodeStandIn>>
  readonly link: string
  readonly count: number
}

async function withAccount(
  bench: Bench,
  name: string,
  count: number,
  nodeLimits: NodeLimits,
  work: (stage: Stage) => Promise<readonly Figure[]>,
): Promise<readonly Figure[]> {
  const spotify = await startSpotifyStandIn()
  const node = await startNodeStandIn({ limits: nodeLimits })
  const dataFolder = path.join(bench.folder, `data-${name}`)
  const host = await startHost({ dataFolder, args: [], env: { MELOFY_SPOTIFY_ADDRESS: spotify.address } })
  const channel = socketChannel({ openLine: nodeLine(host.address) })
  try {
    const bridge = bridgeOver(channel)
    await call(bridge, 'nodelink.add', { name: 'Attic', address: node.address, password: node.password })
    const songs = makeSongs(count)
    for (const { atNode } of songs) if (atNode !== null) node.addTrack(atNode)
    node.faults.add('*', { kind: 'delay', delayMs: nodeMs })
    await signIn(bridge, spotify)
    const list = spotify.addPlaylist({ name: 'Years', entries: songs.map(({ entry }) => entry) })
    const figures = await work({ bridge, spotify, node, link: `spotify:playlist:${list.id}`, count })
    if (spotify.breaches.length > 0) throw new Error(`A rule of Spotify’s was broken: ${spotify.breaches[0]}`)
    return figures
  } finally {
    channel.close()
    await host.stop()
    await node.close()
    await spotify.close()
  }
}

/** The whole of it, and the same list once more. */
async function untilDone({ bridge, spotify, node, link, count }: Stage): Promise<readonly Figure[]> {
  const asked = node.requests.length
  const from = performance.now()
  const job = await start(bridge, link)
  const done = await follow(bridge, job.id, ({ state }) => state.kind === 'done')
  const seconds = (performance.now() - from) / 1000
  const requests = node.requests.length - asked
  const before = { spotify: spotify.requests.length, node: node.requests.length }
  const again = await start(bridge, link)
  await follow(bridge, again.id, ({ state }) => state.kind === 'done')
  return [
    limited(
      { id: 'imports.free.done', what: `${count} songs, until each is decided`, unit: 's' },
      seconds,
      limits.doneSeconds,
    ),
    limited(
      { id: 'imports.free.requests', what: 'requests to the node, for each song', unit: '' },
      requests / count,
      limits.requestsPerSong,
    ),
    alone({ id: 'imports.free.matched', what: 'of them matched', unit: '%' }, (done.counts.matched / count) * 100),
    alone({ id: 'imports.free.review', what: 'for a person to decide', unit: '%' }, (done.counts.review / count) * 100),
    alone({ id: 'imports.free.none', what: 'not found', unit: '%' }, (done.counts.none / count) * 100),
    limited(
      { id: 'imports.again.spotify', what: 'the unchanged list again: requests to Spotify', unit: '' },
      spotify.requests.length - before.spotify,
      1,
    ),
    limited(
      { id: 'imports.again.node', what: 'the unchanged list again: requests to the node', unit: '' },
      node.requests.length - before.node,
      0,
    ),
  ]
}

/** How soon everything is listed, and how soon a row is decided that somebody looks at, while the rest waits for the node's pace. */
async function underLimits({ bridge, node, link, count }: Stage): Promise<readonly Figure[]> {
  const asked = node.requests.length
  const from = performance.now()
  const { id } = await start(bridge, link)
  await follow(bridge, id, ({ state }) => state.kind === 'running' && state.phase === 'matching')
  const listedSeconds = (performance.now() - from) / 1000
  const rows = await call(bridge, 'imports.rows', { id, range: { from: 0, to: 100 }, only: null })
  if (rows.total !== count) throw new Error(`${rows.total} rows of ${count}`)
  const last = count - 1
  const lookedFrom = performance.now()
  await call(bridge, 'imports.look', { id, places: [last] })
  await follow(bridge, id, async () => {
    const end = await call(bridge, 'imports.rows', { id, range: { from: last, to: count }, only: null })
    return end.rows[0]?.outcome.kind !== 'open'
  })
  const lookedSeconds = (performance.now() - lookedFrom) / 1000
  await new Promise((resolve) => setTimeout(resolve, watchedMs))
  const job = await jobOf(bridge, id)
  const decided = count - job.counts.open
  const requests = node.requests.slice(asked)
  return [
    limited(
      { id: 'imports.stock.listed', what: 'limits as delivered: until all rows are listed', unit: 's' },
      listedSeconds,
      limits.listedSeconds,
    ),
    limited(
      { id: 'imports.stock.looked', what: 'limits as delivered: until a row is decided that is looked at', unit: 's' },
      lookedSeconds,
      limits.lookedAtSeconds,
    ),
    alone(
      { id: 'imports.stock.pace', what: 'limits as delivered: songs decided a minute', unit: '' },
      (decided * 60_000) / (performance.now() - from),
    ),
    limited(
      { id: 'imports.stock.refused', what: 'limits as delivered: answers 403 and 429', unit: '' },
      requests.filter(({ status }) => status === 403 || status === 429).length,
      0,
    ),
  ]
}

async function call<Name extends CallName>(
  bridge: Bridge,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const reply = await bridge.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
  return reply.value
}

async function start(bridge: Bridge, link: string): Promise<ImportJob> {
  const { jobs } = await call(bridge, 'imports.start', { kind: 'spotify-playlist', link, name: '' })
  const [job] = jobs
  if (job === undefined) throw new Error('unreachable')
  return job
}

async function jobOf(bridge: Bridge, id: string): Promise<ImportJob> {
  const job = (await call(bridge, 'imports.list', null)).find((one) => one.id === id)
  if (job === undefined) throw new Error('The import is gone')
  return job
}

/** Looks at an import every 50 ms until it is as wanted. */
async function follow(
  bridge: Bridge,
  id: string,
  isSo: (job: ImportJob) => boolean | Promise<boolean>,
): Promise<ImportJob> {
  for (;;) {
    const job = await jobOf(bridge, id)
    if (job.state.kind === 'stopped') throw new Error(`The import stopped: ${job.state.error?.code}`)
    if (await isSo(job)) return job
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function signIn(bridge: Bridge, spotify: SpotifyStandIn): Promise<void> {
  await call(bridge, 'spotify.setUp', { clientId: spotify.clientId })
  const page = Promise.withResolvers<string>()
  const stop = bridge.on('spotify.changed', (state) => {
    if (state.kind === 'signing-in' && state.page !== null) page.resolve(state.page)
  })
  const signedIn = call(bridge, 'spotify.signIn', null)
  await spotify.browse(await page.promise)
  await signedIn
  stop()
}

interface Song {
  readonly entry: Entry
  /** As a node has it; null where none does. */
  readonly atNode: Parameters<Stage['node']['addTrack']>[0] | null
}

const qualities = ['Amber', 'Broken', 'Copper', 'Distant', 'Early', 'Frozen', 'Golden', 'Hollow', 'Inner', 'Jagged']
const things = [
  'Anchors',
  'Bridges',
  'Candles',
  'Deserts',
  'Engines',
  'Feathers',
  'Gardens',
  'Harbours',
  'Islands',
  'Juniper',
]
const bands = ['Paper Boats', 'North Field', 'Ilva Moreno', 'The Slow Trains', 'Kestrel']

/** Songs as a list of years has them: most as uploads of the label's, some by code, some as somebody's video, some nowhere. */
function makeSongs(count: number): readonly Song[] {
  return Array.from({ length: count }, (_song, index) => {
    const quality = qualities[index % 10] ?? ''
    const thing = things[Math.floor(index / 10) % 10] ?? ''
    const band = bands[Math.floor(index / 100) % 5] ?? ''
    const title = `${quality} ${thing}`
    const lengthMs = 150_000 + ((index * 7919) % 120_000)
    const isrc = `DEB05${String(index).padStart(7, '0')}`
    const entry: Entry = {
      kind: 'track',
      name: title,
      facts: {
        artists: [{ id: `artist${band}`, name: band, type: 'artist' }],
        duration_ms: lengthMs,
        external_ids: { isrc },
        id: `song${String(index).padStart(18, '0')}`,
      },
    }
    const sound = generated(1000)
    const kind = index % 10
    if (kind === 9) return { entry, atNode: null }
    if (kind < 3) return { entry, atNode: { title, author: band, lengthMs, isrc, source: 'deezer', sound } }
    if (kind < 8) return { entry, atNode: { title, author: `${band} - Topic`, lengthMs: lengthMs + 700, sound } }
    return {
      entry,
      atNode: { title: `${band} - ${title} (Official Video)`, author: band, lengthMs: lengthMs + 1400, sound },
    }
  })
}
