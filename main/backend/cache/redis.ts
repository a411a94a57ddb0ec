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

const options = (address: RedisAddress, reconnectStrategy: RedisReconnect): RedisClientOptions => ({
  url: address.url,
  // What cannot be sent now is a miss now, and not an answer later.
  disableOfflineQueue: true,
  socket: { connectTimeout: connectMs, reconnectStrategy },
})

type RedisReconnect = false | ((attempts: number) => number)

/**
 * Entries in a Redis of the person's own. It bounds and evicts by its own settings. Nobody waits long for it: out of reach it
 * keeps nothing, and it is used again once it is back.
 */
export function openRedisShelf(address: RedisAddress, log: Pick<Log, 'info' | 'warn'>): Shelf {
  let restsUntilMs = 0
  let isReachable = (): boolean => false

  async function open() {
    const { default: KeyvRedis, createClient } = await import('@keyv/redis')
    const client = createClient(options(address, (attempts) => Math.min(500 * 2 ** Math.min(attempts, 6), 30_000)))
    isReachable = () => client.isReady && performance.now() >= restsUntilMs
    // Keyv listens for errors, and says so once.
    const keyv = createKeyv(new KeyvRedis(client, { throwOnConnectError: false }), log)
    await client.connect()
    log.info('the cache is kept in a Redis', { address: address.shown })
    return { client, keyv }
  }

  const opening = open()
  opening.catch((error: unknown) => {
    log.warn('the Redis of the cache cannot be used', { error: error instanceof Error ? error : undefined })
  })

  /** Does something with it, or answers undefined where that is not possible soon. */
  async function use<Result>(
    work: (opened: Awaited<typeof opening>) => Promise<Result>,
    longestMs = answerMs,
  ): Promise<Result | undefined> {
    if (performance.now() < restsUntilMs) return undefined
    const silence = Promise.withResolvers<'silent'>()
    const timer = setTimeout(() => silence.resolve('silent'), longestMs)
    try {
      const answer = await Promise.race([
        opening.then(async (opened) => (opened.client.isReady ? work(opened) : undefined)),
        silence.promise,
      ])
      if (answer !== 'silent') return answer
      restsUntilMs = performance.now() + restMs
      return undefined
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
    async delete(key) {
      await use(({ keyv }) => keyv.delete(key))
    },
    async clear() {
      await use(({ keyv }) => keyv.clear(), restMs)
    },
    bytes: () => null,
    isReachable: () => isReachable(),
    async close() {
      await use(async ({ client }) => client.close())
    },
  }
}

/** Finds out whether a Redis answers there; throws `cache-redis-refused` or `cache-redis-unreachable`. */
export async function testRedis(address: RedisAddress): Promise<void> {
  const { createClient } = await import('@keyv/redis')
  const client = createClient(options(address, false))
  // What goes wrong is what `connect` rejects with.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.ping()
  } catch (error) {
    // Redis begins its errors with a word in capitals: WRONGPASS, NOAUTH, NOPERM, ERR.
    const isRefused = error instanceof Error && /^(WRONGPASS|NOAUTH|NOPERM|ERR) /.test(error.message)
    throw new FailureError(failure(isRefused ? 'cache-redis-refused' : 'cache-redis-unreachable'), { cause: error })
  } finally {
    client.destroy()
  }
}
