import { expect, it } from 'vitest'
import { foldersShown, joinedPath } from './places.ts'

const at = (location: string) => ({ name: location.split(/[\\/]/).at(-1) ?? '', location })

it('shows the folder around each file', () => {
  expect(foldersShown([at('/music/Low Water/CD 1/01.mp3'), at('/music/Low Water/CD 2/01.mp3')])).toEqual([
    ['CD 1'],
    ['CD 2'],
  ])
})

it('shows as many more folders as it takes to tell equal names apart, and no more with the others', () => {
  const files = ['/a/x/CD 1/01.mp3', '/b/x/CD 1/01.mp3', '/b/x/CD 1/02.mp3', '/b/x/CD 2/01.mp3'].map(at)
  expect(foldersShown(files)).toEqual([['a', 'x', 'CD 1'], ['b', 'x', 'CD 1'], ['CD 1'], ['CD 2']])
})

it('ends where a path ends, also when one lies inside the other or both are the same', () => {
  expect(foldersShown([at('/CD 1/01.mp3'), at('/x/CD 1/01.mp3')])).toEqual([['CD 1'], ['x', 'CD 1']])
  expect(foldersShown([at('/a/1.mp3'), at('/a/1.mp3'), at('/1.mp3')])).toEqual([['a'], ['a'], []])
})

it('reads the paths of Windows and of what was dropped on a page, and makes do without one', () => {
  const files = [at('C:\\Music\\CD 1\\01.mp3'), at('CD 2/01.mp3'), { name: '01.mp3', location: null }]
  expect(foldersShown(files)).toEqual([['CD 1'], ['CD 2'], []])
})

it('keeps the direction of one part from the others', () => {
  expect(joinedPath(['موسيقى', '01.mp3'])).toBe('\u2068موسيقى\u2069/\u206801.mp3\u2069')
})
