import { expect, test } from 'vitest'
import { collageOf } from './layout.ts'

test('a collage has as many parts as there are different covers, four at most', () => {
  expect(collageOf([])).toEqual({ layout: 'sleeve', paths: [] })
  expect(collageOf(['a', 'a'])).toEqual({ layout: 'single', paths: ['a'] })
  expect(collageOf(['a', 'b', 'a'])).toEqual({ layout: 'pair', paths: ['a', 'b'] })
  expect(collageOf(['a', 'b', 'c']).layout).toBe('triple')
  expect(collageOf(['a', 'b', 'c', 'd', 'e'])).toEqual({ layout: 'quarters', paths: ['a', 'b', 'c', 'd'] })
})
