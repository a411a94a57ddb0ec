import type { RedisClientOptions } from '@keyv/redis'
import { failure, FailureError } from '../../../src/contract/index.ts'
import type { Log } from '../log/index.ts'
import { createKeyv } from './keyv.ts'
import type { RedisAddress } from './redisAddress.ts'
import type { Shelf } from './shelf.ts'

/** Longest wait for a connection, in ms. */
const connectMs = 2000
/** Longest wait for an answer, in ms: beyond that, asking the source is no slower. */
const answerMs = 500
/** After a silence it is left alone for so long, in ms. */
const restMs = 10_000
/** Between two tries to connect, in ms. */
const shortestRetryMs = 500
const longestRetryMs = 30_000

/** Waits longer from try to try. */
const keepTrying = (attempts: number): number => Math.min(shortestRetryMs * 2 ** attempts, longestRetryMs)

function clientOptions(
  { url }: RedisAddress,
  reconnectStrategy: false | ((attempts: number) => number),
): RedisClientOptions {
  return {
    url,
    // What cannot be sent now is a miss now, and not an answer later.
    disableOfflineQueue: true,
    socket: { connectTimeout: connectMs, reconnectStrategy },
  }
}

/**
 * Entries in a Redis of the person's own, which bounds and evicts them by its own settings. Nobody waits long for it: out of
 * reach it keeps nothing, and it is used again once it is back.
 */
export function openRedisShelf(address: RedisAddress, log: Pick<Log, 'info' | 'warn'>): Shelf {
  let restsUntilMs = 0
  let isReady = (): boolean => false

  async function open() {
    // Most people have no Redis, and its client is large.
    const { default: KeyvRedis, createClient } = await import('@keyv/redis')
    const client = createClient(clientOptions(address, keepTrying))
    const keyv = createKeyv(new KeyvRedis(client, { throwOnConnectError: false }), log)
    isReady = () => client.isReady
    const connected = client.connect().then(() => log.info('the cache is kept in a Redis', { address: address.shown }))
    // It is closed before it was ever there.
    connected.catch(() => undefined)
    return { client, keyv, connected }
  }

  const opening = open()
  type Opened = Awaited<typeof opening>

  async function ready<Result>(work: (opened: Opened) => Promise<Result>): Promise<Result | undefined> {
    const opened = await opening
    await opened.connected
    return opened.client.isReady ? work(opened) : undefined
  }

  /** Does something with it, or answers undefined where that is not possible soon. */
  async function use<Result>(
    work: (opened: Opened) => Promise<Result>,
    longestMs = answerMs,
  ): Promise<Result | undefined> {
    if (performance.now() < restsUntilMs) return undefined
    const silence = Promise.withResolvers<undefined>()
    const timer = setTimeout(() => {
      restsUntilMs = performance.now() + restMs
      silence.resolve(undefined)
    }, longestMs)
    try {
      return await Promise.race([ready(work), silence.promise])
    } catch {
      return undefined
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    kind: 'redis',
    get: (key) => use(({ keyv }) => keyv.get<unknown>(key)),
    async set(key, entry, ttlMs) {
      await use(({ keyv }) => keyv.set(key, entry, ttlMs))
    },
    async clear() {
      await use(({ keyv }) => keyv.clear(), restMs)
    },
    bytes: () => null,
    isReachable: () => isReady() && performance.now() >= restsUntilMs,
    async close() {
      await use(({ client }) => client.close())
      const { client } = await opening
      if (client.isOpen) client.destroy()
    },
  }
}

/** Finds out whether a Redis answers there; throws `cache-redis-refused` or `cache-redis-unreachable`. */
export async function testRedis(address: RedisAddress): Promise<void> {
  const { createClient } = await import('@keyv/redis')
  const client = createClient(clientOptions(address, false))
  // What goes wrong is what `connect` rejects with.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.ping()
  } catch (error) {
    // Redis begins its errors with a word in capitals: https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors
    const isRefused = error instanceof Error && /^(WRONGPASS|NOAUTH|NOPERM|ERR) /.test(error.message)
    throw new FailureError(failure(isRefused ? 'cache-redis-refused' : 'cache-redis-unreachable'), { cause: error })
  } finally {
    if (client.isOpen) client.destroy()
  }
}
