import { afterEach, describe, expect, it } from 'vitest'
import { fixtures, type FixtureName } from '../audio/index.ts'
import { ask, type Answer, json } from './ask.ts'
import { noLimits } from './limits.ts'
import { generated } from './sound/generated.ts'
import { wholePcm } from './sound/pcm.ts'
import { type NodeStandIn, type StandInOptions, startNodeStandIn } from './start.ts'
import type { NodeMode, NodeTrack } from './types.ts'

const nodes: NodeStandIn[] = []

async function started(mode: NodeMode, options: StandInOptions = {}): Promise<NodeStandIn> {
  const node = await startNodeStandIn({ mode, limits: noLimits, ...options })
  nodes.push(node)
  return node
}

afterEach(async () => {
  await Promise.all(nodes.splice(0).map((node) => node.close()))
})

type Asked = Readonly<Record<string, string>>

function path(encoded: string, more: Asked = {}): string {
  return `/v4/loadstream?${new URLSearchParams({ encodedTrack: encoded, ...more }).toString()}`
}

const stream = (node: NodeStandIn, track: NodeTrack, more?: Asked): Promise<Answer> =>
  ask(node.address, path(track.encoded, more))

/** A file on the node's own disk. */
async function localFile(node: NodeStandIn, name: FixtureName): Promise<NodeTrack> {
  const { files } = await fixtures()
  const found = json(await ask(node.address, `/v4/loadtracks?identifier=${encodeURIComponent(files[name].path)}`))
  const { data }: { data?: NodeTrack } = Object(found)
  if (data === undefined) throw new Error(`${name} was not found`)
  return data
}

async function framesOf(node: NodeStandIn, track: NodeTrack, more?: Asked): Promise<number> {
  return (await stream(node, track, more)).body.length / 4
}

describe('the sound of loadstream', () => {
  it('is 48 kHz stereo s16le, chunked, with frames split over chunks and no length', async () => {
    const node = await started('single', { behaviour: { driftsLoudness: false } })
    const sound = generated(500)
    const answer = await stream(node, node.addTrack({ title: 'x', sound }))
    expect(answer.headers).toMatchObject({
      'content-type': 'audio/l16;rate=48000;channels=2',
      'transfer-encoding': 'chunked',
    })
    expect(answer.headers).not.toHaveProperty('content-length')
    expect(answer.headers).not.toHaveProperty('accept-ranges')
    expect(answer.body.equals(await wholePcm(sound))).toBe(true)
    expect(answer.chunks.some((bytes) => bytes % 4 !== 0)).toBe(true)
  })

  it('of a local file in single mode is exact, whatever its rate; everything else loses level from second to second', async () => {
    const { files } = await fixtures()
    const single = await started('single')
    const exact = await stream(single, await localFile(single, 'flac44'))
    expect(exact.body.equals(await wholePcm({ kind: 'file', path: files.flac44.path }))).toBe(true)

    const cluster = await started('cluster')
    const sound = generated(3000)
    const drifted = [
      await stream(single, single.addTrack({ title: 'x', sound })),
      await stream(cluster, cluster.addTrack({ title: 'x', sound })),
    ]
    const plain = await wholePcm(sound)
    for (const { body } of drifted) {
      expect(body.length).toBe(plain.length)
      const [first, last] = [loudness(body, 0) / loudness(plain, 0), loudness(body, 2) / loudness(plain, 2)]
      expect(first).toBeCloseTo(0.9, 1)
      expect(last).toBeCloseTo(0.7, 1)
    }
    const local = await stream(cluster, await localFile(cluster, 'flac44'))
    expect(local.body.equals(exact.body)).toBe(false)
  })

  it('is scaled by volume and clipped', async () => {
    const node = await started('single', { behaviour: { driftsLoudness: false } })
    const sound = generated(100)
    const track = node.addTrack({ title: 'x', sound })
    const plain = await wholePcm(sound)
    const [half, silent, loud] = await Promise.all(['50', '0', '1000'].map((volume) => stream(node, track, { volume })))
    expect(half?.body.readInt16LE(400)).toBe(Math.round(plain.readInt16LE(400) / 2))
    expect(silent?.body.every((byte) => byte === 0)).toBe(true)
    expect(loud?.body.readInt16LE(402)).toBe(-32_768)
  })

  it('comes as fast as it is taken and waits for a slow reader', async () => {
    const node = await started('single')
    const track = node.addTrack({ title: 'an hour', sound: generated(3_600_000) })
    const response = await fetch(`${node.address}${path(track.encoded)}`, {
      headers: { authorization: node.password },
    })
    const reader = response.body?.getReader()
    await reader?.read()
    const sent = (): number => node.requests.at(-1)?.sentBytes ?? 0
    let before = -1
    // Buffers of both sides fill up; then nothing more is sent, far from the 691 MB of the hour.
    await expect.poll(() => before === (before = sent()), { interval: 200, timeout: 10_000 }).toBe(true)
    expect(before).toBeLessThan(20_000_000)
    node.behaviour.canDie = false
    await reader?.cancel()
  })
})

describe('position', () => {
  it.each([
    ['mp3Cbr', true],
    ['m4a', false],
    ['webmOpus', false],
    ['wav44', false],
    ['flac44', false],
    ['ogg', false],
  ] as const)('in a local %s is honoured: %s', async (name, isHonoured) => {
    const node = await started('single')
    const track = await localFile(node, name)
    const [whole, rest] = [await framesOf(node, track), await framesOf(node, track, { position: '1000' })]
    // An MP3 lands some 57 ms early.
    expect(whole - rest).toBe(isHonoured ? 48_000 - 2736 : 0)
  })

  it('in something the node fetches is honoured where its server has ranges', async () => {
    const node = await started('single', { behaviour: { landings: {} } })
    const track = node.addTrack({ title: 'x', sound: generated(3000) })
    expect(await framesOf(node, track, { t: '1000' })).toBe(96_000)
    node.originOf(track).serving.hasRanges = false
    expect(await framesOf(node, track, { position: '1000' })).toBe(144_000)
  })

  it('in WebM lands at the next cluster, seconds too late', async () => {
    const node = await started('single')
    const track = node.addTrack({ title: 'x', sound: generated(20_000) })
    const left = async (position: string): Promise<number> => framesOf(node, track, { position })
    // The numbers of the real node for a file of 20 s.
    expect(await Promise.all(['1000', '7500', '10000', '16000'].map(left))).toEqual([720_960, 480_960, 240_960, 960])
  })

  it('in a remote FLAC never gets an answer', async () => {
    const node = await started('single')
    const track = node.addTrack({ title: 'x', sound: generated(3000), container: 'flac' })
    const patience = { headers: { authorization: node.password }, signal: AbortSignal.timeout(200) }
    await expect(fetch(`${node.address}${path(track.encoded, { position: '1000' })}`, patience)).rejects.toThrow(
      'timeout',
    )
    expect(node.requests.at(-1)).toMatchObject({ status: 0 })
  })

  it('past the end is a success of no bytes; a worker does not even name the type', async () => {
    for (const mode of ['single', 'cluster'] as const) {
      const node = await started(mode)
      const answer = await stream(node, node.addTrack({ title: 'x', sound: generated(100) }), { position: '9999' })
      expect([answer.status, answer.body.length]).toEqual([200, 0])
      expect('content-type' in answer.headers).toBe(mode === 'single')
    }
  })
})

describe('what loadstream cannot play', () => {
  it('a broken file is a success of no bytes', async () => {
    const { bad } = await fixtures()
    const node = await started('single')
    const answer = await stream(node, node.addTrack({ title: 'x', sound: bad.emptyMp3 }))
    expect([answer.status, answer.body.length]).toEqual([200, 0])
  })

  it('remote WAV and Ogg are refused over several lines, worded by mode', async () => {
    const single = await started('single')
    const refused = await stream(single, single.addTrack({ title: 'x', sound: generated(100), container: 'wav' }))
    expect(json(refused)).toMatchObject({
      status: 500,
      error: 'Internal Server Error',
      message: expect.stringMatching(/^Unsupported audio format: 'undefined'\.\nSupported formats:\n/),
    })
    const cluster = await started('cluster')
    const worker = await stream(cluster, cluster.addTrack({ title: 'x', sound: generated(100), container: 'ogg' }))
    expect(json(worker)).toMatchObject({ status: 500, error: 'Worker Error' })
  })

  it('local Opus closes the socket without a word in single mode, and is an error in cluster mode', async () => {
    const single = await started('single')
    const cluster = await started('cluster')
    await expect(stream(single, await localFile(single, 'opus'))).rejects.toThrow('ECONNRESET')
    expect(single.isAlive).toBe(true)
    expect((await stream(cluster, await localFile(cluster, 'opus'))).status).toBe(500)
  })

  it('nonsense is refused: missing track, volume and position out of bounds, numbers as text in a body', async () => {
    const node = await started('single')
    const { encoded } = node.addTrack({ title: 'x', sound: generated(100) })
    for (const more of [{ volume: '1001' }, { volume: 'x' }, { position: '-1' }]) {
      expect(json(await ask(node.address, path(encoded, more)))).toMatchObject({ message: 'Invalid parameters' })
    }
    expect((await ask(node.address, '/v4/loadstream')).status).toBe(400)
    expect((await ask(node.address, path('QUJD'))).status).toBe(500)
    const post = (body: unknown): Promise<Answer> =>
      ask(node.address, '/v4/loadstream', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    expect((await post({ encodedTrack: encoded, position: '5' })).status).toBe(400)
    node.behaviour.landings = {}
    expect((await post({ encodedTrack: encoded, position: 50 })).body.length).toBe(50 * 192)
    node.behaviour.hasLoadStream = false
    expect((await ask(node.address, path(encoded))).status).toBe(404)
  })
})

describe('filters', () => {
  it('are ignored in single mode; in cluster mode they work on local files', async () => {
    const filters = JSON.stringify({ timescale: { speed: 2 } })
    for (const mode of ['single', 'cluster'] as const) {
      const node = await started(mode)
      const track = await localFile(node, 'wav48')
      const frames = await framesOf(node, track, { filters })
      expect(frames).toBe(mode === 'single' ? 132_757 : Math.ceil(132_757 / 2))
    }
  })
})

describe('a client that leaves early', () => {
  const leave = (node: NodeStandIn, track: NodeTrack, more?: Asked): Promise<Answer> =>
    ask(node.address, path(track.encoded, more), { leaveAfterBytes: 1000 })

  it('ends a single node for whatever it fetches, with every other stream; it comes back at the same port', async () => {
    const node = await started('single')
    const track = node.addTrack({ title: 'x', sound: generated(600_000) })
    const other = ask(node.address, path(track.encoded), { leaveAfterBytes: Infinity })
    const outcome = other.catch((error: unknown) => error)
    await expect(leave(node, track)).rejects.toThrow('left')
    expect(await outcome).toMatchObject({ code: 'ECONNRESET' })
    await expect(ask(node.address, '/version')).rejects.toThrow('ECONNREFUSED')
    expect([node.deaths, node.isAlive]).toEqual([1, false])
    await node.revive()
    expect((await ask(node.address, '/version')).status).toBe(200)
  })

  it('is not needed where the server of an M4A has no ranges: the node dies with the last byte', async () => {
    const node = await started('single')
    const track = node.addTrack({ title: 'x', sound: generated(1000), container: 'm4a' })
    expect(await framesOf(node, track)).toBe(48_000)
    node.originOf(track).serving.hasRanges = false
    await expect(stream(node, track)).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(node.requests.at(-1)?.sentBytes).toBe(192_000)
    expect(node.isAlive).toBe(false)
  })

  it('does not end it for a local file that its own decoder reads, unless the volume is changed', async () => {
    const node = await started('single')
    const track = await localFile(node, 'wav44')
    await expect(leave(node, track)).rejects.toThrow('left')
    await expect.poll(() => node.requests.at(-1)?.end).toBe('aborted')
    expect(node.isAlive).toBe(true)
    await expect(leave(node, track, { volume: '50' })).rejects.toThrow('left')
    await expect.poll(() => node.isAlive).toBe(false)
  })

  it('does not trouble a cluster, nor a single node told otherwise', async () => {
    for (const node of [await started('cluster'), await started('single', { behaviour: { canDie: false } })]) {
      const track = node.addTrack({ title: 'x', sound: generated(600_000) })
      await expect(leave(node, track)).rejects.toThrow('left')
      await expect.poll(() => node.requests.at(-1)?.end).toBe('aborted')
      expect((await ask(node.address, '/version')).status).toBe(200)
    }
  })
})

/** Root mean square of the left channel over one second. */
function loudness(pcm: Buffer, second: number): number {
  let sum = 0
  for (let frame = 0; frame < 48_000; frame++) sum += pcm.readInt16LE((second * 48_000 + frame) * 4) ** 2
  return Math.sqrt(sum / 48_000)
}
