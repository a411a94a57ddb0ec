import { expect, test } from 'vitest'
import type { Loudness } from '../../../src/music/index.ts'
import { setStage, type Stage, testTrack } from './testing/index.ts'

const context = { kind: 'tracks', id: null, title: '' } as const
const minus20: Loudness = { trackGainDb: -20, trackPeak: 1, albumGainDb: null, albumPeak: null, measured: true }
const tell = (stage: Stage, ...trackIds: string[]): void =>
  stage.backend.emit('loudness.changed', {
    measured: 1,
    waiting: 1,
    tracks: trackIds.map((trackId) => ({ trackId, loudness: minus20 })),
  })
const gains = (stage: Stage): number[] => [...stage.engine.gains.values()]

test('what becomes known of a track’s loudness is heard at once, in what plays and in what follows', async () => {
  const stage = setStage()
  stage.player.playNow([testTrack('a'), testTrack('b'), testTrack('c')], { startIndex: 0, context })
  await stage.time.advance(1_000)
  const loads = stage.engine.gains.size
  tell(stage, 'a')
  expect(gains(stage)).toEqual([0.1, 1])
  tell(stage, 'b', 'elsewhere')
  expect(gains(stage)).toEqual([0.1, 0.1])
  // Nothing was loaded anew for it, and later entries know it in their turn.
  expect(stage.engine.gains.size).toBe(loads)
  tell(stage, 'c')
  expect(stage.player.view.queue.rest.map(({ track }) => track.loudness)).toEqual([minus20, minus20])
})

test('a list that was read before a measurement plays with it', async () => {
  const stage = setStage()
  tell(stage, 'b')
  stage.player.playNow([testTrack('a'), testTrack('b')], { startIndex: 1, context })
  await stage.time.advance(1_000)
  expect(gains(stage)).toEqual([0.1])
})

test('a measurement neither writes the queue nor changes what a shuffle decided', async () => {
  const stage = setStage()
  const tracks = Array.from({ length: 20 }, (_, index) => testTrack(`t${index}`))
  stage.player.playNow(tracks, { startIndex: 0, context, shuffle: true })
  stage.player.setRepeat('all')
  for (let skip = 0; skip < 19; skip += 1) stage.player.next()
  await stage.time.advance(2_000)
  const before = stage.engine.nextKey()
  const calls = stage.backend.calls.filter(({ name }) => name === 'session.saveQueue').length
  tell(stage, ...tracks.map(({ id }) => id))
  await stage.time.advance(500)
  expect(stage.engine.nextKey()).toBe(before)
  expect(before).not.toBeNull()
  expect(stage.backend.calls.filter(({ name }) => name === 'session.saveQueue')).toHaveLength(calls)
})
