import { expect, test } from 'vitest'
import { sourceOf } from './sources.ts'

test('a cover is loaded as small as its place allows, and sharp on screens with more pixels', () => {
  expect(sourceOf('media/cover/abc', 40, 1)).toBe('media/cover/abc?size=96')
  expect(sourceOf('media/cover/abc', 176, 1)).toBe('media/cover/abc?size=256')
  expect(sourceOf('media/cover/abc', 176, 1.5)).toBe('media/cover/abc?size=640')
  expect(sourceOf('media/cover/abc', 480, 2)).toBe('media/cover/abc')
})

test('a picture from elsewhere is loaded as it is', () => {
  expect(sourceOf('blob:x', 40, 1)).toBe('blob:x')
})
