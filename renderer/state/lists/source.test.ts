import { assert, array, asyncProperty, boolean, integer, nat, oneof, record, constant } from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../../src/contract/index.ts'
import { failed, success } from '../../../src/failure/index.ts'
import { createListSource } from './source.ts'
import type { ListAnswer, ListSource } from './source.ts'
import { keptBlocks } from './sparse.ts'

/** A backend with a list of numbers: row `i` of revision `r` is `r * million + i`. Answers when told to. */
function fakeBackend(length: number) {
  const backend = {
    length,
    revision: 1,
    failing: false,
    asked: [] as { from: number; to: number; signal: AbortSignal; answer: () => void }[],
    changed: () => undefined as void,
    followed: 0,
    /** Answers everything, also what is asked for meanwhile. */
    async settle() {
      while (backend.asked.length > 0) {
        backend.asked.shift()?.answer()
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
  }
  const fetch = (range: { from: number; to: number }, signal: AbortSignal) =>
    new Promise<Reply<ListAnswer<number>>>((resolve) => {
      const answer = () => {
        const { revision, failing } = backend
        const count = Math.max(0, Math.min(range.to, backend.length) - range.from)
        const rows = Array.from({ length: count }, (_row, at) => revision * 1e6 + range.from + at)
        resolve(failing ? failed('internal') : success({ revision, total: backend.length, rows }))
      }
      backend.asked.push({ ...range, signal, answer })
    })
  const source = createListSource<number>({
    fetch,
    follow: (onChanged) => {
      backend.followed += 1
      backend.changed = onChanged
      return () => void (backend.followed -= 1)
    },
  })
  return { backend, source }
}

let backend: ReturnType<typeof fakeBackend>['backend']
let source: ListSource<number>
let stop: () => void
beforeEach(() => {
  ;({ backend, source } = fakeBackend(100_000))
  stop = source.subscribe(() => undefined)
})

describe('a long list', () => {
  it('asks for what is in sight and a little around it, each block once', async () => {
    source.look(40_000, 40_030)
    source.look(40_010, 40_040)
    await backend.settle()
    expect(source.view().total).toBe(100_000)
    expect(source.view().rowAt(40_020)).toBe(1_040_020)
    expect(source.view().rowAt(39_000)).toBeUndefined()
  })

  it('lets go of requests for rows that were only passed over', async () => {
    await backend.settle()
    source.look(10_000, 10_030)
    const passed = [...backend.asked]
    source.look(90_000, 90_030)
    expect(passed.length).toBeGreaterThan(0)
    expect(passed.every(({ signal }) => signal.aborted)).toBe(true)
    await backend.settle()
    expect(source.view().rowAt(90_010)).toBe(1_090_010)
  })

  it('keeps a bounded part of it in memory', async () => {
    for (let first = 0; first < 30_000; first += 100) {
      source.look(first, first + 30)
      await backend.settle()
    }
    const kept = Array.from({ length: 100_000 }, (_row, index) => source.view().rowAt(index))
    expect(kept.filter((row) => row !== undefined).length).toBeLessThanOrEqual(keptBlocks * 100)
    expect(kept[29_910]).toBeDefined()
  })

  it('shows the rows as they were until the changed ones are there', async () => {
    await backend.settle()
    backend.revision = 2
    backend.changed()
    expect(source.view().rowAt(3)).toBe(1_000_003)
    await backend.settle()
    expect(source.view().rowAt(3)).toBe(2_000_003)
  })

  it('is loading until something is known, says why it failed, and tries again when asked', async () => {
    expect(source.view().kind).toBe('loading')
    backend.failing = true
    await backend.settle()
    expect(source.view()).toMatchObject({ kind: 'failed', error: { code: 'internal' } })
    backend.failing = false
    source.refresh()
    await backend.settle()
    expect(source.view()).toMatchObject({ kind: 'ready', error: null })
  })

  it('does nothing once nobody looks, and is up to date when somebody does again', async () => {
    await backend.settle()
    stop()
    expect(backend.followed).toBe(0)
    source.look(0, 60)
    expect(backend.asked).toEqual([])
    backend.revision = 2
    stop = source.subscribe(() => undefined)
    expect(source.view().rowAt(0)).toBe(1_000_000)
    await backend.settle()
    expect(source.view().rowAt(0)).toBe(2_000_000)
  })

  it('is not drawn anew when what is fetched again is as it was', async () => {
    await backend.settle()
    stop()
    const before = source.view()
    stop = source.subscribe(() => undefined)
    await backend.settle()
    expect(source.view()).toBe(before)
    backend.length = 99_999
    backend.changed()
    await backend.settle()
    expect(source.view().total).toBe(99_999)
  })

  it('takes rows for an action, those that are not here too, in few requests', async () => {
    await backend.settle()
    const taking = source.take(50, 5_050)
    await backend.settle()
    const rows = await taking
    expect(rows).toHaveLength(5_000)
    expect(rows[0]).toBe(1_000_050)
    expect(rows.at(-1)).toBe(1_005_049)
  })
})

it('rows that are as they were stay the same objects beside those that changed', async () => {
  const titles = ['one', 'two', 'three']
  const list = createListSource<{ readonly title: string }>({
    fetch: async () =>
      success({ revision: 1, total: titles.length, rows: titles.map((title) => ({ title })) } satisfies ListAnswer<{
        readonly title: string
      }>),
    follow: () => () => undefined,
  })
  const told = () =>
    new Promise<void>((resolve) => {
      const leave = list.subscribe(() => {
        leave()
        resolve()
      })
    })
  await told()
  const before = [0, 1, 2].map((index) => list.view().rowAt(index))
  titles[1] = 'other'
  await told()
  const after = [0, 1, 2].map((index) => list.view().rowAt(index))
  expect(after[1]).toEqual({ title: 'other' })
  expect([after[0], after[2]].every((row, at) => row === before[at * 2])).toBe(true)
})

describe('whatever happens in whatever order', () => {
  it('ends with the present rows in sight, and never shows a row at another’s place', async () => {
    const step = oneof(
      record({ kind: constant('look' as const), first: nat(1_200), rows: integer({ min: 1, max: 60 }) }),
      record({ kind: constant('answer' as const), pick: nat(5) }),
      record({ kind: constant('change' as const), length: nat(1_200) }),
      record({ kind: constant('fail' as const), on: boolean() }),
    )
    await assert(
      asyncProperty(array(step, { maxLength: 30 }), nat(1_100), async (steps, first) => {
        const fake = fakeBackend(800)
        const listening = fake.source.subscribe(() => {
          for (let index = 0; index < 1_200; index += 37) {
            const row = fake.source.view().rowAt(index)
            expect(row === undefined || row % 1e6 === index).toBe(true)
          }
        })
        for (const each of steps) {
          if (each.kind === 'look') fake.source.look(each.first, each.first + each.rows)
          else if (each.kind === 'answer') fake.backend.asked.splice(each.pick, 1)[0]?.answer()
          else if (each.kind === 'fail') fake.backend.failing = each.on
          else {
            fake.backend.revision += 1
            fake.backend.length = each.length
            fake.backend.changed()
          }
          await Promise.resolve()
        }
        fake.backend.failing = false
        fake.source.refresh()
        fake.source.look(first, first + 30)
        await fake.backend.settle()
        const view = fake.source.view()
        expect(view.total).toBe(fake.backend.length)
        for (let index = first; index < Math.min(first + 30, view.total); index += 1) {
          expect(view.rowAt(index)).toBe(fake.backend.revision * 1e6 + index)
        }
        listening()
      }),
    )
  })
})
