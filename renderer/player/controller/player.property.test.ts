import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { failure } from '../../../src/contract/index.ts'
import { seededRandom, setStage, type Stage, testTrack } from './testing/index.ts'
import type { QueueView } from './types.ts'

const context = { kind: 'tracks', id: null, title: 'List' } as const
const trackIds = Array.from({ length: 12 }, (_, index) => `t${index}`)
/** Long enough for every command, load and write to have come through. */
const settleMs = 2_000

type Step =
  | { readonly kind: 'listen'; readonly seconds: number }
  | { readonly kind: 'playNow'; readonly start: number; readonly count: number; readonly shuffle: boolean }
  | { readonly kind: 'playNext' | 'playLater' | 'jumpTo' | 'remove'; readonly pick: number }
  | { readonly kind: 'move'; readonly pick: number; readonly before: number }
  | { readonly kind: 'play' | 'pause' | 'toggle' | 'next' | 'previous' | 'clear' | 'undo' | 'elsewhere' }
  | { readonly kind: 'seek'; readonly seconds: number }
  | { readonly kind: 'shuffle'; readonly on: boolean }
  | { readonly kind: 'repeat'; readonly mode: QueueView['repeat'] }

const pick = fc.nat(100)
const buttons = ['play', 'pause', 'toggle', 'next', 'previous', 'clear', 'undo', 'elsewhere'] as const
const picking = ['playNext', 'playLater', 'jumpTo', 'remove'] as const
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('listen' as const), seconds: fc.integer({ min: 1, max: 1_500 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('playNow' as const),
      start: fc.nat(11),
      count: fc.integer({ min: 1, max: 12 }),
      shuffle: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom(...picking), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move' as const), pick, before: pick }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom(...buttons) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('seek' as const), seconds: fc.integer({ min: -5, max: 300 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('shuffle' as const), on: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('repeat' as const), mode: fc.constantFrom('off', 'all', 'one') }),
  },
)

const setup = fc.record({
  seed: fc.integer(),
  /** Which tracks cannot be played at all. */
  bad: fc.subarray(trackIds, { maxLength: 5 }),
  latencyMs: fc.integer({ min: 0, max: 400 }),
  eventDelayMs: fc.constantFrom(0, 5, 60),
  isSloppy: fc.boolean(),
  crossfadeMs: fc.constantFrom(0, 8_000),
})

type Setup = typeof setup extends fc.Arbitrary<infer Value> ? Value : never

function prepare(facts: Setup): Stage {
  const stage = setStage({ settings: { crossfadeMs: facts.crossfadeMs }, seed: facts.seed })
  const random = seededRandom(facts.seed)
  stage.engine.latencyMs = () => random() * facts.latencyMs
  stage.engine.eventDelayMs = () => random() * facts.eventDelayMs
  stage.backend.latencyMs = () => random() * 40
  stage.engine.isSloppy = facts.isSloppy
  for (const [index, id] of trackIds.entries()) stage.engine.lengths.set(urlOf(id), 15_000 + index * 21_000)
  for (const id of facts.bad) stage.engine.faults.set(urlOf(id), { load: failure('file-damaged') })
  return stage
}

const urlOf = (id: string): string => `http://localhost/media/${id}`
const entryOf = (key: string): string => key.replace(/#\d+$/, '')
const trackAt = (index: number) => testTrack(trackIds[index % trackIds.length] ?? 't0', { durationMs: 60_000 })
const listOf = (start: number, count: number) => Array.from({ length: count }, (_, index) => trackAt(start + index))

function everything({ past, current, queued, rest }: QueueView) {
  return [...past, ...(current === null ? [] : [current]), ...queued, ...rest]
}

function act({ player, backend }: Stage, undos: (() => void)[], taken: Exclude<Step, { kind: 'listen' }>): void {
  const all = everything(player.view.queue)
  const idAt = (number: number): string => all[number % Math.max(1, all.length)]?.entryId ?? ''
  switch (taken.kind) {
    case 'playNow':
      player.playNow(listOf(taken.start, taken.count), { startIndex: taken.start, context, shuffle: taken.shuffle })
      break
    case 'playNext':
      player.playNext([trackAt(taken.pick)])
      break
    case 'playLater':
      player.playLater([trackAt(taken.pick)])
      break
    case 'jumpTo':
      player.jumpTo(idAt(taken.pick))
      break
    case 'remove':
      undos.push(player.remove([idAt(taken.pick)]))
      break
    case 'move':
      player.move([idAt(taken.pick)], {
        part: taken.before % 2 === 0 ? 'queued' : 'rest',
        beforeEntryId: idAt(taken.before),
      })
      break
    case 'clear':
      undos.push(player.clearUpcoming())
      break
    case 'undo':
      undos.pop()?.()
      break
    case 'elsewhere':
      backend.emit('playback.elsewhere', null)
      break
    case 'seek':
      player.seek(taken.seconds * 1_000)
      break
    case 'shuffle':
      player.setShuffle(taken.on)
      break
    case 'repeat':
      player.setRepeat(taken.mode)
      break
    case 'play':
    case 'pause':
    case 'toggle':
    case 'next':
    case 'previous':
      player[taken.kind]()
      break
  }
}

async function settle({ time, engine }: Stage): Promise<void> {
  await time.advance(settleMs)
  while (engine.hasNews()) await time.advance(100)
}

/** What a person sees agrees with what the engine does. */
function expectAgreement({ player, engine, backend, notices }: Stage): void {
  const { view } = player
  const ids = everything(view.queue).map((entry) => entry.entryId)
  expect(new Set(ids).size).toBe(ids.length)
  expect(view.queue.current === null).toBe(ids.length === 0)
  expect(view.status.kind === 'idle').toBe(view.queue.current === null)
  const { state } = engine
  const loaded = state.kind === 'empty' ? view.queue.current?.entryId : entryOf(state.key)
  expect(loaded).toBe(view.queue.current?.entryId)
  expect(['playing', 'stalled', 'loading'].includes(state.kind)).toBe(view.wantsPlay)
  expect(['playing', 'stalled', 'loading'].includes(view.status.kind)).toBe(view.wantsPlay)
  expect(player.position().key).toBe(view.queue.current?.entryId ?? null)
  expect(backend.mostAtOnce('session.saveQueue')).toBeLessThanOrEqual(1)
  expect(backend.mostAtOnce('session.savePlace')).toBeLessThanOrEqual(1)
  // Word of a stop comes only where it takes back that something was skipped.
  const kinds = notices.map((notice) => notice.kind)
  expect(kinds.every((kind, at) => kind === 'skipped' || (kind === 'stopped' && kinds[at - 1] === 'skipped'))).toBe(
    true,
  )
}

/** Lets it play without a hand on it, and compares what is heard with what was listed. */
async function listen(stage: Stage, seconds: number, bad: readonly string[]): Promise<void> {
  const { player, engine } = stage
  const { queue, wantsPlay } = player.view
  const upcoming = [...(queue.current === null ? [] : [queue.current]), ...queue.queued, ...queue.rest]
  const playable = upcoming.filter((entry) => !bad.includes(entry.track.id)).map((entry) => entry.entryId)
  const from = engine.heard.length
  const wasHeard = engine.heard.at(-1)
  await stage.time.advance(seconds * 1_000)
  const keys = [
    ...new Set([...(wasHeard === undefined ? [] : [wasHeard.key]), ...engine.heard.slice(from).map(({ key }) => key)]),
  ]
  const current = queue.current?.entryId
  const heard = keys.map(entryOf).slice(wasHeard !== undefined && entryOf(wasHeard.key) !== current ? 1 : 0)
  const listed = queue.repeat === 'one' ? heard.map(() => current) : playable
  expect(heard.slice(0, listed.length)).toEqual(listed.slice(0, heard.length))
  expect(wantsPlay ? from : engine.heard.length).toBe(from)
}

test('over hours of random use, what is heard is what is listed, and what is shown is what is so', async () => {
  await fc.assert(
    fc.asyncProperty(setup, fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), async (facts, steps) => {
      const stage = prepare(facts)
      const undos: (() => void)[] = []
      await stage.time.advance(settleMs)
      for (const taken of steps) {
        if (taken.kind === 'listen') await listen(stage, taken.seconds, facts.bad)
        else act(stage, undos, taken)
        await settle(stage)
        expectAgreement(stage)
      }
      expect(stage.notices.length === 0 || facts.bad.length > 0).toBe(true)
    }),
    { numRuns: 150 },
  )
})

test('hammered without a pause, it comes to rest on what was asked for last', async () => {
  await fc.assert(
    fc.asyncProperty(
      setup,
      fc.array(fc.tuple(step, fc.nat(120)), { minLength: 20, maxLength: 60, size: 'max' }),
      async (facts, steps) => {
        const stage = prepare({ ...facts, bad: [] })
        const undos: (() => void)[] = []
        stage.player.playNow(listOf(0, 6), { startIndex: 0, context })
        for (const [taken, pauseMs] of steps) {
          if (taken.kind !== 'listen') act(stage, undos, taken)
          await stage.time.advance(pauseMs)
        }
        await settle(stage)
        expectAgreement(stage)
        stage.player.pause()
        await settle(stage)
        const { queue, place } = stage.backend.stored
        expect(queue?.current?.entryId ?? null).toBe(stage.player.view.queue.current?.entryId ?? null)
        expect(place?.positionMs ?? 0).toBe(stage.player.position().positionMs)
      },
    ),
    { numRuns: 500 },
  )
})
