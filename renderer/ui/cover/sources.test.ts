import { expect, test } from 'vitest'
import { sourcesOf } from './sources.ts'

test('a cover offers its small pictures, and says how wide its place is', () => {
  expect(sourcesOf('media/cover/abc', 40)).toEqual({
    src: 'media/cover/abc',
    srcSet:
      'media/cover/abc?size=96 96w, media/cover/abc?size=256 256w, media/cover/abc?size=640 640w, media/cover/abc 1400w',
    sizes: '40px',
  })
})

test('a picture from elsewhere is loaded as it is', () => {
  expect(sourcesOf('blob:x', 40)).toEqual({ src: 'blob:x' })
})
