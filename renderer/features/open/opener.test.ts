import { createStore } from 'jotai'
import { describe, expect, it } from 'vitest'
import { failed, success } from '../../../src/contract/index.ts'
import type { OpenedFiles, Reply } from '../../../src/contract/index.ts'
import { createTranslator } from '../../../src/i18n/index.ts'
import { setStage, testTracks } from '../../player/controller/testing/index.ts'
import { dialogAtom, openedAtom } from '../../state/index.ts'
import type { Notice } from '../notices/types.ts'
import { createOpener, skippedAtom } from './opener.ts'

const tracks = testTracks(3)
const paths = (path: string) => ({ kind: 'paths', paths: [path] }) as const

/** A backend that opens files when the test says so. */
function setUp() {
  const { player } = setStage()
  const store = createStore()
  const told: Notice[] = []
  const failures: string[] = []
  const pending: { answer: (reply: Reply<OpenedFiles>) => void; signal: AbortSignal }[] = []
  const opener = createOpener({
    files: {
      open: (_paths, _taskId, signal) => {
        const { promise, resolve } = Promise.withResolvers<Reply<OpenedFiles>>()
        pending.push({ answer: resolve, signal })
        signal.addEventListener('abort', () => resolve(failed('cancelled')))
        return promise
      },
      onProgress: () => () => undefined,
    },
    player,
    store,
    notices: {
      tell: (notice) => told.push(notice),
      fail: ({ code }) => failures.push(code),
      long: () => undefined,
    },
    t: createTranslator('en').t,
    ask: async () => null,
  })
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  return { opener, player, store, told, failures, pending, settled }
}

describe('opening', () => {
  it('plays what was opened and gives it a page of its own', async () => {
    const { opener, player, store, pending, settled, told } = setUp()
    opener.open(paths('/music/Ferrous'), 'play')
    pending[0]?.answer(success({ tracks, skipped: [], ignored: 2 }))
    await settled()
    expect(player.view.queue.current?.track.id).toBe(tracks[0]?.id)
    expect(store.get(openedAtom)).toHaveLength(1)
    expect(told).toEqual([])
  })

  it('adds to the queue without disturbing what plays', async () => {
    const { opener, player, pending, settled, told } = setUp()
    player.playNow(testTracks(1), { startIndex: 0, context: { kind: 'tracks', id: null, title: '' } })
    const playing = player.view.queue.current?.entryId
    opener.open(paths('/music'), 'add')
    pending[0]?.answer(success({ tracks, skipped: [], ignored: 0 }))
    await settled()
    expect(player.view.queue.current?.entryId).toBe(playing)
    expect(player.view.queue.queued).toHaveLength(3)
    expect(told.map((notice) => notice.title)).toEqual(['Added 3 tracks to the queue'])
  })

  it('cancels the first when a second lot is opened, and says nothing about it', async () => {
    const { opener, player, pending, settled, told, failures } = setUp()
    opener.open(paths('/slow'), 'play')
    opener.open(paths('/fast'), 'play')
    expect(pending.map(({ signal }) => signal.aborted)).toEqual([true, false])
    pending[1]?.answer(success({ tracks: tracks.slice(1), skipped: [], ignored: 0 }))
    pending[0]?.answer(success({ tracks, skipped: [], ignored: 0 }))
    await settled()
    expect(player.view.queue.current?.track.id).toBe(tracks[1]?.id)
    expect([told, failures]).toEqual([[], []])
  })

  it('lists what was left out, with its reason', async () => {
    const { opener, store, pending, settled, told } = setUp()
    const skipped = [{ name: 'ruin.flac', error: { code: 'file-damaged' as const } }]
    opener.open(paths('/music'), 'play')
    pending[0]?.answer(success({ tracks, skipped, ignored: 0 }))
    await settled()
    expect(told[0]).toMatchObject({ title: 'One file could not be opened', text: 'The other 3 are ready.' })
    told[0]?.action?.run()
    expect(store.get(dialogAtom)).toBe('skipped')
    expect(store.get(skippedAtom)).toEqual(skipped)
  })

  it('leaves the queue alone when nothing could be opened', async () => {
    const { opener, player, store, pending, settled, told, failures } = setUp()
    opener.open(paths('/photos'), 'play')
    pending[0]?.answer(success({ tracks: [], skipped: [], ignored: 40 }))
    await settled()
    opener.open(paths('/gone'), 'play')
    pending[1]?.answer(failed('folder-unreadable'))
    await settled()
    expect(player.view.queue.current).toBeNull()
    expect(store.get(openedAtom)).toEqual([])
    expect(told[0]?.title).toBe('No music found')
    expect(failures).toEqual(['folder-unreadable'])
  })
})
