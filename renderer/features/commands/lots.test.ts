import { createStore } from 'jotai'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Bridge, calls, type CallOutput, type Handlers, type Reply } from '../../../src/contract/index.ts'
import { success } from '../../../src/failure/index.ts'
import { createTranslator } from '../../../src/i18n/index.ts'
import type { Track } from '../../../src/music/index.ts'
import { allHandlers } from '../../../testkit/bridges/handlers.ts'
import { setStage, testTrack } from '../../player/controller/testing/index.ts'
import { playlistsAtom, rowsOfTracks } from '../../state/index.ts'
import type { LongNotice, Notice } from '../notices/types.ts'
import { createCommands } from './registry.ts'

const many = (count: number): readonly Track[] =>
  Array.from({ length: count }, (_track, index) => ({ ...testTrack('1'), id: `t${index}` }))

/** Rows of the playlist that is played. */
const longTotal = 12_000

/** Commands over a playlist that is kept here, entry `e5` for the track `t5`. Calls are checked as the backend does. */
function setUp() {
  const told: Notice[] = []
  const long: (LongNotice | null)[] = []
  let entries: readonly string[] = []
  let liked: readonly string[] = []
  const undone: string[] = []
  let undoIds = 0
  const undoId = () => `undo-${(undoIds += 1)}`
  let answer = () => Promise.resolve()
  const handlers: Handlers = {
    ...allHandlers(() => {
      throw new Error('not here')
    }),
    'likes.set': ({ trackIds }) => {
      liked = [...trackIds, ...liked]
      return null
    },
    'playlists.add': ({ trackIds }) => {
      entries = [...entries, ...trackIds.map((id) => id.replace('t', 'e'))]
      return { undoId: undoId(), added: trackIds.length, duplicateTrackIds: [] }
    },
    'playlists.remove': ({ entryIds }) => {
      const gone = new Set(entryIds)
      entries = entries.filter((id) => !gone.has(id))
      return { undoId: undoId() }
    },
    'playlists.move': ({ entryIds, beforeEntryId }) => {
      const moving = new Set(entryIds)
      const staying = entries.filter((id) => !moving.has(id))
      const at = beforeEntryId === null ? staying.length : staying.indexOf(beforeEntryId)
      entries = staying.toSpliced(at, 0, ...entryIds)
      return { undoId: undoId() }
    },
    'playlists.entries': ({ range: { from, to } }) => {
      const rows = Array.from({ length: Math.max(0, Math.min(to, longTotal) - from) }, (_row, index) => {
        const id = `t${from + index}`
        return { entryId: id, addedAt: 0, track: { ...testTrack('1'), id } }
      })
      return { revision: 1, total: longTotal, rows }
    },
    'playlists.undo': ({ undoId: id }) => {
      undone.push(id)
      return null
    },
    'playlists.import': async ({ fileName }) => {
      await answer()
      const imported = { id: fileName, name: fileName, rules: null, trackCount: 1, durationMs: 0, coverPaths: [] }
      return { playlist: { ...imported, createdAt: 0, changedAt: 0 }, found: 1, missing: [] }
    },
  }
  const call: Bridge['call'] = async (name, input): Promise<Reply<CallOutput<typeof name>>> => {
    calls[name].input.parse(input)
    return success(await handlers[name](input, { signal: new AbortController().signal, clientId: 'test' }))
  }
  const { player } = setStage()
  const store = createStore()
  const summary = { id: 'p', name: 'Long', rules: null, trackCount: longTotal, durationMs: 0, coverPaths: [] }
  store.set(playlistsAtom, [{ ...summary, createdAt: 0, changedAt: 0 }])
  const commands = createCommands({
    bridge: { call, on: () => () => undefined },
    player,
    store,
    notices: {
      tell: (notice) => told.push(notice),
      fail: (error) => told.push({ tone: 'bad', title: error.code }),
      withdraw: () => undefined,
      canUndo: () => false,
      undo: () => undefined,
      long: (_id, notice) => long.push(notice),
    },
    opener: { open: () => undefined, cancel: () => undefined, choose: () => undefined },
    preview: { toggle: () => undefined, end: () => undefined },
    playlistFiles: {
      choose: async () => [],
      read: async (files) => files.map(({ name }) => ({ fileName: name, text: '', folder: null })),
      save: () => undefined,
    },
    t: createTranslator().t,
  })
  return {
    commands,
    player,
    told,
    long,
    undone,
    entries: () => entries,
    liked: () => liked,
    hold: (wait: () => Promise<void>) => {
      answer = wait
    },
  }
}

let all: ReturnType<typeof setUp>
beforeEach(() => {
  all = setUp()
})

const lastTold = () => vi.waitUntil(() => all.told.at(-1))

describe('more than one call takes', () => {
  it('is added in its order, and taken back by one undo', async () => {
    all.commands.runWith('add-to-playlist', { id: 'p', tracks: many(25_000) })
    const { action, title } = await lastTold()
    expect(title).toContain('25000 tracks')
    expect(all.entries()).toEqual(many(25_000).map((_track, index) => `e${index}`))
    action?.run()
    await vi.waitUntil(() => all.undone.length === 3)
    expect(all.undone).toEqual(['undo-3', 'undo-2', 'undo-1'])
  })

  it('is moved as one, and taken out with one undo', async () => {
    all.commands.runWith('add-to-playlist', { id: 'p', tracks: many(25_000) })
    await lastTold()
    const moving = all.entries().slice(1)
    all.commands.runWith('move-in-playlist', { id: 'p', entryIds: moving, beforeEntryId: 'e0' })
    await vi.waitUntil(() => all.entries().at(-1) === 'e0')
    expect(all.entries()).toEqual([...moving, 'e0'])
    all.commands.runWith('remove-from-playlist', { id: 'p', entryIds: moving, title: 'T' })
    await vi.waitUntil(() => all.told.length === 2)
    expect(all.entries()).toEqual(['e0'])
    all.told[1]?.action?.run()
    await vi.waitUntil(() => all.undone.length === 3)
    expect(all.undone).toEqual(['undo-9', 'undo-8', 'undo-7'])
  })

  it('is liked in its order', async () => {
    const tracks = many(12_000)
    all.commands.runWith('like-tracks', { tracks, liked: true })
    await vi.waitUntil(() => all.liked().length === 12_000)
    expect(all.liked()).toEqual(tracks.map(({ id }) => id))
  })
})

describe('a selection', () => {
  it('of any length goes into a playlist whole', async () => {
    const give = vi.fn<(tracks: readonly Track[]) => void>()
    all.commands.runWith('take-rows', {
      rows: rowsOfTracks(many(30_000)),
      ranges: [
        { first: 0, end: 12_000 },
        { first: 20_000, end: 30_000 },
      ],
      give,
    })
    await vi.waitUntil(() => give.mock.calls.length > 0)
    expect(give.mock.calls[0]?.[0]).toHaveLength(22_000)
    expect(all.told).toEqual([])
  })

  it('that the queue does not take whole is told', async () => {
    const rows = rowsOfTracks(many(30_000))
    all.commands.runWith('queue-list', { rows, ranges: [{ first: 0, end: 30_000 }], place: 'later' })
    expect((await lastTold()).text).toBe('The first 10,000 of 30,000 selected tracks were taken')
  })

  it('is told once where it plays only in part', async () => {
    const rows = rowsOfTracks(many(30_000))
    const context = { kind: 'library', id: null, title: 'Tracks' } as const
    all.commands.runWith('play-list', { rows, index: 20_000, context })
    expect((await lastTold()).title).toBe('The queue takes 10,000 of these 30,000 tracks')
    all.commands.runWith('play-list', { rows, index: 3, context })
    await vi.waitUntil(() => all.player.view.queue.current?.track.id === 't3')
    expect(all.told).toHaveLength(1)
  })
})

describe('a playlist longer than the queue takes', () => {
  it('is added to the queue as far as a selection of it would be, and that is told', async () => {
    all.commands.runWith('queue-playlist', { id: 'p', place: 'later' })
    expect((await lastTold()).text).toBe('The queue takes 10,000 of these 12,000 tracks')
    const { current, queued, rest } = all.player.view.queue
    expect((current === null ? 0 : 1) + queued.length + rest.length).toBe(10_000)
  })

  it('plays from its beginning, and shuffled from anywhere', async () => {
    all.commands.runWith('play-playlist', { id: 'p', shuffle: false })
    expect((await lastTold()).title).toBe('The queue takes 10,000 of these 12,000 tracks')
    expect(all.player.view.queue.current?.track.id).toBe('t0')
    vi.spyOn(Math, 'random').mockReturnValue(0.9999)
    all.commands.runWith('play-playlist', { id: 'p', shuffle: true })
    await vi.waitUntil(() => all.told.length === 2)
    vi.restoreAllMocks()
    expect(all.player.view.queue.current?.track.id).toBe('t11999')
  })
})

it('an import that takes longer than a moment is shown, file by file, until it is over', async () => {
  vi.useFakeTimers()
  let go: () => void = () => undefined
  all.hold(() => new Promise((resolve) => (go = resolve)))
  all.commands.runWith('import-playlists', { files: [new File([], 'a.m3u8'), new File([], 'b.m3u8')] })
  await vi.advanceTimersByTimeAsync(300)
  expect(all.long).toEqual([])
  await vi.advanceTimersByTimeAsync(200)
  expect(all.long.at(-1)).toMatchObject({ title: 'Importing a.m3u8', value: 0 })
  go()
  await vi.advanceTimersByTimeAsync(0)
  expect(all.long.at(-1)).toMatchObject({ title: 'Importing b.m3u8', value: 0.5 })
  go()
  await vi.advanceTimersByTimeAsync(0)
  vi.useRealTimers()
  expect(all.long.at(-1)).toBeNull()
  expect(all.told).toHaveLength(2)
})
