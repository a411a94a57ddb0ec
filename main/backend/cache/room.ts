import path from 'node:path'
import type { CallOutput, Handlers } from '../../../src/contract/index.ts'
import type { Log } from '../log/index.ts'
import type { Secrets } from '../secrets/index.ts'
import { type Cache, createCache } from './cache.ts'
import { openDiskShelf } from './disk.ts'
import { openRedisShelf, testRedis } from './redis.ts'
import { type RedisAddress, readRedisAddress } from './redisAddress.ts'
import type { Shelf } from './shelf.ts'

/** The cache of the app, wherever the person wants it kept. */
export interface CacheRoom extends Cache {
  readonly handlers: Pick<Handlers, 'cache.status' | 'cache.keepInRedis'>
  /** What entries take on this disk, in bytes. */
  diskBytes(): number
  /** Forgets everything, on this disk and in the Redis in use; the bytes that were freed here. */
  clear(): Promise<number>
  close(): Promise<void>
}

/** Under this name the address of the Redis is kept, sealed: it may hold a password. */
const secretName = 'cache/redis'

/** Room on the disk, in bytes: a search takes about 10 kB, a playlist of 1000 tracks some hundred. */
const diskLimitBytes = 128_000_000

/** Opens nothing before it is first asked for. */
export function createCacheRoom(parts: {
  readonly dataFolder: string
  readonly secrets: Secrets
  readonly log: Log
  /** Unix time in ms. */
  readonly now: () => number
  readonly limitBytes?: number
}): CacheRoom {
  const { secrets, log, limitBytes = diskLimitBytes } = parts
  let disk: Shelf | null = null
  let redis: { readonly address: RedisAddress; readonly shelf: Shelf } | null | undefined
  let isClosed = false

  function diskShelf(): Shelf {
    disk ??= openDiskShelf({ folder: path.join(parts.dataFolder, 'cache'), limitBytes, log })
    return disk
  }

  function redisInUse(): typeof redis {
    if (redis === undefined) {
      const kept = secrets.get(secretName)
      redis = kept === null ? null : openRedis(readRedisAddress(kept))
    }
    return redis
  }

  const openRedis = (address: RedisAddress) => ({ address, shelf: openRedisShelf(address, log) })

  const cache = createCache({
    shelf: () => (isClosed ? closedShelf : (redisInUse()?.shelf ?? diskShelf())),
    now: parts.now,
  })

  function status(): CallOutput<'cache.status'> {
    const inUse = redisInUse()
    return {
      ...cache.counters,
      bytes: diskShelf().bytes() ?? 0,
      limitBytes,
      redis: inUse ? { address: inUse.address.shown, isReachable: inUse.shelf.isReachable() } : null,
    }
  }

  async function keepInRedis(text: string | null): Promise<void> {
    const address = text === null ? null : readRedisAddress(text)
    if (address !== null) await testRedis(address)
    const before = redisInUse()
    if (address === null) secrets.remove(secretName)
    else secrets.set(secretName, address.url)
    redis = address === null ? null : openRedis(address)
    await cache.forgetMemory()
    await before?.shelf.close()
  }

  return {
    define: (definition) => cache.define(definition),
    handlers: {
      'cache.status': () => status(),
      'cache.keepInRedis': async ({ address }) => {
        await keepInRedis(address)
        return status()
      },
    },
    diskBytes: () => diskShelf().bytes() ?? 0,
    async clear() {
      const before = diskShelf().bytes() ?? 0
      await cache.forgetMemory()
      await Promise.all([diskShelf().clear(), redisInUse()?.shelf.clear()])
      // What was read meanwhile of what was not removed yet.
      await cache.forgetMemory()
      return Math.max(0, before - (diskShelf().bytes() ?? 0))
    },
    async close() {
      isClosed = true
      await cache.forgetMemory()
      await Promise.all([disk?.close(), redis?.shelf.close()])
    },
  }
}

/** What is asked for while the app is being closed. */
const closedShelf: Shelf = {
  kind: 'disk',
  get: async () => undefined,
  set: async () => undefined,
  clear: async () => undefined,
  bytes: () => 0,
  isReachable: () => false,
  close: async () => undefined,
}
