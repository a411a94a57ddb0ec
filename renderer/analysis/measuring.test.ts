import { beforeEach, describe, expect, test } from 'vitest'
import {
  type Bridge,
  type CallInput,
  type CallOutput,
  type FailureCode,
  type Handlers,
  type Reply,
  failure,
  success,
} from '../../src/contract/index.ts'
import { defaultSettings, type Settings } from '../../src/settings/index.ts'
import { allHandlers } from '../../testkit/bridges/handlers.ts'
import { createListeners } from '../player/controller/listeners.ts'
import { createVirtualTime, testTrack, type VirtualTime } from '../player/controller/testing/index.ts'
import type { PlayerView } from '../player/index.ts'
import { idleView } from '../state/player.ts'
import { createMeasuring } from './measuring.ts'
import type { MeasureCommand, MeasureReport } from './protocol.ts'

const measurement = { integratedLufs: -20, truePeak: 0.5, histogram: [0, 1] }

interface FakeWorker {
  readonly told: MeasureCommand[]
  isStopped: boolean
  readonly report: (report: MeasureReport) => void
  readonly crash: () => void
}

let time: VirtualTime
let view: PlayerView
let settings: Settings
let isConnected: boolean
let bufferedToMs: number
let waiting: string[]
let asked: number
let saved: CallInput<'loudness.save'>[]
let workers: FakeWorker[]
const jumps = createListeners<void>()
const views = createListeners<void>()
const settingsChanges = createListeners<void>()
const connectionChanges = createListeners<void>()

beforeEach(() => {
  time = createVirtualTime()
  view = idleView
  settings = defaultSettings
  isConnected = true
  bufferedToMs = 60_000
  waiting = []
  asked = 0
  saved = []
  workers = []
})

function handlers(): Handlers {
  return {
    ...allHandlers(() => {
      throw new Error('Measuring has no business with this call.')
    }),
    'loudness.next'({ limit }) {
      asked += 1
      return waiting.splice(0, limit).map((trackId) => ({ trackId, audioPath: `media/${trackId}`, segment: null }))
    },
    'loudness.save'(input) {
      saved.push(input)
      return null
    },
  }
}

function start(): () => void {
  const answers = handlers()
  const call: Bridge['call'] = async (name, input): Promise<Reply<CallOutput<typeof name>>> =>
    success(await answers[name](input, { signal: new AbortController().signal, clientId: 'test' }))
  return createMeasuring({
    bridge: { call, on: () => () => undefined },
    player: {
      get view() {
        return view
      },
      subscribe: views.add,
      onJump: jumps.add,
      position: () => ({ key: null, positionMs: 1000, durationMs: 200_000, bufferedFromMs: 0, bufferedToMs }),
    },
    settings: { get: () => settings, subscribe: settingsChanges.add },
    connection: { isConnected: () => isConnected, subscribe: connectionChanges.add },
    clock: time.clock,
    mediaUrl: (path) => `http://localhost/${path}`,
    startWorker(report, crash) {
      const worker: FakeWorker = { told: [], isStopped: false, report, crash }
      workers.push(worker)
      return {
        tell: (command) => worker.told.push(command),
        stop: () => {
          worker.isStopped = true
        },
      }
    },
  })
}

/** The address that the newest worker measures. */
const measuringNow = (): string | undefined =>
  workers
    .at(-1)
    ?.told.flatMap((command) => (command.kind === 'measure' ? [command.origin.url] : []))
    .at(-1)
const jobId = (): number =>
  workers
    .at(-1)
    ?.told.flatMap((command) => (command.kind === 'measure' ? [command.jobId] : []))
    .at(-1) ?? -1
const shares = (): number[] =>
  workers.at(-1)?.told.flatMap((command) => (command.kind === 'share' ? [command.share] : [])) ?? []
const done = (): void => workers.at(-1)?.report({ kind: 'measured', jobId: jobId(), measurement })
const fail = (code: FailureCode): void =>
  workers.at(-1)?.report({ kind: 'failed', jobId: jobId(), error: failure(code) })
const play = (changes: Partial<PlayerView> = {}): void => {
  view = { ...idleView, status: { kind: 'playing' }, wantsPlay: true, ...changes }
  views.tell()
}

describe('measuring in the background', () => {
  test('begins no sooner than 20 s after the start, one track at a time, and stores each at once', async () => {
    waiting = ['a', 'b']
    start()
    await time.advance(19_000)
    expect(asked).toBe(0)
    await time.advance(2_000)
    expect(measuringNow()).toBe('http://localhost/media/a')
    await time.advance(60_000)
    expect(measuringNow()).toBe('http://localhost/media/a')
    done()
    expect(saved).toEqual([{ measured: [{ trackId: 'a', ...measurement }], failed: [] }])
    expect(measuringNow()).toBe('http://localhost/media/b')
    done()
    await time.advance(2_000)
    // Nothing is left: the worker is gone, and a minute later it asks again.
    expect(workers.map(({ isStopped }) => isStopped)).toEqual([true])
    waiting = ['c']
    await time.advance(50_000)
    expect(workers).toHaveLength(1)
    await time.advance(15_000)
    expect(measuringNow()).toBe('http://localhost/media/c')
  })

  test('works less while music plays, and stands still for 10 s after a seek, a start or another next track', async () => {
    waiting = ['a']
    start()
    await time.advance(21_000)
    expect(shares()).toEqual([0.5])
    play()
    await time.advance(1_000)
    expect(shares()).toEqual([0.5, 0.25])
    jumps.tell()
    expect(shares().at(-1)).toBe(0)
    await time.advance(9_000)
    expect(shares().at(-1)).toBe(0)
    await time.advance(2_000)
    expect(shares().at(-1)).toBe(0.25)
    const entry = { entryId: 'next', track: testTrack('next'), origin: 'queued', order: 0 } as const
    play({ queue: { ...idleView.queue, queued: [entry] } })
    expect(shares().at(-1)).toBe(0)
  })

  test('stands still while the track that plays is loading, stalled, or decoded only a little ahead', async () => {
    waiting = ['a']
    start()
    await time.advance(21_000)
    for (const kind of ['loading', 'stalled'] as const) {
      play({ status: { kind } })
      await time.advance(1_000)
      expect(shares().at(-1)).toBe(0)
      play()
      await time.advance(1_000)
      expect(shares().at(-1)).toBe(0.25)
    }
    bufferedToMs = 5_000
    await time.advance(1_000)
    expect(shares().at(-1)).toBe(0)
  })

  test('ends at once when it is switched off or the connection is lost, and goes on later', async () => {
    waiting = ['a', 'b']
    start()
    await time.advance(21_000)
    settings = { ...settings, measureLoudness: false }
    settingsChanges.tell()
    expect(workers.map(({ isStopped }) => isStopped)).toEqual([true])
    await time.advance(120_000)
    expect(workers).toHaveLength(1)
    waiting = ['b']
    settings = defaultSettings
    await time.advance(2_000)
    expect(measuringNow()).toBe('http://localhost/media/b')
    isConnected = false
    connectionChanges.tell()
    expect(workers.at(-1)?.isStopped).toBe(true)
  })

  test('a damaged file is never offered again; one that cannot be reached now is left for another day', async () => {
    waiting = ['a', 'b', 'c']
    start()
    await time.advance(21_000)
    fail('file-missing')
    expect(saved).toEqual([])
    fail('file-damaged')
    expect(saved).toEqual([{ measured: [], failed: ['b'] }])
    expect(measuringNow()).toBe('http://localhost/media/c')
    // A report of a track that is not the one under way says nothing of it.
    workers.at(-1)?.report({ kind: 'measured', jobId: 1, measurement })
    expect(saved).toHaveLength(1)
    waiting = ['d']
    workers.at(-1)?.crash()
    await time.advance(2_000)
    expect(workers).toHaveLength(2)
    expect(measuringNow()).toBe('http://localhost/media/d')
  })
})
