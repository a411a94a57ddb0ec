import * as fc from 'fast-check'
import fs from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { QueueRecord } from '../../../src/contract/index.ts'
import { silentLog } from '../log/index.ts'
import { type OpenedStore, type Store, createTrackRepository, openStore } from '../store/index.ts'
import { sampleStoredTrack, temporaryFolder } from '../store/testing/index.ts'
import { createSession } from './index.ts'
import { entriesPerPiece, packQueue, readPiece, unpackQueue } from './packing.ts'
import { reconcile } from './reconcile.ts'
import { entry, placeIn, queueOf } from './testing/queues.ts'

let folder: string
let store: OpenedStore

beforeEach(() => {
  folder = temporaryFolder()
  store = openStore({ folder, log: silentLog })
})

afterEach(() => {
  store.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

const restart = (): ReturnType<typeof createSession> => createSession(store, createTrackRepository(store))

/** A store that notes which session keys are written. */
function watched(): { store: Store; written: string[] } {
  const written: string[] = []
  const run: Store['run'] = (sql, ...values) => {
    if (sql.startsWith('INSERT INTO session')) written.push(String(values[0]))
    return store.run(sql, ...values)
  }
  return { store: { ...store, run }, written }
}

test('a first start has nothing to restore', async () => {
  expect(await restart().load()).toEqual({ queue: null, place: null, tracks: [], rest: [] })
})

test('queue and place are back after a restart, with the tracks that still exist', async () => {
  createTrackRepository(store).saveTracks([entry(1), entry(3)].map(({ trackId }) => sampleStoredTrack(trackId)))
  const queue = queueOf(5, 2)
  const place = placeIn(entry(2).entryId, 12_345.678)
  const session = restart()
  session.saveQueue(queue)
  session.savePlace(place)
  const loaded = await restart().load()
  expect({ queue: loaded.queue, place: loaded.place }).toEqual({ queue, place })
  expect(loaded.tracks.map(({ id }) => id)).toEqual([entry(1).trackId, entry(3).trackId])
})

test('a track that was passed over without being played is still told apart after a restart', async () => {
  const queue = queueOf(3, 2)
  const [first, second] = queue.past
  const passed = [
    ...(first === undefined ? [] : [{ ...first, passedOver: true as const }]),
    ...(second === undefined ? [] : [second]),
  ]
  restart().saveQueue({ ...queue, past: passed })
  expect((await restart().load()).queue?.past).toEqual(passed)
})

test('a queue of 10,000 keeps all its tracks', async () => {
  const queue = queueOf(10_000, 5000)
  const ids = Array.from({ length: 10_000 }, (_, index) => entry(index).trackId)
  createTrackRepository(store).saveTracks(ids.map((id) => sampleStoredTrack(id)))
  restart().saveQueue(queue)
  const loaded = await restart().load()
  expect(loaded.queue).toEqual(queue)
  const rest = await restart().tracks(loaded.rest)
  expect([...loaded.tracks, ...rest].map(({ id }) => id)).toEqual(ids)
})

test('going on to the next track in a queue of 10,000 writes the head and not the entries', async () => {
  const { store: watchedStore, written } = watched()
  const session = createSession(watchedStore, createTrackRepository(store))
  session.saveQueue(queueOf(10_000, 5000))
  expect(written).toHaveLength(1 + Math.ceil(10_000 / entriesPerPiece))
  written.splice(0)
  session.saveQueue(queueOf(10_000, 5001))
  expect(written).toEqual(['queue'])
  expect((await restart().load()).queue).toEqual(queueOf(10_000, 5001))
})

test('a queue that became shorter leaves nothing behind, in the same run and in the next', async () => {
  const session = restart()
  session.saveQueue(queueOf(2000, 0))
  session.saveQueue(queueOf(300, 0))
  expect((await restart().load()).queue).toEqual(queueOf(300, 0))
  restart().saveQueue(queueOf(3, 0))
  expect((await restart().load()).queue).toEqual(queueOf(3, 0))
})

test('a write that fails is made up for by the next one', async () => {
  let full = false
  const run: Store['run'] = (sql, ...values) => {
    if (full && values[0] === 'queue') throw new Error('full')
    return store.run(sql, ...values)
  }
  const session = createSession({ ...store, run }, createTrackRepository(store))
  session.saveQueue(queueOf(600, 1))
  full = true
  const shuffled = { ...queueOf(600, 1), upcoming: queueOf(600, 1).upcoming.toReversed() }
  expect(() => session.saveQueue(shuffled)).toThrow('full')
  expect((await restart().load()).queue).toEqual(queueOf(600, 1))
  full = false
  session.saveQueue(shuffled)
  expect((await restart().load()).queue).toEqual(shuffled)
})

test('a store that had to be replaced is given the whole queue again', async () => {
  let generation = 0
  const session = createSession({ ...store, generation: () => generation }, createTrackRepository(store))
  session.saveQueue(queueOf(600, 1))
  store.run('DELETE FROM session')
  generation += 1
  session.saveQueue(queueOf(600, 2))
  expect((await restart().load()).queue).toEqual(queueOf(600, 2))
})

test('storing a queue takes the place along: an old place never moves a new queue', async () => {
  const session = restart()
  session.saveQueue(queueOf(5, 1))
  session.savePlace(placeIn(entry(1).entryId, 9000))
  session.saveQueue(queueOf(5, 2))
  const loaded = await restart().load()
  expect(loaded.queue).toEqual(queueOf(5, 2))
  expect(loaded.place).toEqual(placeIn(entry(2).entryId, 0))
})

test('a place that ran ahead of its queue takes the queue along', async () => {
  const session = restart()
  session.saveQueue(queueOf(5, 1))
  session.savePlace(placeIn(entry(3).entryId, 700))
  const loaded = await restart().load()
  expect(loaded.queue).toEqual(queueOf(5, 3))
  expect(loaded.place).toEqual(placeIn(entry(3).entryId, 700))
})

test('a damaged piece costs its entries and nothing else', async () => {
  restart().saveQueue(queueOf(1000, 10))
  store.run(`UPDATE session SET value = '[[' WHERE key = 'queue/000001'`)
  store.run(`INSERT INTO session VALUES ('place', '{"positionMs":"far"}')`)
  const { queue, place } = await restart().load()
  expect(queue?.current).toEqual(entry(10))
  expect(queue?.past).toHaveLength(10)
  expect(queue?.upcoming).toHaveLength(1000 - 11 - entriesPerPiece)
  expect(place).toBeNull()
})

test('loading stops when nobody waits for it any more', async () => {
  restart().saveQueue(queueOf(5000, 0))
  await expect(restart().load(AbortSignal.abort())).rejects.toThrow(/aborted/)
})

const queues = fc
  .record({
    length: fc.integer({ min: 0, max: 700 }),
    at: fc.integer({ min: -1, max: 699 }),
    shuffle: fc.boolean(),
    repeat: fc.constantFrom('off', 'all', 'one'),
  })
  .map(({ length, at, shuffle, repeat }): QueueRecord =>
    queueOf(length, at < 0 ? length : Math.min(at, length), { shuffle, repeat }),
  )

test('any queue survives packing', () => {
  fc.assert(
    fc.property(queues, (queue) => {
      const { head, pieces } = packQueue(queue)
      expect(unpackQueue(head, pieces.flatMap(readPiece))).toEqual(queue)
    }),
    { numRuns: 50 },
  )
})

test('whatever is stored, a restored place is in the current entry and no entry is lost or doubled', () => {
  const all = (queue: QueueRecord): string[] =>
    [...queue.past, ...(queue.current === null ? [] : [queue.current]), ...queue.upcoming].map(({ entryId }) => entryId)
  fc.assert(
    fc.property(queues, fc.integer({ min: -1, max: 800 }), (queue, at) => {
      const stored = placeIn(at < 0 ? null : entry(at).entryId, 1234)
      const { queue: restored, place } = reconcile(queue, stored)
      expect(restored === null ? [] : all(restored)).toEqual(all(queue))
      expect(place?.entryId).toBe(restored?.current?.entryId ?? null)
      expect(place?.volume).toBe(stored.volume)
    }),
    { numRuns: 50 },
  )
})
