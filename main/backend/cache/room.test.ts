import { createServer } from 'node:net'
import { once } from 'node:events'
import path from 'node:path'
import fs from 'node:fs'
import KeyvRedis from '@keyv/redis'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { hasRedis, type RedisServer, startRedis } from '../../../testkit/redis/index.ts'
import { silentLog } from '../log/index.ts'
import type { Secrets } from '../secrets/index.ts'
import { temporaryFolder } from '../store/testing/index.ts'
import { readRedisAddress } from './redisAddress.ts'
import { type CacheRoom, createCacheRoom } from './room.ts'

const context = { clientId: 'a', signal: new AbortController().signal }
const definition = { name: 'song', version: 1, schema: z.string() }
const rooms: CacheRoom[] = []
let dataFolder: string
let kept: Map<string, string>

beforeEach(() => {
  dataFolder = temporaryFolder()
  kept = new Map()
})

afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.close()))
  fs.rmSync(dataFolder, { recursive: true, force: true })
})

/** The cache of a fresh start of the app. */
function start(): CacheRoom {
  const secrets: Secrets = {
    get: (name) => kept.get(name) ?? null,
    has: (name) => kept.has(name),
    set: (name, secret) => void kept.set(name, secret),
    remove: (name) => void kept.delete(name),
  }
  const room = createCacheRoom({ dataFolder, secrets, log: silentLog, now: () => Date.now() })
  rooms.push(room)
  return room
}

const ask = (room: CacheRoom, value: string) => room.define(definition).load('a', async () => value)
const keepIn = async (room: CacheRoom, address: string | null) =>
  room.handlers['cache.keepInRedis']({ address }, context)
const status = async (room: CacheRoom) => room.handlers['cache.status'](null, context)

test('nothing is opened before it is asked for; entries outlive the app, are counted, and can be cleared', async () => {
  const first = start()
  expect(fs.existsSync(path.join(dataFolder, 'cache'))).toBe(false)
  await ask(first, 'one')
  await first.close()
  const second = start()
  const songs = second.define(definition)
  const twice = [await songs.load('a', async () => 'two'), await songs.load('a', async () => 'two')]
  expect(twice.map(({ value }) => value)).toEqual(['one', 'one'])
  expect(await status(second)).toMatchObject({ memoryHits: 1, storedHits: 1, staleHits: 0, misses: 0, redis: null })
  expect(second.diskBytes()).toBeGreaterThan(0)
  await second.clear()
  expect((await ask(second, 'two')).value).toBe('two')
})

test.each([
  '',
  'localhost',
  'http://localhost',
  'redis://',
  'redis://host?x=1',
  'redis:///tmp/socket',
  'redis://host/melofy',
  'redis://:50%off@host',
])('%j is no address of a Redis', (text) => expect(() => readRedisAddress(text)).toThrow('cache-redis-address'))

test('what is read while everything is being removed is not remembered after it', async () => {
  const room = start()
  const songs = room.define(definition)
  await songs.load('a', async () => 'old')
  await room.close()
  const later = start()
  const again = later.define(definition)
  const clearing = later.clear()
  const read = again.peek('a')
  await Promise.all([clearing, read])
  expect(await again.peek('a')).toBeUndefined()
})

test('a Redis that is not there is not taken', async () => {
  const room = start()
  const closed = createServer().listen(0, '127.0.0.1')
  await once(closed, 'listening')
  const address = closed.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  closed.close()
  await expect(keepIn(room, `redis://127.0.0.1:${port}`)).rejects.toThrow('cache-redis-unreachable')
  expect([(await status(room)).redis, kept.size]).toEqual([null, 0])
})

describe.skipIf(!hasRedis())('with a real Redis (redis-server on the PATH)', () => {
  let redis: RedisServer
  beforeAll(async () => {
    redis = await startRedis({ password: 'open sesame' })
  })
  afterAll(() => redis.stop())
  const url = () => `redis://:open%20sesame@127.0.0.1:${redis.port}`

  test('entries go there and outlive the app; what else lies there stays', async () => {
    const room = start()
    await ask(room, 'on this disk')
    const outside = new KeyvRedis<string>(url())
    await outside.set('of somebody else', 'x')
    expect((await keepIn(room, url())).redis).toMatchObject({ address: redis.url })
    expect((await ask(room, 'in redis')).value).toBe('in redis')
    await room.close()
    const later = start()
    expect((await ask(later, 'anew')).value).toBe('in redis')
    expect((await status(later)).redis).toEqual({ address: redis.url, isReachable: true })
    await later.clear()
    expect((await ask(later, 'cleared')).value).toBe('cleared')
    expect(await outside.get('of somebody else')).toBe('x')
    await outside.disconnect()
    expect((await keepIn(later, null)).redis).toBeNull()
    expect([kept.size, (await ask(later, 'again')).value]).toEqual([0, 'again'])
  })

  test('one that does not let us in is not taken, and no answer shows a password', async () => {
    const room = start()
    await expect(keepIn(room, redis.url)).rejects.toThrow('cache-redis-refused')
    await expect(keepIn(room, redis.url.replace('//', '//:wrong@'))).rejects.toThrow('cache-redis-refused')
    expect((await status(room)).redis).toBeNull()
    expect(JSON.stringify(await keepIn(room, url()))).not.toContain('sesame')
  })

  test('one that is silent, gone, or not there yet costs a moment, and is used again once it is back', async () => {
    const other = await startRedis()
    const room = start()
    await keepIn(room, other.url)
    await ask(room, 'kept')
    await vi.waitFor(async () => expect((await status(room)).redis?.isReachable).toBe(true))
    other.pause()
    const songs = room.define(definition)
    expect((await songs.load('b', async () => 'asked')).value).toBe('asked')
    expect((await status(room)).redis?.isReachable).toBe(false)
    await other.stop()
    expect((await songs.load('c', async () => 'asked')).value).toBe('asked')
    await room.close()

    const later = start()
    expect((await later.define(definition).load('a', async () => 'asked')).value).toBe('asked')
    const back = await startRedis({ port: other.port })
    await later.close()
    const again = start()
    expect((await ask(again, 'kept again')).value).toBe('kept again')
    await vi.waitFor(async () => expect((await status(again)).redis?.isReachable).toBe(true))
    await again.close()
    await back.stop()
  })
})
