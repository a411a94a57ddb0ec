import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { failure, FailureError } from '../../../src/contract/index.ts'
import { createCache } from './cache.ts'
import { memoryShelf, outOfReach, testCache } from './testing/index.ts'

const hourMs = 3_600_000
const definition = { name: 'song', version: 1, schema: z.object({ title: z.string() }) }
const song = (title: string) => ({ title })

test('a source is asked once in a day, over restarts too, and again afterwards', async () => {
  const { cache, clock } = testCache()
  const songs = cache.define(definition)
  const ask = vi.fn<() => Promise<{ title: string }>>(async () => song('First'))
  expect(await songs.load('a', ask)).toEqual({ value: song('First'), atMs: 1_000_000, isStale: false })
  clock.now += 23 * hourMs
  expect((await songs.load('a', ask)).value).toEqual(song('First'))
  await cache.forgetMemory()
  expect((await songs.load('a', ask)).value).toEqual(song('First'))
  expect(ask).toHaveBeenCalledTimes(1)
  clock.now += hourMs
  ask.mockResolvedValueOnce(song('Second'))
  expect(await songs.load('a', ask)).toEqual({ value: song('Second'), atMs: clock.now, isStale: false })
  expect(cache.counters).toEqual({ memoryHits: 0, storedHits: 2, staleHits: 0, misses: 2 })
})

test('what was just answered is answered from memory, without the shelf', async () => {
  const { cache, shelf } = testCache()
  const songs = cache.define(definition)
  const first = await songs.load('a', async () => song('First'))
  shelf.entries.clear()
  expect(await songs.load('a', outOfReach)).toBe(first)
  expect(cache.counters.memoryHits).toBe(1)
})

test('that there is none is remembered for an hour', async () => {
  const { cache, clock } = testCache()
  const songs = cache.define(definition)
  const ask = vi.fn<() => Promise<null>>(async () => null)
  await songs.load('a', ask)
  clock.now += hourMs - 1
  expect((await songs.load('a', ask)).value).toBeNull()
  expect(ask).toHaveBeenCalledTimes(1)
  clock.now += 1
  await songs.load('a', ask)
  expect(ask).toHaveBeenCalledTimes(2)
})

test('those who ask at once share one answer; whoever gives up leaves it to the others', async () => {
  const { cache } = testCache()
  const songs = cache.define(definition)
  const answer = Promise.withResolvers<{ title: string }>()
  const signals: AbortSignal[] = []
  const ask = vi.fn<(asked: { signal: AbortSignal }) => Promise<{ title: string }>>(async ({ signal }) => {
    signals.push(signal)
    return answer.promise
  })
  const leaving = new AbortController()
  const [one, two] = [songs.load('a', ask, leaving.signal), songs.load('a', ask)]
  await vi.waitFor(() => expect(ask).toHaveBeenCalled())
  leaving.abort(new Error('left'))
  await expect(one).rejects.toThrow('left')
  expect(signals.map(({ aborted }) => aborted)).toEqual([false])
  answer.resolve(song('Shared'))
  expect((await two).value).toEqual(song('Shared'))
  expect(ask).toHaveBeenCalledTimes(1)
})

test('when nobody waits any more, asking is called off, and whoever comes then asks anew', async () => {
  const { cache } = testCache()
  const songs = cache.define(definition)
  const called = Promise.withResolvers<AbortSignal>()
  const leaving = new AbortController()
  const one = songs.load(
    'a',
    async ({ signal }) => (called.resolve(signal), new Promise(() => undefined)),
    leaving.signal,
  )
  const signal = await called.promise
  leaving.abort()
  await expect(one).rejects.toThrow('aborted')
  expect(signal.aborted).toBe(true)
  expect((await songs.load('a', async () => song('Anew'))).value).toEqual(song('Anew'))
})

test('something past its time is served with its age while the source is out of reach, and for no other reason', async () => {
  const { cache, clock } = testCache()
  const songs = cache.define(definition)
  await songs.load('a', async () => song('Old'))
  clock.now += 30 * hourMs
  expect(await songs.load('a', outOfReach)).toEqual({ value: song('Old'), atMs: 1_000_000, isStale: true })
  await expect(
    songs.load('a', () => {
      throw new FailureError(failure('spotify-not-found'))
    }),
  ).rejects.toThrow('spotify-not-found')
  await expect(songs.load('b', outOfReach)).rejects.toThrow('spotify-unreachable')
  expect(cache.counters).toEqual({ memoryHits: 0, storedHits: 0, staleHits: 1, misses: 3 })
  // Served once does not make it fresh.
  expect((await songs.load('a', async () => song('New'))).value).toEqual(song('New'))
  clock.now += 32 * 24 * hourMs
  await expect(songs.load('a', outOfReach)).rejects.toThrow('spotify-unreachable')
})

test('a source that can say "unchanged" hears what was known', async () => {
  const { cache, clock } = testCache()
  const songs = cache.define(definition)
  await songs.load('a', async () => song('Old'))
  clock.now += 25 * hourMs
  const renewed = await songs.load('a', async ({ previous }) => previous?.value ?? null)
  expect(renewed).toEqual({ value: song('Old'), atMs: clock.now, isStale: false })
})

test('entries of another version, and what does not fit, are misses', async () => {
  const { cache, shelf } = testCache()
  const old = cache.define(definition)
  await old.load('a', async () => song('Old'))
  const next = cache.define({ ...definition, version: 2 })
  expect(await next.peek('a')).toBeUndefined()
  expect((await next.load('a', async () => song('New'))).value).toEqual(song('New'))
  for (const spoilt of ['x', null, 7, { version: 1, at: 1_000_000, length: 2, value: { title: 7 } }]) {
    shelf.entries.set('song:b', spoilt)
    expect(await old.peek('b')).toBeUndefined()
  }
})

test('what the schema does not name is not kept', async () => {
  const { cache, shelf } = testCache()
  const songs = cache.define(definition)
  const answer = { title: 'Song', access_token: 'secret' }
  await songs.load('a', async () => answer)
  expect(JSON.stringify([...shelf.entries])).not.toContain('secret')
})

test('what is cleared does not come back with an answer that was on its way', async () => {
  const { cache, shelf } = testCache()
  const songs = cache.define(definition)
  const answer = Promise.withResolvers<{ title: string }>()
  const asked = songs.load('b', () => answer.promise)
  await vi.waitFor(async () => expect(await songs.peek('b')).toBeUndefined())
  await cache.forgetMemory()
  answer.resolve(song('Late'))
  expect((await asked).value).toEqual(song('Late'))
  expect([await songs.peek('b'), shelf.entries.size]).toEqual([undefined, 0])
})

test('nor with a reading of the shelf that was on its way', async () => {
  const { cache, shelf } = testCache()
  const songs = cache.define(definition)
  await songs.load('a', async () => song('Old'))
  await cache.forgetMemory()
  const reading = songs.peek('a')
  await cache.forgetMemory()
  shelf.entries.clear()
  await reading
  expect(await songs.peek('a')).toBeUndefined()
})

test('what was written while the clock was wrong is not fresh for ever', async () => {
  const { cache, clock } = testCache()
  const songs = cache.define(definition)
  clock.now += 400 * 24 * hourMs
  await songs.load('a', async () => song('Old'))
  await cache.forgetMemory()
  clock.now -= 399 * 24 * hourMs
  expect((await songs.load('a', async () => song('New'))).value).toEqual(song('New'))
})

test('very many entries that there is nothing are bounded in memory too', async () => {
  const shelf = memoryShelf()
  const cache = createCache({ shelf: () => shelf, now: () => 1_000_000, memoryBytes: 100_000 })
  const songs = cache.define(definition)
  for (let at = 0; at < 1000; at += 1) songs.put(String(at), null)
  shelf.entries.clear()
  expect([await songs.peek('0'), await songs.peek('999')]).toMatchObject([undefined, { value: null }])
})
