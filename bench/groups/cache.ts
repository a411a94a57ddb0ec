import { monitorEventLoopDelay } from 'node:perf_hooks'
import path from 'node:path'
import KeyvRedis, { createClient } from '@keyv/redis'
import { z } from 'zod'
import { createCache, openDiskShelf } from '../../main/backend/cache/index.ts'
import { silentLog } from '../../main/backend/index.ts'
import { startRedis } from '../../testkit/redis/index.ts'
import type { Bench, Group } from '../group.ts'
import { alone, beside, largest, limited, median, p95, type Figure } from '../report/index.ts'

/** As many values as a person's searches of a few days. */
const valueCount = 2000
const readsOfEach = 5
const writeCount = 20_000
/** Put at once, as a page of a playlist is. */
const batch = 100
/** A hit has to be so many times as fast as a Redis on loopback. */
const storedTimes = 4
const memoryTimes = 20
const writesWanted = 20_000
const longestBlockMs = 10

const songSchema = z.object({ id: z.string(), title: z.string(), artists: z.array(z.string()), durationMs: z.number() })
const schema = z.object({ query: z.string(), songs: z.array(songSchema) })
type Answer = z.infer<typeof schema>

/** Hits in the cache beside GET and parse of the same values from a Redis on loopback, and how fast it takes entries in. */
export const cache: Group = { name: 'cache', run }

/** About 2 kB as JSON: what a search answers. */
function answerOf(number: number): Answer {
  const songs = Array.from({ length: 14 }, (_, place) => ({
    id: `${number}-${place}-4uLU6hMCjMI75M1A2tKUQC`,
    title: `A song about number ${number * 7919 + place}`,
    artists: ['Paper Boats', `Band ${place}`],
    durationMs: 180_000 + place,
  }))
  return { query: `query ${number}`, songs }
}

async function run(bench: Bench): Promise<readonly Figure[]> {
  const redis = await startRedis()
  const client = createClient({ url: redis.url })
  const values = Array.from({ length: valueCount }, (_, number) => answerOf(number))
  const folder = path.join(bench.folder, 'cache')
  const limitBytes = 256_000_000
  try {
    const openedFrom = performance.now()
    let shelf = openDiskShelf({ folder, limitBytes, log: silentLog })
    const openingMs = performance.now() - openedFrom
    const kept = createCache({ shelf: () => shelf, now: Date.now })
    const answers = kept.define({ name: 'search', version: 1, schema })

    await client.connect()
    for (const [number, value] of values.entries()) {
      await client.set(`k${number}`, JSON.stringify(value))
      await shelf.set(`k${number}`, value, 86_400_000)
      answers.put(`k${number}`, value)
    }
    await kept.forgetMemory()
    await shelf.close()
    const openedAgainFrom = performance.now()
    shelf = openDiskShelf({ folder, limitBytes, log: silentLog })
    const openingAgainMs = performance.now() - openedAgainFrom

    const throughAdapter = new KeyvRedis<string>(redis.url)
    const times = { redis: [], keyvRedis: [], keyv: [], typed: [], memory: [] } satisfies Record<string, number[]>
    const filled: Record<keyof typeof times, number[]> = times
    const missing = (): never => {
      throw new Error('It is there')
    }
    for (let round = -1; round < bench.runs(readsOfEach); round += 1) {
      bench.tell(`cache: reads, round ${round}`)
      await kept.forgetMemory()
      // One after the other, so that each has the processor's caches to itself as it would have alone.
      const took = {
        redis: await timeAll(async (key) => JSON.parse((await client.get(key)) ?? '')),
        keyvRedis: await timeAll((key) => throughAdapter.get(key)),
        keyv: await timeAll((key) => shelf.get(key)),
        typed: await timeAll((key) => answers.load(key, missing)),
        memory: await timeAll((key) => answers.load(key, missing)),
      }
      if (round < 0) continue
      filled.redis.push(...took.redis)
      filled.keyvRedis.push(...took.keyvRedis)
      filled.keyv.push(...took.keyv)
      filled.typed.push(...took.typed)
      filled.memory.push(...took.memory)
    }
    await throughAdapter.disconnect()

    bench.tell('cache: hits after a pause')
    const afterPause: number[] = []
    for (let number = 0; number < bench.runs(40); number += 1) {
      await new Promise((resolve) => setTimeout(resolve, 30))
      afterPause.push(await timeUs(() => shelf.get(`k${number * 7}`)))
    }

    bench.tell('cache: writes')
    const blocks = monitorEventLoopDelay({ resolution: 1 })
    blocks.enable()
    await new Promise((resolve) => setTimeout(resolve, 5))
    blocks.reset()
    const writes = bench.runs(3) === 3 ? writeCount : writeCount / 10
    const writeFrom = performance.now()
    for (let from = 0; from < writes; from += batch)
      await Promise.all(
        Array.from({ length: batch }, (_, at) => shelf.set(`w${from + at}`, values[at % valueCount], 86_400_000)),
      )
    const writesPerSecond = writes / ((performance.now() - writeFrom) / 1000)
    await new Promise((resolve) => setTimeout(resolve, 5))
    const writingBlockMs = blocks.max / 1e6

    bench.tell('cache: eviction and clearing')
    await shelf.close()
    shelf = openDiskShelf({ folder, limitBytes: 10_000_000, log: silentLog })
    // What opening takes is a figure of its own.
    await new Promise((resolve) => setTimeout(resolve, 5))
    blocks.reset()
    const evictFrom = performance.now()
    await shelf.set('one more', values[0], 86_400_000)
    await shelf.clear()
    const clearMs = performance.now() - evictFrom
    await new Promise((resolve) => setTimeout(resolve, 5))
    blocks.disable()
    await shelf.close()

    const redisUs = median(filled.redis)
    const unit = 'µs'
    const peer = { what: 'Redis, GET and parse, median', value: redisUs }
    return [
      beside(
        { id: 'cache.keyv', what: 'a hit through keyv and SQLite, 2 kB, median', unit },
        median(filled.keyv),
        peer,
      ),
      limited(
        { id: 'cache.keyv.share', what: 'the share of the Redis’s time', unit: '×' },
        median(filled.keyv) / redisUs,
        1 / storedTimes,
      ),
      beside({ id: 'cache.memory', what: 'a hit in memory, median', unit }, median(filled.memory), peer),
      limited(
        { id: 'cache.memory.share', what: 'the share of the Redis’s time', unit: '×' },
        median(filled.memory) / redisUs,
        1 / memoryTimes,
      ),
      beside(
        { id: 'cache.typed', what: 'a hit through keyv, checked by its schema, median', unit },
        median(filled.typed),
        peer,
      ),
      beside(
        { id: 'cache.redis.keyv', what: 'a hit through @keyv/redis, not parsed, median', unit },
        median(filled.keyvRedis),
        peer,
      ),
      beside({ id: 'cache.keyv.p95', what: 'a hit through keyv and SQLite, p95', unit }, p95(filled.keyv), {
        what: 'Redis, GET and parse, p95',
        value: p95(filled.redis),
      }),
      alone(
        { id: 'cache.keyv.pause', what: 'a hit through keyv and SQLite after a pause of 30 ms, median', unit },
        median(afterPause),
      ),
      limited(
        { id: 'cache.write', what: `time of ${writesWanted} writes of 2 kB, ${batch} put at a time`, unit: 'ms' },
        (writesWanted / writesPerSecond) * 1000,
        1000,
      ),
      alone({ id: 'cache.write.rate', what: 'that is', unit: 'writes/s' }, writesPerSecond),
      limited(
        { id: 'cache.block', what: 'longest block of the thread while evicting and clearing 50 MB', unit: 'ms' },
        blocks.max / 1e6,
        longestBlockMs,
      ),
      alone({ id: 'cache.block.write', what: 'longest block of the thread meanwhile', unit: 'ms' }, writingBlockMs),
      alone(
        { id: 'cache.clear', what: 'evicting and clearing 50 MB, and giving it back to the disk', unit: 'ms' },
        clearMs,
      ),
      alone(
        { id: 'cache.open', what: 'opening it, the larger of new and filled', unit: 'ms' },
        largest([openingMs, openingAgainMs]),
      ),
    ]
  } finally {
    client.destroy()
    await redis.stop()
  }
}

/** Asks for each value once; the times in µs. */
async function timeAll(ask: (key: string) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = []
  for (let number = 0; number < valueCount; number += 1) times.push(await timeUs(() => ask(`k${number}`)))
  return times
}

async function timeUs(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return (performance.now() - from) * 1000
}
