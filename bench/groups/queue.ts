import type { QueueContext } from '../../src/contract/index.ts'
import { testTracks } from '../../renderer/player/controller/testing/index.ts'
import {
  clearUpcoming,
  emptyQueue,
  enqueue,
  following,
  fromRecord,
  goTo,
  goToPrevious,
  move,
  playNow,
  remove,
  setShuffle,
  toRecord,
  toView,
  undoRemoval,
} from '../../renderer/player/queue/index.ts'
import type { Bench, Group } from '../group.ts'
import { beside, limited, median, p95, type Figure } from '../report/index.ts'
import { timed } from '../timed.ts'

const limitMs = 5
const entryCount = 10_000
const repeats = 60

/** What one change of a queue of 10,000 entries takes, as the page does it on its main thread. */
export const queue: Group = { name: 'queue', run: (bench) => Promise.resolve(run(bench)) }

function run(bench: Bench): readonly Figure[] {
  const tracks = testTracks(entryCount)
  const entries = tracks.map((track, index) => ({ entryId: `e${index}`, track }))
  const context: QueueContext = { kind: 'tracks', id: null, title: 'Ten thousand' }
  const random = seeded(7)
  const full = playNow(emptyQueue, entries, { startIndex: entryCount / 2, context }, random)
  const shuffled = setShuffle(full, true, random)
  const some = Array.from({ length: 100 }, (_, index) => `e${entryCount / 2 + 1 + index * 40}`)
  const without = remove(full, some, random)
  const record = toRecord(full)
  const byId = new Map(tracks.map((track) => [track.id, track]))
  const added = testTracks(100, 'added').map((track, index) => ({ entryId: `a${index}`, track }))
  const last = entries.at(-1)?.entryId ?? ''

  const operations: readonly (readonly [string, string, () => unknown])[] = [
    ['playNow', 'start a list of 10,000', () => playNow(emptyQueue, entries, { startIndex: 0, context }, random)],
    ['shuffle-on', 'shuffle on', () => setShuffle(full, true, random)],
    ['shuffle-off', 'shuffle off', () => setShuffle(shuffled, false, random)],
    ['next', 'next', () => following(full, 'skip', random)],
    ['previous', 'previous', () => goToPrevious(full)],
    ['jump', 'jump to the last entry', () => goTo(full, last)],
    ['enqueue', 'play 100 tracks next', () => enqueue(full, added, 'next')],
    ['move', 'move 100 entries to the end', () => move(full, some, { part: 'rest', beforeEntryId: null })],
    ['remove', 'remove 100 entries', () => remove(full, some, random)],
    ['undo', 'undo that', () => undoRemoval(without.queue, without.removal)],
    ['clear', 'clear what comes next', () => clearUpcoming(full)],
    ['view', 'the view after a change', () => toView({ ...full })],
    ['record', 'the record to store', () => toRecord(full)],
    ['restore', 'restore from a record', () => fromRecord(record, byId)],
  ]
  const items = [...full.past, ...full.rest]
  const copy = (): unknown => items.map((item) => Object.assign({}, item))
  const times = new Map<string, number[]>(operations.map(([id]) => [id, []]))
  const copies: number[] = []
  // Interleaved, so that a noisy moment hits all of them; the first rounds are thrown away.
  const rounds = bench.runs(repeats)
  for (let round = -5; round < rounds; round += 1) {
    for (const [id, , work] of operations) {
      const took = timed(work)
      if (round >= 0) times.get(id)?.push(took)
    }
    const took = timed(copy)
    if (round >= 0) copies.push(took)
  }
  const peer = { what: 'copying the 10,000 entries', value: median(copies) }
  return operations.flatMap(([id, what]) => {
    const values = times.get(id) ?? []
    return [
      limited({ id: `queue.${id}.p95`, what: `${what}, p95`, unit: 'ms' }, p95(values), limitMs),
      beside({ id: `queue.${id}.p50`, what: `${what}, median`, unit: 'ms' }, median(values), peer),
    ]
  })
}

/** Random numbers that are the same in every run (a linear congruential generator, Numerical Recipes' constants). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
