import { expect, test } from 'vitest'
import { shownLikes, withLikes, withPending, withoutPending } from './likes.ts'
import type { PendingLike } from './likes.ts'

const nothing: ReadonlyMap<string, PendingLike> = new Map()

test('a like shows at once and goes again when it was refused', () => {
  const stored = new Set(['a'])
  const pending = withPending(nothing, ['b', 'c'], { liked: true, change: 1 })
  expect([...shownLikes(stored, pending)]).toEqual(['a', 'b', 'c'])
  expect([...shownLikes(stored, withoutPending(pending, ['b', 'c'], 1))]).toEqual(['a'])
})

test('the answer to an older change does not undo a newer one', () => {
  const liked = withPending(nothing, ['a'], { liked: true, change: 1 })
  const unliked = withPending(liked, ['a'], { liked: false, change: 2 })
  const answered = withoutPending(unliked, ['a'], 1)
  // The first change is stored by now; what the person did last is what shows.
  expect([...shownLikes(withLikes(new Set(), ['a'], true), answered)]).toEqual([])
  expect(withoutPending(answered, ['a'], 2).size).toBe(0)
})

test('tracks are liked and unliked together', () => {
  const likes = withLikes(new Set(['a', 'b']), ['b', 'c'], true)
  expect([...likes]).toEqual(['a', 'b', 'c'])
  expect([...withLikes(likes, ['a', 'c'], false)]).toEqual(['b'])
})
