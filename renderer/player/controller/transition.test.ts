import { describe, expect, test } from 'vitest'
import type { Track } from '../../../src/music/index.ts'
import type { Transition } from '../engine/types.ts'
import { emptyQueue, playNow, type QueueItem } from '../queue/index.ts'
import { testAlbum, testTrack, testTracks } from './testing/index.ts'
import { transitionBetween } from './transition.ts'

const context = { kind: 'tracks', id: null, title: '' } as const

function items(tracks: readonly Track[]): readonly QueueItem[] {
  const entries = tracks.map((track, index) => ({ entryId: `e${index}`, track }))
  const queue = playNow(emptyQueue, entries, { startIndex: 0, context }, () => 0)
  return [...(queue.current === null ? [] : [queue.current]), ...queue.rest]
}

function between(tracks: readonly Track[], from: number, to: number, crossfadeMs = 6_000): Transition['kind'] {
  const [one, other] = [items(tracks)[from], items(tracks)[to]]
  if (one === undefined || other === undefined) throw new Error('There are not that many.')
  const withLength = (item: QueueItem) => ({ item, durationMs: item.track.durationMs })
  return transitionBetween(withLength(one), withLength(other), crossfadeMs).kind
}

describe('going over into the next track', () => {
  test('crossfades between unrelated tracks when the person asked for it', () => {
    expect(between([testTrack('a'), testTrack('b')], 0, 1)).toBe('crossfade')
    expect(between([testTrack('a'), testTrack('b')], 0, 1, 0)).toBe('gapless')
  })

  test('never fades inside an album in its order, from disc to disc neither', () => {
    const album = testAlbum(3)
    expect(between(album, 0, 1)).toBe('gapless')
    const end = testTrack('x', { albumId: 'box', discNumber: 1, trackNumber: 9 })
    const start = testTrack('y', { albumId: 'box', discNumber: 2, trackNumber: 1 })
    expect(between([testTrack('z'), end, testTrack('w'), start], 1, 3)).toBe('gapless')
  })

  test('fades inside an album where its order is broken', () => {
    expect(between(testAlbum(5), 0, 3)).toBe('crossfade')
    expect(between(testAlbum(5), 3, 0)).toBe('crossfade')
  })

  test('takes the order of the list for an album without track numbers', () => {
    const bare = ['a', 'b', 'c'].map((id) => testTrack(id, { albumId: 'bare' }))
    expect(between(bare, 0, 1)).toBe('gapless')
    expect(between(bare, 0, 2)).toBe('crossfade')
    expect(between(testTracks(3), 0, 1)).toBe('crossfade')
  })

  test('does not fade a track into itself', () => {
    expect(between([testTrack('a'), testTrack('a')], 0, 1)).toBe('gapless')
  })

  test('does not fade what is shorter than two fades or of unknown length', () => {
    const short = testTrack('s', { durationMs: 12_000 })
    const unknown = testTrack('u', { durationMs: null })
    const long = testTrack('l', { durationMs: 12_001 })
    expect(between([testTrack('a'), short], 0, 1)).toBe('gapless')
    expect(between([short, testTrack('a')], 0, 1)).toBe('gapless')
    expect(between([testTrack('a'), unknown], 0, 1)).toBe('gapless')
    expect(between([testTrack('a'), long], 0, 1)).toBe('crossfade')
  })
})
