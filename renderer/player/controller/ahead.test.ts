import { beforeEach, expect, test } from 'vitest'
import { setStage, type Stage, testTrack, testTracks } from './testing/index.ts'

let stage: Stage
const ofNode = (id: string) => testTrack(id, { origin: 'node' })
const told = () => stage.backend.calls.flatMap(({ name, input }) => (name === 'streams.prepare' ? [input] : []))

beforeEach(() => {
  stage = setStage()
})

const context = { kind: 'tracks' as const, id: null, title: '' }

/** Starts the first of them, and waits until it is heard. */
async function play(ids: readonly string[]): Promise<void> {
  stage.player.playNow(ids.map(ofNode), { startIndex: 0, context })
  await stage.time.advance(100)
}

/** Goes on to the next track, and waits until it is heard. */
async function next(): Promise<void> {
  stage.player.next()
  await stage.time.advance(100)
}

test('the three tracks that follow are looked for, queued ones first, and anew with every step', async () => {
  await play(['a', 'b', 'c', 'd', 'e'])
  expect(told()).toEqual([{ trackIds: ['b', 'c', 'd'] }])
  stage.player.playNext([ofNode('q')])
  expect(told().at(-1)).toEqual({ trackIds: ['q', 'b', 'c'] })
  await next()
  expect(told().at(-1)).toEqual({ trackIds: ['b', 'c', 'd'] })
  stage.player.setVolume(0.5)
  expect(told()).toHaveLength(3)
})

test('nothing is in the way of a track that is waited for: what follows it is looked for once it sounds', async () => {
  stage.engine.latencyMs = () => 300
  stage.player.playNow(['a', 'b', 'c'].map(ofNode), { startIndex: 0, context })
  await stage.time.advance(200)
  expect(stage.player.view.status.kind).toBe('loading')
  // An engine that has waited for long says that it stalls, whether or not there was sound before.
  stage.engine.tell({ kind: 'state', state: { kind: 'stalled', key: 'e1#1' } })
  expect(stage.player.view.status.kind).toBe('stalled')
  expect(told()).toEqual([])
  await stage.time.advance(200)
  expect(stage.player.view.status.kind).toBe('playing')
  expect(told()).toEqual([{ trackIds: ['b', 'c'] }])
  stage.player.playNow(['x', 'y'].map(ofNode), { startIndex: 0, context })
  await stage.time.advance(200)
  expect(told()).toHaveLength(1)
  await stage.time.advance(200)
  expect(told().at(-1)).toEqual({ trackIds: ['y'] })
})

test('of a queue that is paused, what follows is looked for all the same', async () => {
  stage.player.playNow(['a', 'b'].map(ofNode), { startIndex: 0, context })
  stage.player.pause()
  await stage.time.advance(100)
  expect(told()).toEqual([{ trackIds: ['b'] }])
})

test('what the pointer rests on comes first, until it plays', async () => {
  await play(['a', 'b'])
  stage.player.prepare(ofNode('x'))
  expect(told().at(-1)).toEqual({ trackIds: ['x', 'b'] })
  stage.player.playNext([ofNode('x')])
  await next()
  expect(told().at(-1)).toEqual({ trackIds: ['b'] })
})

test('files are none of its business', () => {
  stage.player.playNow(testTracks(5), { startIndex: 0, context: { kind: 'tracks', id: null, title: '' } })
  stage.player.prepare(testTrack('x'))
  expect(told()).toEqual([])
})
