import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { failure } from '../../src/contract/index.ts'
import { scheduleHousekeeping } from './housekeeping.ts'
import { silentLog } from './log/index.ts'
import { sampleTrack } from './store/testing/index.ts'

beforeEach(() => {
  sweeps = []
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

type Options = Parameters<typeof scheduleHousekeeping>[0]

let sweeps: string[] = []

function schedule(store: Options['store']): { swept: ReadonlySet<string>[]; stop: () => void } {
  const swept: ReadonlySet<string>[] = []
  const play = { playId: 'p', trackId: 'played', startedAt: 1, heardMs: 1, end: 'finished' } as const
  const stop = scheduleHousekeeping({
    store,
    session: { trackIds: () => ['queued'] },
    history: { recent: () => [{ ...play, track: sampleTrack('played') }] },
    playable: {
      sweep: async (keep) => {
        swept.push(keep)
        return 1
      },
    },
    playlists: { sweep: async () => void sweeps.push('playlists') },
    recordings: {
      sweep: async (queued) => {
        sweeps.push(`recordings but ${[...queued].join()}`)
        return 0
      },
    },
    log: silentLog,
  })
  return { swept, stop }
}

test('what queue and history name is kept, and nothing happens during the start', async () => {
  const { swept } = schedule({ mode: 'file', notice: null })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(swept).toEqual([])
  await vi.advanceTimersByTimeAsync(600_000)
  expect(swept).toEqual([new Set(['queued', 'played'])])
  expect(sweeps).toEqual(['playlists', 'recordings but queued'])
})

test.each([
  { mode: 'file', notice: failure('store-damaged') },
  { mode: 'memory', notice: failure('store-read-only') },
  { mode: 'memory', notice: failure('store-too-new') },
] as const)('nothing is removed while the store does not show what is wanted: $notice.code', async (store) => {
  const { swept } = schedule(store)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(swept).toEqual([])
  expect(sweeps).toEqual([])
})

test('an app that is closed before removes nothing', async () => {
  const { swept, stop } = schedule({ mode: 'file', notice: null })
  stop()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(swept).toEqual([])
})
