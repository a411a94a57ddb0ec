import { array, assert, asyncProperty, integer, record } from 'fast-check'
import { expect, test } from 'vitest'
import { breath, createPauses, inSlices, sortedInSlices } from './turns.ts'

test('sorts as a stable sort does, whatever the number of items', async () => {
  const items = array(record({ key: integer({ min: 0, max: 50 }), at: integer() }), { maxLength: 9000, size: 'max' })
  const compare = (one: { key: number }, other: { key: number }): number => one.key - other.key
  await assert(
    asyncProperty(items, async (some) => {
      expect(await sortedInSlices(some, compare)).toEqual(some.toSorted(compare))
    }),
    { numRuns: 30 },
  )
})

test('others have their turn between slices, and while many items are sorted', async () => {
  const many = Array.from({ length: 20_000 }, (_, at) => -at)
  const turns = { slices: 0, sorting: 0 }
  const count = async (what: keyof typeof turns, work: Promise<unknown>): Promise<void> => {
    const ended = { is: false }
    const tick = (): void => {
      if (ended.is) return
      turns[what] += 1
      setImmediate(tick)
    }
    setImmediate(tick)
    await work
    ended.is = true
  }
  const seen: number[] = []
  await count(
    'slices',
    inSlices(many, 5000, (slice) => seen.push(...slice)),
  )
  await count(
    'sorting',
    sortedInSlices(many, (one, other) => one - other),
  )
  expect(seen).toEqual(many)
  expect(turns.slices).toBeGreaterThanOrEqual(2)
  expect(turns.sorting).toBeGreaterThanOrEqual(10)
})

test('of several pieces of work one goes on at a time, in the order in which they paused', async () => {
  const went: string[] = []
  const work = async (name: string): Promise<void> => {
    for (let at = 0; at < 3; at += 1) {
      await breath()
      went.push(name)
    }
  }
  const tick = (): void => {
    went.push('.')
    if (went.length < 18) setImmediate(tick)
  }
  setImmediate(tick)
  await Promise.all([work('a'), work('b'), work('c')])
  expect(went.filter((name) => name !== '.').join('')).toBe('abcabcabc')
  expect(went.join('')).not.toMatch(/[abc]{2}/)
})

test('a pause lets others have their turn where work took a while since the last one, and else goes on at once', async () => {
  const clock = { nowMs: 0 }
  const pause = createPauses(() => clock.nowMs)
  let turns = 0
  const pausedAfter = async (tookMs: number): Promise<number> => {
    const before = turns
    setImmediate(() => (turns += 1))
    clock.nowMs += tookMs
    await pause()
    return turns - before
  }
  expect(await pausedAfter(1)).toBe(0)
  expect(await pausedAfter(1.5)).toBeGreaterThan(0)
  await breath()
  expect(await pausedAfter(0.5)).toBe(0)
})
