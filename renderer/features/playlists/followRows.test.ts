import { createStore } from 'jotai'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Bridge, CallOutput, Handlers, Reply } from '../../../src/contract/index.ts'
import { success } from '../../../src/failure/index.ts'
import { allHandlers } from '../../../testkit/bridges/handlers.ts'
import { playlistRowsAtom } from '../../state/index.ts'
import { trackOf } from '../../ui/testing/tracks.ts'
import { followRows } from './followRows.ts'

const total = 500

beforeEach(() => void vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work)))
afterEach(() => void vi.unstubAllGlobals())

/** The rows as the page has them, and how many each answer had. */
function longPlaylist() {
  const sizes: number[] = []
  const handlers: Handlers = {
    ...allHandlers(() => {
      throw new Error('not asked')
    }),
    'playlists.entries': ({ range: { from, to } }) => {
      const rows = Array.from({ length: Math.min(total, to) - from }, (_row, at) => {
        const id = String(from + at)
        return { entryId: id, addedAt: 0, track: trackOf({ id }) }
      })
      sizes.push(rows.length)
      return { revision: 1, total, rows }
    },
  }
  const call: Bridge['call'] = async (name, input): Promise<Reply<CallOutput<typeof name>>> =>
    success(await handlers[name](input, { signal: new AbortController().signal, clientId: 'test' }))
  const bridge: Bridge = { call, on: () => () => undefined }
  const store = createStore()
  const untilComplete = () => vi.waitFor(() => expect(store.get(playlistRowsAtom)?.complete).toBe(true))
  return { bridge, store, sizes, untilComplete }
}

it('comes in portions that a page can take in between two frames, in order and whole', async () => {
  const { bridge, store, sizes, untilComplete } = longPlaylist()
  const stop = followRows({ bridge, store, id: 'long' })
  await untilComplete()
  const ids = store.get(playlistRowsAtom)?.entries.map(({ entryId }) => entryId)
  expect(ids).toEqual(Array.from({ length: total }, (_row, at) => String(at)))
  expect(Math.max(...sizes)).toBeLessThanOrEqual(200)
  stop()
  expect(store.get(playlistRowsAtom)).toBeNull()
})

it('is shown as it comes, in ever larger steps: whoever scrolls on need not wait for the last row', async () => {
  const { bridge, store, untilComplete } = longPlaylist()
  const lengths: number[] = []
  store.sub(playlistRowsAtom, () => void lengths.push(store.get(playlistRowsAtom)?.entries.length ?? 0))
  const stop = followRows({ bridge, store, id: 'long' })
  await untilComplete()
  stop()
  expect(lengths).toEqual([60, 260, 500, 0])
})

it('shows its first rows at once when one comes back, and the same rows again when nothing has changed', async () => {
  const { bridge, store, untilComplete } = longPlaylist()
  const leave = followRows({ bridge, store, id: 'long' })
  await untilComplete()
  leave()
  const stop = followRows({ bridge, store, id: 'long' })
  const first = store.get(playlistRowsAtom)
  expect(first?.entries[0]?.entryId).toBe('0')
  await untilComplete()
  expect(store.get(playlistRowsAtom)?.entries[0]).toBe(first?.entries[0])
  stop()
})
