import { expect, it } from 'vitest'
import { allChosen, chosenSongs, entriesOf, startsOf, toggled } from './choosing.ts'
import type { ReadFile } from './reading.ts'

const list = (name: string | null, songs: number, of: 'playlist' | 'liked' = 'playlist') => ({
  of,
  name,
  songs,
  others: 0,
  first: [],
})
const file = (fileName: string, lists: ReadFile['told']['lists']): ReadFile => ({
  fileName,
  text: fileName,
  told: { format: 'json', lists, leftOut: 0, isWeak: false },
})
const files = [
  file('Playlist1.json', [list('Road', 3), list('Only talk', 0), list('Night', 4)]),
  file('YourLibrary.json', [list(null, 5, 'liked')]),
  file('Set list.txt', [list(null, 2)]),
]

it('all lists with songs are chosen at first, each under the name that it will have', () => {
  const entries = entriesOf(files, 'Liked songs')
  expect(entries.map(({ name }) => name)).toEqual(['Road', 'Only talk', 'Night', 'Liked songs', 'Set list'])
  const chosen = allChosen(entries)
  expect(chosenSongs(entries, chosen)).toBe(14)
  expect(startsOf(files, entries, chosen, 'Liked songs')).toMatchObject([
    { fileName: 'Playlist1.json', lists: [0, 2] },
    { fileName: 'YourLibrary.json', lists: null },
    { fileName: 'Set list.txt', lists: null },
  ])
})

it('a file of which no list is wanted is not started', () => {
  const entries = entriesOf(files, 'Liked songs')
  const one = toggled(new Set(), '0/2')
  expect(startsOf(files, entries, one, 'Liked songs')).toMatchObject([{ fileName: 'Playlist1.json', lists: [2] }])
  expect(startsOf(files, entries, toggled(one, '0/2'), 'Liked songs')).toEqual([])
})
