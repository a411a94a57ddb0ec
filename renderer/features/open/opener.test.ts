import { createStore } from 'jotai'
import { describe, expect, it } from 'vitest'
import { failed, failure, success } from '../../../src/contract/index.ts'
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
      withdraw: () => undefined,
      canUndo: () => false,
      undo: () => undefined,
      long: () => undefined,
    },
    t: createTranslator().t,
    ask: async () => null,
    newId: () => `open-${pending.length}`,
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
    const skipped = [{ name: 'ruin.flac', location: '/music/ruin.flac', error: { code: 'file-damaged' as const } }]
    opener.open(paths('/music'), 'play')
    pending[0]?.answer(success({ tracks, skipped, ignored: 0 }))
    await settled()
    expect(told[0]).toMatchObject({ title: 'One file could not be opened', text: 'The other 3 are ready.' })
    told[0]?.action?.run()
    expect(store.get(dialogAtom)).toBe('skipped')
    expect(store.get(skippedAtom)).toEqual(skipped)
  })

  it('shows with each notice the list that it is about, also when a newer one has come', async () => {
    const { opener, store, pending, settled, told } = setUp()
    const lists = ['old', 'new'].map((name) => [{ name, location: null, error: failure('file-damaged') }])
    for (const [index, skipped] of lists.entries()) {
      opener.open(paths(`/${index}`), 'play')
      pending[index]?.answer(success({ tracks, skipped, ignored: 0 }))
      await settled()
    }
    told[0]?.action?.run()
    expect(store.get(skippedAtom)).toEqual(lists[0])
    told[1]?.action?.run()
    expect(store.get(skippedAtom)).toEqual(lists[1])
  })

  it('says at once what is wrong with the only thing that was to be opened', async () => {
    const { opener, pending, settled, told } = setUp()
    opener.open(paths('/nope/zilch'), 'play')
    const skipped = [{ name: 'zilch', location: '/nope/zilch', error: failure('file-missing', { name: 'zilch' }) }]
    pending[0]?.answer(success({ tracks: [], skipped, ignored: 0 }))
    await settled()
    expect(told).toMatchObject([
      {
        title: '\u2068nope\u2069/\u2068zilch\u2069 could not be opened',
        text: expect.stringMatching(/^The file or folder is not there\./),
      },
    ])
    expect(told[0]?.action).toBeUndefined()
  })

  it('says that only the first part of too much was opened', async () => {
    const { opener, pending, settled, told, failures } = setUp()
    opener.open(paths('/music'), 'play')
    const skipped = [
      { name: 'music', location: null, error: failure('too-many-files', { name: 'music', limit: 10_000 }) },
    ]
    pending[0]?.answer(success({ tracks, skipped, ignored: 0 }))
    await settled()
    expect([told, failures]).toEqual([[], ['too-many-files']])
  })

  it('answers whoever waits for it, and makes a notice only of what they have not told', async () => {
    const { opener, pending, settled, told, failures } = setUp()
    const heard: (string | null)[] = []
    const report = (isThere: boolean) => (problem: { readonly code: string } | null) => {
      heard.push(problem?.code ?? null)
      return isThere
    }
    const missing = success({
      tracks: [],
      skipped: [{ name: 'x', location: null, error: failure('file-missing') }],
      ignored: 0,
    })
    const replies = [missing, success({ tracks: [], skipped: [], ignored: 3 }), failed('bridge-closed')]
    for (const reply of replies) {
      opener.open(paths('/there'), 'play', report(true))
      pending.at(-1)?.answer(reply)
      await settled()
    }
    expect(heard).toEqual(['file-missing', 'folder-without-audio', 'bridge-closed'])
    expect([told, failures]).toEqual([[], []])
    opener.open(paths('/closed'), 'play', report(false))
    pending.at(-1)?.answer(missing)
    await settled()
    expect(told).toHaveLength(1)
    // Superseded, then opened.
    heard.length = 0
    opener.open(paths('/first'), 'play', report(true))
    opener.open(paths('/second'), 'add', report(true))
    pending.at(-1)?.answer(success({ tracks, skipped: [], ignored: 0 }))
    await settled()
    expect(heard).toEqual(['cancelled', null])
    expect(told.at(-1)?.title).toBe('Added 3 tracks to the queue')
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
