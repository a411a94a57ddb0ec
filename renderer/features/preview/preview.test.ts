import { createStore } from 'jotai'
import { expect, it } from 'vitest'
import { createFakeEngine, setStage, testTrack } from '../../player/controller/testing/index.ts'
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
  const preview = createPreviewPlayer({
    player: stage.player,
    store,
    createEngine: async () => {
      made += 1
      return engine
    },
    mediaUrl: (path) => path,
  })
  stage.player.playNow([playing], { startIndex: 0, context: { kind: 'album', id: 'a', title: 'A' } })
  await stage.time.advance(2000)
  const hear = async (track: typeof one) => {
    preview.toggle(track)
    await stage.time.advance(1000)
  }
  return { ...stage, preview, previewEngine: engine, store, hear, made: () => made }
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
