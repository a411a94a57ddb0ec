import { createStore } from 'jotai'
import { describe, expect, it } from 'vitest'
import { createTranslator } from '../../../src/i18n/index.ts'
import { defaultSettings } from '../../../src/settings/index.ts'
import { setStage, testTracks } from '../../player/controller/testing/index.ts'
import { demoAlbumAtom } from '../../state/app.ts'
import { playerReadyAtom, playerViewAtom } from '../../state/player.ts'
import { settingsAtom } from '../../state/settings.ts'
import type { Notice } from '../notices/types.ts'
import { createCommands } from './registry.ts'

function setUp() {
  const { player, backend } = setStage()
  const store = createStore()
  const told: Notice[] = []
  const read = () => store.set(playerViewAtom, player.view)
  player.subscribe(read)
  read()
  const commands = createCommands({
    bridge: backend.bridge,
    player,
    store,
    notices: {
      tell: (notice) => told.push(notice),
      fail: () => undefined,
      withdraw: () => undefined,
      canUndo: () => false,
      undo: () => undefined,
      long: () => undefined,
    },
    opener: { open: () => undefined, cancel: () => undefined, choose: () => undefined },
    preview: { toggle: () => undefined, end: () => undefined },
    playlistFiles: { choose: async () => [], read: async () => [], save: () => undefined },
    t: createTranslator().t,
  })
  return { player, store, told, commands }
}

const tracks = testTracks(4)
const context = { kind: 'album', id: 'a', title: 'A' } as const
const upcoming = ({ player }: ReturnType<typeof setUp>) => player.view.queue.rest.map((entry) => entry.track.id)

describe('commands', () => {
  it('run nothing that has nothing to work on', () => {
    const { commands, player } = setUp()
    const useless = ['next', 'previous', 'play-pause', 'now-playing', 'back', 'cancel-scan'] as const
    expect(useless.filter((id) => commands.canRun(id))).toEqual([])
    commands.run('next')
    commands.run('play')
    expect(player.view.queue.current).toBeNull()
  })

  it('play the demo album when the queue is known to be empty, and not before', () => {
    const { commands, store, player } = setUp()
    store.set(demoAlbumAtom, { id: 'demo', title: 'Demo', artist: 'D', year: null, coverPath: null, tracks })
    commands.run('play-pause')
    expect(player.view.queue.current).toBeNull()
    store.set(playerReadyAtom, true)
    commands.run('play-pause')
    expect(player.view.queue.current?.track.id).toBe(tracks[0]?.id)
    expect(player.view.queue.context).toMatchObject({ id: 'demo' })
  })

  it('step the volume within its limits, and let a louder step end the silence', () => {
    const { commands, player } = setUp()
    commands.runWith('set-volume', { volume: 0.97 })
    commands.run('volume-up')
    commands.run('volume-up')
    expect(player.view.volume).toBe(1)
    commands.run('mute')
    commands.run('volume-down')
    expect(player.view).toMatchObject({ muted: true, volume: 0.95 })
    commands.run('volume-up')
    expect(player.view).toMatchObject({ muted: false, volume: 1 })
  })

  it('go round the repeat modes', () => {
    const { commands, player } = setUp()
    const modes = ['all', 'one', 'off'].map(() => {
      commands.run('repeat')
      return player.view.queue.repeat
    })
    expect(modes).toEqual(['all', 'one', 'off'])
  })

  it('offer to put back what they take from the queue', () => {
    const all = setUp()
    const { commands, player, told } = all
    commands.runWith('play-tracks', { tracks, startIndex: 0, context })
    const before = upcoming(all)
    const first = player.view.queue.rest[0]
    commands.runWith('remove-entries', { entryIds: [first?.entryId ?? ''], title: 'Rust' })
    expect(upcoming(all)).toEqual(before.slice(1))
    expect(told.at(-1)?.title).toBe('Removed Rust from the queue')
    told.at(-1)?.action?.run()
    expect(upcoming(all)).toEqual(before)
    commands.runWith('clear-upcoming', null)
    expect(upcoming(all)).toEqual([])
    told.at(-1)?.action?.run()
    expect(upcoming(all)).toEqual(before)
  })

  it('say nothing when there was nothing to clear', () => {
    const { commands, told } = setUp()
    commands.runWith('clear-upcoming', null)
    expect(told).toEqual([])
  })

  it('show a changed setting at once', () => {
    const { commands, store } = setUp()
    commands.runWith('change-settings', { theme: 'light' })
    expect(store.get(settingsAtom)).toEqual({ ...defaultSettings, theme: 'light' })
  })
})
