import { createStore } from 'jotai'
import { expect, it } from 'vitest'
import { createFakeEngine, setStage, testTrack } from '../../player/controller/testing/index.ts'
import { defaultSettings, type Settings } from '../../../src/settings/index.ts'
import { previewAtom } from '../../state/imports.ts'
import { createPreviewPlayer } from './preview.ts'

const playing = testTrack('playing')
const one = testTrack('one')
const other = testTrack('other')

async function setUp() {
  const stage = setStage()
  const engine = createFakeEngine(stage.time)
  const store = createStore()
  let made = 0
  let settings: Settings = { ...defaultSettings, outputDevice: { id: 'headphones', label: 'Headphones' } }
  const listeners = new Set<() => void>()
  const chooseOutput = (outputDevice: Settings['outputDevice']) => {
    settings = { ...settings, outputDevice }
    for (const listener of listeners) listener()
  }
  const preview = createPreviewPlayer({
    player: stage.player,
    store,
    createEngine: async () => {
      made += 1
      return engine
    },
    settings: {
      get: () => settings,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    mediaUrl: (path) => path,
  })
  stage.player.playNow([playing], { startIndex: 0, context: { kind: 'album', id: 'a', title: 'A' } })
  await stage.time.advance(2000)
  const hear = async (track: typeof one) => {
    preview.toggle(track)
    await stage.time.advance(1000)
  }
  return { ...stage, preview, previewEngine: engine, store, hear, chooseOutput, made: () => made }
}

it('a recording is heard on its own: what plays waits, goes on afterwards, and the queue is as it was', async () => {
  const { player, store, hear, previewEngine, made } = await setUp()
  const queue = player.view.queue
  await hear(one)
  expect(store.get(previewAtom)).toEqual({ trackId: one.id, state: 'playing', error: null })
  expect(player.view.wantsPlay).toBe(false)
  await hear(other)
  expect(store.get(previewAtom)?.trackId).toBe(other.id)
  await hear(other)
  expect(store.get(previewAtom)).toBeNull()
  expect(previewEngine.state.kind).toBe('empty')
  expect(player.view.wantsPlay).toBe(true)
  expect(player.view.queue).toEqual(queue)
  expect(made()).toBe(1)
})

it('whoever plays something ends it, and what was paused stays paused', async () => {
  const { player, store, hear, previewEngine } = await setUp()
  await hear(one)
  player.play()
  await Promise.resolve()
  expect(store.get(previewAtom)).toBeNull()
  expect(previewEngine.state.kind).toBe('empty')
  player.pause()
  await hear(one)
  await hear(one)
  expect(player.view.wantsPlay).toBe(false)
})

it('a recording is heard where and as loud as everything else, also when that changes meanwhile', async () => {
  const { player, hear, chooseOutput, previewEngine, time } = await setUp()
  player.setVolume(0.8)
  await hear(one)
  expect([previewEngine.volume, previewEngine.outputChoices]).toEqual([0.8, ['headphones']])
  player.setVolume(0.3)
  player.setMuted(true)
  chooseOutput(null)
  await time.advance(10)
  expect([previewEngine.volume, previewEngine.muted]).toEqual([0.3, true])
  expect(previewEngine.outputChoices).toEqual(['headphones', null])
})
