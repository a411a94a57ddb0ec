import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Recording, createRecordingIndex } from './duplicates.ts'

const recording = (trackId: string, changes: Partial<Recording> = {}): Recording => ({
  trackId,
  isrc: null,
  words: null,
  durationMs: 200_000,
  ...changes,
})

/** For each recording the place of the first one that it repeats, or -1. */
function repeats(recordings: readonly Recording[]): number[] {
  const index = createRecordingIndex<number>()
  return recordings.map((one, place) => index.firstOf(one, place) ?? -1)
}

test('the same track, the same ISRC, and the same words at about the same length repeat one another', () => {
  expect(repeats([recording('a'), recording('b'), recording('a')])).toEqual([-1, -1, 0])
  expect(repeats([recording('a', { isrc: 'X' }), recording('b', { isrc: 'X' })])).toEqual([-1, 0])
  const song = (trackId: string, durationMs: number | null) => recording(trackId, { words: 'song', durationMs })
  expect(repeats([song('a', 1000), song('b', 3000), song('c', 3001), song('d', 200_000)])).toEqual([-1, 0, -1, -1])
  expect(repeats([song('a', null), song('b', null)])).toEqual([-1, -1])
})

test('live and studio version of one song are two recordings', () => {
  expect(repeats([recording('a', { words: 'song' }), recording('b', { words: 'song', durationMs: 260_000 })])).toEqual([
    -1, -1,
  ])
})

test('whatever the lengths: what repeats one lies within the tolerance of it, and originals lie apart', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20_000 })), (lengths) => {
      const recordings = lengths.map((durationMs, place) => recording(`t${place}`, { words: 'song', durationMs }))
      const found = repeats(recordings)
      const originals = lengths.filter((_, place) => found[place] === -1).toSorted((a, b) => a - b)
      expect(originals.every((one, place) => place === 0 || one - (originals[place - 1] ?? 0) > 2000)).toBe(true)
      for (const [place, first] of found.entries()) {
        expect(first === -1 || Math.abs((lengths[place] ?? 0) - (lengths[first] ?? 0)) <= 2000).toBe(true)
        expect(first).toBeLessThan(place)
      }
    }),
  )
})
