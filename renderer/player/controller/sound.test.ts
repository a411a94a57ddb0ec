import { expect, test, vi } from 'vitest'
import { setStage, testTrack } from './testing/index.ts'

test('the tracks of one file reach the engine with their part of it, also when they are aimed at or follow', () => {
  const stage = setStage()
  const load = vi.spyOn(stage.engine, 'load')
  const setNext = vi.spyOn(stage.engine, 'setNext')
  const prepare = vi.spyOn(stage.engine, 'prepare')
  const parts = [
    { startMs: 0, endMs: 1000 },
    { startMs: 1000, endMs: null },
  ] as const
  const tracks = parts.map((segment, index) => ({ ...testTrack(`t${index}`), audioPath: 'media/audio/f', segment }))
  const [, second] = tracks
  if (second !== undefined) stage.player.prepare(second)
  stage.player.playNow(tracks, { startIndex: 0, context: { kind: 'tracks', id: null, title: '' }, shuffle: false })
  const url = 'http://localhost/media/audio/f'
  expect(prepare).toHaveBeenCalledWith({ url, segment: parts[1] })
  expect(load.mock.calls[0]?.[0]).toMatchObject({ url, segment: parts[0] })
  expect(setNext.mock.calls[0]?.[0]).toMatchObject({ url, segment: parts[1] })
})
