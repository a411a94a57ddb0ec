import { once } from 'node:events'
import http from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import {
  generated,
  noLimits,
  type NodeStandIn,
  type StandInOptions,
  startNodeStandIn,
} from '../../../testkit/nodelink/index.ts'
import { FailureError } from '../../../src/contract/index.ts'
import { createOutbound } from '../outbound/index.ts'
import { createNodeClient, type NodeClient, type PcmAsking, probeNode } from './client.ts'
import { detectNode } from './detect.ts'
import { createGovernor } from './governor.ts'

const closers: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const asking: PcmAsking = { urgency: 'playback', signal: new AbortController().signal, isEndless: false }

async function connect(
  options: StandInOptions = {},
  password?: string,
): Promise<{ readonly node: NodeStandIn; readonly client: NodeClient }> {
  const node = await startNodeStandIn(options)
  closers.push(() => node.close())
  return { node, client: clientOf(node.address, password ?? node.password) }
}

function clientOf(baseUrl: string, password: string): NodeClient {
  const outbound = createOutbound({ trustsHost: (host) => host === '127.0.0.1' })
  const governor = createGovernor({
    now: () => Date.now(),
    after(delayMs, callback) {
      const timer = setTimeout(callback, delayMs)
      return () => clearTimeout(timer)
    },
  })
  closers.push(
    () => outbound.close(),
    () => governor.close(),
  )
  return createNodeClient({ address: { baseUrl, password }, outbound, governor })
}

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'fine'
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : String(error)
  }
}

describe('finding out what a node is', () => {
  it('single mode, everything on', async () => {
    const { node, client } = await connect({ mode: 'single' })
    const report = await detectNode(client, asking, () => performance.now())
    expect(report).toMatchObject({ mode: 'single', direct: 'yes', pcm: 'yes', advice: [] })
    expect(report.sources).toContain('youtube')
    expect(report.version).not.toBe('')
    expect(node.requests).toHaveLength(5)
  })

  it('as it is delivered: a cluster, with the stream endpoints off', async () => {
    const behaviour = { hasLoadStream: false, hasTrackStream: false }
    const { client } = await connect({ mode: 'cluster', behaviour })
    expect(await detectNode(client, asking, () => performance.now())).toMatchObject({
      mode: 'cluster',
      direct: 'disabled',
      pcm: 'disabled',
      advice: ['enable-pcm', 'enable-direct', 'leave-cluster'],
    })
  })

  it('a cluster with the endpoints on hands out decoded sound alone', async () => {
    const { client } = await connect({ mode: 'cluster' })
    expect(await detectNode(client, asking, () => performance.now())).toMatchObject({
      direct: 'cluster',
      pcm: 'yes',
      advice: ['leave-cluster'],
    })
  })

  it('a wrong password, a closed door and something else at the address are told apart', async () => {
    const { client } = await connect({}, 'wrong')
    expect(await codeOf(detectNode(client, asking, () => 0))).toBe('node-unauthorized')
    const gone = await connect()
    gone.node.kill()
    expect(await codeOf(detectNode(gone.client, asking, () => 0))).toBe('node-unreachable')
    const other = await connect()
    other.node.faults.add('*', { kind: 'status', status: 404, body: 'nginx' })
    expect(await codeOf(detectNode(other.client, asking, () => 0))).toBe('node-not-nodelink')
    const page = await connect()
    page.node.faults.add('/v4/info', { kind: 'body', body: '<html>', contentType: 'text/html' })
    expect(await codeOf(detectNode(page.client, asking, () => 0))).toBe('node-answer-unreadable')
  })
})

it('what a node says of its own count is known, that it keeps none as well, and what stands in front of it says neither', async () => {
  const outbound = createOutbound({ trustsHost: (host) => host === '127.0.0.1' })
  const door = http.createServer((_request, response) => response.end('a proxy')).listen(0, '127.0.0.1')
  closers.push(
    () => outbound.close(),
    () => void door.close(),
  )
  await once(door, 'listening')
  const answerOf = (baseUrl: string) => probeNode({ baseUrl, password: 'p' }, outbound, asking.signal)
  const { node: stock } = await connect()
  const { node: free } = await connect({ limits: noLimits })
  const address = door.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  expect(await answerOf(stock.address)).toMatchObject({ kind: 'fine', count: { limit: 100, left: 99 } })
  expect(await answerOf(free.address)).toStrictEqual({ kind: 'fine', count: null })
  expect(await answerOf(`http://127.0.0.1:${address.port}`)).toStrictEqual({ kind: 'fine', count: undefined })
})

describe('looking for music', () => {
  it.each(['single', 'cluster'] as const)('finds tracks by a search and by a link (%s)', async (mode) => {
    const { node, client } = await connect({ mode })
    const track = node.addTrack({
      title: 'Nachtzug 海',
      author: 'Späte Fähre',
      isrc: 'DEA012300001',
      sound: generated(3000),
    })
    const found = await client.load('ytsearch:nachtzug', asking)
    expect(found).toMatchObject({
      kind: 'search',
      tracks: [{ encoded: track.encoded, info: { title: 'Nachtzug 海' } }],
    })
    const uri = track.info.uri ?? ''
    expect(await client.load(uri, asking)).toMatchObject({ kind: 'track', track: { info: { isrc: 'DEA012300001' } } })
    expect(await client.load('ytsearch:nothing like it', asking)).toEqual({ kind: 'empty' })
    expect(await client.decode(track.encoded, asking)).toMatchObject({ info: { author: 'Späte Fähre' } })
  })

  it.each(['playlist', 'album', 'artist'] as const)('takes a list of the kind %s for a list', async (loadType) => {
    const { node, client } = await connect()
    const tracks = ['One', 'Two'].map((title) => node.addTrack({ title, sound: generated(1000) }))
    node.addList({ uri: 'https://music.example/list', name: 'A list', tracks, loadType })
    expect(await client.load('https://music.example/list', asking)).toMatchObject({
      kind: 'playlist',
      name: 'A list',
      tracks: [{ info: { title: 'One' } }, { info: { title: 'Two' } }],
    })
  })

  it.each(['single', 'cluster'] as const)('says so when the node does not have a source (%s)', async (mode) => {
    const { client } = await connect({ mode })
    expect(await codeOf(client.load('dzisrc:DEA012300001', asking))).toBe('node-source-missing')
  })

  it('gives the words of a source that tried and could not', async () => {
    const { client } = await connect()
    expect(await client.load('local:../../etc/passwd', asking)).toMatchObject({ kind: 'error' })
  })
})

describe('ways to sound', () => {
  it('tells where the original lies in single mode, and says why not in a cluster', async () => {
    const { node, client } = await connect({ mode: 'single' })
    const track = node.addTrack({ title: 'One', sound: generated(1000) })
    expect((await client.trackStream(track.encoded, asking)).url).toMatch(/^http/)
    expect(await codeOf(client.trackStream('nonsense', asking))).toBe('node-track-unknown')
    const cluster = await connect({ mode: 'cluster' })
    const same = cluster.node.addTrack({ title: 'One', sound: generated(1000) })
    expect(await codeOf(cluster.client.trackStream(same.encoded, asking))).toBe('node-cluster-only-pcm')
  })

  it('hands out decoded sound, whole', async () => {
    const { node, client } = await connect({ mode: 'cluster' })
    const track = node.addTrack({ title: 'One', sound: generated(1000) })
    const pcm = await client.openPcm(track.encoded, 0, asking)
    let bytes = 0
    for await (const chunk of pcm.chunks) bytes += chunk.length
    expect(bytes).toBe(192_000)
  })

  it('never leaves decoded sound that was asked for: a signal that comes late changes nothing', async () => {
    const { node, client } = await connect({ mode: 'single', behaviour: { firstByteDelayMs: 100 } })
    const track = node.addTrack({ title: 'One', sound: generated(1000) })
    const leaving = new AbortController()
    const opening = client.openPcm(track.encoded, 0, { ...asking, signal: leaving.signal })
    await expect.poll(() => node.counters.of('/v4/loadstream')).toBe(1)
    leaving.abort()
    let bytes = 0
    for await (const chunk of (await opening).chunks) bytes += chunk.length
    expect(bytes).toBe(192_000)
    expect(node.deaths).toBe(0)
  })

  it('does not leave a node that only takes too long: what comes after all is read to its end', async () => {
    const { node, client } = await connect({ mode: 'single', behaviour: { firstByteDelayMs: 300 } })
    const track = node.addTrack({ title: 'One', sound: generated(1000) })
    expect(await codeOf(client.openPcm(track.encoded, 0, { ...asking, patienceMs: 50 }))).toBe('node-silent')
    await expect.poll(() => node.requests.at(-1)?.end).toBe('complete')
    expect(node.requests.at(-1)?.sentBytes).toBe(192_000)
    expect(node.deaths).toBe(0)
  })

  it('tells apart: switched off, nothing to decode, closed without a word, silence', async () => {
    const off = await connect({ behaviour: { hasLoadStream: false, hasTrackStream: false } })
    const unheard = off.node.addTrack({ title: 'One', sound: generated(1000) })
    expect(await codeOf(off.client.openPcm(unheard.encoded, 0, asking))).toBe('node-stream-disabled')
    expect(await codeOf(off.client.trackStream(unheard.encoded, asking))).toBe('node-stream-disabled')
    const { node, client } = await connect()
    const track = node.addTrack({ title: 'One', sound: generated(1000) })
    expect(await codeOf(client.openPcm('nonsense', 0, asking))).toBe('node-track-unknown')
    node.faults.add('/v4/loadstream', { kind: 'reset' }, 1)
    expect(await codeOf(client.openPcm(track.encoded, 0, asking))).toBe('node-unreachable')
    node.faults.add('/v4/loadstream', { kind: 'body', body: '<html>', contentType: 'text/html' }, 1)
    expect(await codeOf(client.openPcm(track.encoded, 0, asking))).toBe('node-track-unplayable')
  })
})

describe('words', () => {
  it('lyrics, with what the node knows of their times', async () => {
    const { node, client } = await connect({ mode: 'single' })
    const lines = [{ text: 'One', time: 1200, duration: 800 }, { text: 'Two', time: 2000 }, { text: 7 }, null]
    const lyrics = { name: 'A song', synced: true, provider: 'somebody', lines }
    const track = node.addTrack({ title: 'One', sound: generated(1000), lyrics })
    expect(await client.lyrics(track.encoded, null, asking)).toEqual({
      kind: 'lyrics',
      name: 'A song',
      provider: 'somebody',
      isSynced: true,
      lines: [
        { text: 'One', timeMs: 1200, durationMs: 800 },
        { text: 'Two', timeMs: 2000, durationMs: null },
      ],
    })
    await client.lyrics(track.encoded, 'de', asking)
    expect(node.requests.at(-1)?.query.get('lang')).toBe('de')
    const without = node.addTrack({ title: 'Two', sound: generated(1000) })
    expect(await client.lyrics(without.encoded, null, asking)).toEqual({ kind: 'empty' })
    const own = node.addTrack({ title: 'Three', sound: generated(1000), source: 'local' })
    expect(await client.lyrics(own.encoded, null, asking)).toMatchObject({ kind: 'error' })
  })

  it('chapters, in their order', async () => {
    const { node, client } = await connect({ mode: 'single' })
    const chapters = [
      { title: 'First', startTime: 0, endTime: 60_000, duration: 60_000, thumbnails: [] },
      { startTime: 3 },
      { title: 'Second', startTime: 60_000 },
    ]
    const track = node.addTrack({ title: 'One', sound: generated(1000), chapters })
    expect(await client.chapters(track.encoded, asking)).toEqual([
      { title: 'First', startMs: 0, endMs: 60_000 },
      { title: 'Second', startMs: 60_000, endMs: null },
    ])
    const elsewhere = node.addTrack({ title: 'Two', sound: generated(1000), source: 'soundcloud' })
    expect(await client.chapters(elsewhere.encoded, asking)).toEqual([])
  })

  it('are not served by a cluster, nor by a node that lacks the routes', async () => {
    const { node, client } = await connect({ mode: 'cluster' })
    const track = node.addTrack({ title: 'One', sound: generated(1000) })
    expect(await client.lyrics(track.encoded, null, asking)).toEqual({ kind: 'not-served' })
    expect(await client.chapters(track.encoded, asking)).toBeNull()
    node.faults.add('*', { kind: 'status', status: 404 })
    expect(await client.lyrics(track.encoded, null, asking)).toEqual({ kind: 'not-served' })
    node.faults.clear()
    node.faults.add('*', { kind: 'body', body: '{"loadType":"lyrics"}', contentType: 'application/json' })
    expect(await codeOf(client.lyrics(track.encoded, null, asking))).toBe('node-answer-unreadable')
  })
})

describe('a proxy in front of it', () => {
  async function behind(status: number, body = 'Forbidden'): Promise<NodeClient> {
    const proxy = http.createServer((_request, response) => void response.writeHead(status).end(body))
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    closers.push(() => void proxy.close())
    const bound = proxy.address()
    return clientOf(`http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}`, 'secret')
  }

  it('that turns the app away is not the node that locks it out: it is asked again', async () => {
    const client = await behind(403)
    expect(await codeOf(client.version(asking))).toBe('node-proxy-refused')
    expect(await codeOf(client.version(asking))).toBe('node-proxy-refused')
    expect(await codeOf(client.hasRoute('loadstream', asking))).toBe('node-proxy-refused')
  })

  it.each([
    [200, 'node-failed'],
    [400, 'node-failed'],
    [404, 'node-not-nodelink'],
    [502, 'node-failed'],
  ])('that answers %i in its place does not tell whether a route is on', async (status, code) => {
    const client = await behind(status, '<html>')
    expect(await codeOf(client.hasRoute('trackstream', asking))).toBe(code)
  })
})

describe('a neighbour', () => {
  it('stops at once when it is locked out, and says for how long', async () => {
    const { node, client } = await connect({ limits: noLimits })
    node.faults.add('*', { kind: 'status', status: 403, body: '{"error":"Forbidden","message":"Forbidden"}' })
    expect(await codeOf(client.version(asking))).toBe('node-locked-out')
    expect(await codeOf(client.version(asking))).toBe('node-locked-out')
    expect(node.requests).toHaveLength(1)
  })

  it('takes half an answer, an answer without end and a packed bomb for what they are', async () => {
    const { node, client } = await connect()
    node.faults.add('/v4/info', { kind: 'cut', afterBytes: 20 }, 1)
    expect(await codeOf(client.info(asking))).toBe('node-unreachable')
    for (const what of ['gzip-bomb', 'huge-header', 'ten-gigabytes'] as const) {
      node.faults.add('/v4/info', { kind: 'hostile', what }, 1)
      expect(await codeOf(client.info(asking))).toBe('node-answer-unreadable')
    }
  })

  it('never sends its password anywhere but to the node', async () => {
    const { node, client } = await connect()
    const other = await startNodeStandIn()
    closers.push(() => other.close())
    node.faults.add('*', { kind: 'status', status: 302, headers: { location: `${other.address}/version` } })
    expect(await codeOf(client.version(asking))).toBe('node-failed')
    expect(other.requests).toHaveLength(0)
  })
})
