import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ask, json } from './ask.ts'
import { hostilePage } from './hostile.ts'
import { noLimits } from './limits.ts'
import { generated } from './sound/generated.ts'
import { type NodeStandIn, startNodeStandIn } from './start.ts'
import type { NodeTrack } from './types.ts'

let node: NodeStandIn
let track: NodeTrack
let stream: string

beforeAll(async () => {
  node = await startNodeStandIn({ limits: noLimits })
  track = node.addTrack({ title: 'x', sound: generated(2000) })
  stream = `/v4/loadstream?encodedTrack=${encodeURIComponent(track.encoded)}`
})
afterEach(() => node.faults.clear())
afterAll(() => node.close())

const get = (path: string): ReturnType<typeof ask> => ask(node.address, path)

describe('faults on command', () => {
  it('hold an answer back', async () => {
    node.faults.add('/v4/info', { kind: 'delay', delayMs: 80 })
    const began = performance.now()
    expect((await get('/v4/info')).status).toBe(200)
    expect(performance.now() - began).toBeGreaterThanOrEqual(75)
  })

  it('slow a body down', async () => {
    node.faults.add('/v4/loadstream', { kind: 'throttle', bytesPerSecond: 2_000_000 })
    const began = performance.now()
    expect((await get(stream)).body.length).toBe(384_000)
    expect(performance.now() - began).toBeGreaterThan(150)
  })

  it('cut a connection after so many bytes, once', async () => {
    node.faults.add('/v4/loadstream', { kind: 'cut', afterBytes: 50_000 }, 1)
    await expect(get(stream)).rejects.toThrow('aborted')
    await expect.poll(() => node.requests.at(-1)).toMatchObject({ status: 200, sentBytes: 50_000, end: 'aborted' })
    expect(node.isAlive).toBe(true)
    expect((await get(stream)).body.length).toBe(384_000)
  })

  it('hang before the header or in the middle', async () => {
    const patience = (): RequestInit => ({
      headers: { authorization: node.password },
      signal: AbortSignal.timeout(150),
    })
    node.faults.add('/v4/info', { kind: 'hang' }, 1)
    await expect(fetch(`${node.address}/v4/info`, patience())).rejects.toThrow('timeout')
    node.behaviour.canDie = false
    node.faults.add('/v4/loadstream', { kind: 'hang', afterBytes: 3000 }, 1)
    const response = await fetch(node.address + stream, patience())
    expect(response.status).toBe(200)
    await expect(response.arrayBuffer()).rejects.toThrow('timeout')
    expect(node.requests.at(-1)?.sentBytes).toBe(3000)
  })

  it('answer nothing, any status, any body', async () => {
    node.faults.add('/v4/loadstream', { kind: 'empty' }, 1)
    const empty = await get(stream)
    expect([empty.status, empty.body.length]).toEqual([200, 0])
    node.faults.add('/v4/info', { kind: 'status', status: 429, headers: { 'retry-after': '7200' } }, 1)
    expect(await get('/v4/info')).toMatchObject({ status: 429, headers: { 'retry-after': '7200' } })
    node.faults.add('/v4/info', { kind: 'body', body: '{"version":', contentType: 'application/json' }, 1)
    expect((await get('/v4/info')).body.toString()).toBe('{"version":')
    expect(json(await get('/v4/info'))).toHaveProperty('isNodelink')
  })

  it('break the connection; on every route with a star', async () => {
    node.faults.add('*', { kind: 'reset' })
    await expect(get('/version')).rejects.toThrow('ECONNRESET')
    await expect(get(stream)).rejects.toThrow('ECONNRESET')
  })

  it('kill the node under a client that waits, and bring it back at the same address', async () => {
    node.faults.add('/v4/info', { kind: 'hang' })
    const waiting = get('/v4/info').catch((error: unknown) => error)
    await expect.poll(() => node.openSockets).toBeGreaterThan(0)
    await expect.poll(() => node.requests.at(-1)?.path).toBe('/v4/info')
    node.kill()
    expect(await waiting).toMatchObject({ code: 'ECONNRESET' })
    await expect(get('/version')).rejects.toThrow('ECONNREFUSED')
    await node.revive()
    expect((await get('/version')).status).toBe(200)
  })

  it('mean harm: HTML, a header of a megabyte, a body without end', async () => {
    node.faults.add('/v4/info', { kind: 'hostile', what: 'html' }, 1)
    const page = await get('/v4/info')
    expect([page.headers['content-type'], page.body.toString()]).toEqual(['application/json', hostilePage])
    node.faults.add('/v4/info', { kind: 'hostile', what: 'huge-header' }, 1)
    await expect(get('/v4/info')).rejects.toThrow('Header overflow')
    node.faults.add('/v4/info', { kind: 'hostile', what: 'ten-gigabytes' }, 1)
    await expect(ask(node.address, '/v4/info', { leaveAfterBytes: 1_000_000 })).rejects.toThrow('left')
    node.faults.add('/v4/info', { kind: 'hostile', what: 'gzip-bomb' }, 1)
    await expect(ask(node.address, '/v4/info', { leaveAfterBytes: 10_000 })).rejects.toThrow('left')
    expect((await get('/v4/info')).status).toBe(200)
  })
})
