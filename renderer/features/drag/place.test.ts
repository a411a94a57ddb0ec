import { expect, test } from 'vitest'
import { dropIndexAt, edgeScroll } from './place.ts'
import { dropName, dropTargetOf } from './target.ts'

test('rows land at the nearest gap between rows', () => {
  expect(dropIndexAt(3, 50, 24)).toBe(0)
  expect(dropIndexAt(3, 50, 26)).toBe(1)
  expect(dropIndexAt(3, 50, 149)).toBe(3)
  expect(dropIndexAt(3, 50, -400)).toBe(0)
  expect(dropIndexAt(3, 50, 4000)).toBe(3)
})

test('a list scrolls near its edges alone, faster towards them', () => {
  expect(edgeScroll(100, 500, 300)).toBe(0)
  expect(edgeScroll(100, 500, 130)).toBeLessThan(0)
  expect(edgeScroll(100, 500, 105)).toBeLessThan(edgeScroll(100, 500, 130))
  expect(edgeScroll(100, 500, 490)).toBeGreaterThan(0)
  expect(edgeScroll(100, 500, 9000)).toBe(edgeScroll(100, 500, 500))
})

test('targets are known by their names', () => {
  for (const target of [{ kind: 'playlist', id: 'a:b' }, { kind: 'liked' }, { kind: 'new-playlist' }] as const) {
    expect(dropTargetOf(dropName(target))).toEqual(target)
  }
  expect(dropTargetOf('elsewhere')).toBe(null)
})
