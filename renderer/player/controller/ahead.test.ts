import { beforeEach, expect, test } from 'vitest'
import { setStage, type Stage, testTrack, testTracks } from './testing/index.ts'

let stage: Stage
const ofNode = (id: string) => testTrack(id, { origin: 'node' })
const told = () => stage.backend.calls.flatMap(({ name, input }) => (name === 'streams.prepare' ? [input] : []))

beforeEach(() => {
  stage = setStage()
})

function play(ids: readonly string[]): void {
  const context = { kind: 'tracks' as const, id: null, title: '' }
  stage.player.playNow(ids.map(ofNode), { startIndex: 0, context })
}

test('the three tracks that follow are looked for, queued ones first, and anew with every step', () => {
  play(['a', 'b', 'c', 'd', 'e'])
  expect(told()).toEqual([{ trackIds: ['b', 'c', 'd'] }])
  stage.player.playNext([ofNode('q')])
  expect(told().at(-1)).toEqual({ trackIds: ['q', 'b', 'c'] })
  stage.player.next()
  expect(told().at(-1)).toEqual({ trackIds: ['b', 'c', 'd'] })
  stage.player.setVolume(0.5)
  expect(told()).toHaveLength(3)
})

test('what the pointer rests on comes first, until it plays', () => {
  play(['a', 'b'])
  stage.player.prepare(ofNode('x'))
  expect(told().at(-1)).toEqual({ trackIds: ['x', 'b'] })
  stage.player.playNext([ofNode('x')])
  stage.player.next()
  expect(told().at(-1)).toEqual({ trackIds: ['b'] })
})

test('files are none of its business', () => {
  stage.player.playNow(testTracks(5), { startIndex: 0, context: { kind: 'tracks', id: null, title: '' } })
  stage.player.prepare(testTrack('x'))
  expect(told()).toEqual([])
})
