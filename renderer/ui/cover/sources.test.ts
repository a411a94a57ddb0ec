import { expect, test } from 'vitest'
import { sourcesOf } from './sources.ts'

test('a row of a list loads a small picture, and says how wide it is', () => {
  expect(sourcesOf('media/cover/abc', 40)).toEqual({
    src: 'media/cover/abc',
    srcSet:
      'media/cover/abc?size=96 96w, media/cover/abc?size=256 256w, media/cover/abc?size=640 640w, media/cover/abc 1400w',
    sizes: '40px',
  })
})

test('a cover that fills its place leaves the width to the layout', () => {
  expect(sourcesOf('media/cover/abc', undefined)).toMatchObject({ sizes: 'auto, 256px', loading: 'lazy' })
})

test('a picture from elsewhere is loaded as it is', () => {
  expect(sourcesOf('blob:x', 40)).toEqual({ src: 'blob:x' })
})
