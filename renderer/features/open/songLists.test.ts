import { expect, it } from 'vitest'
import { songListsOf } from './songLists.ts'

it('lists of songs go to the wizard, and nothing that plays does', () => {
  const taken = (names: readonly string[], isOpen = false) =>
    songListsOf(
      names.map((name) => new File([], name)),
      isOpen,
    ).map(({ name }) => name)
  expect(taken(['Road.CSV', 'Playlist1.json', 'songs.txt'])).toEqual(['Road.CSV', 'Playlist1.json', 'songs.txt'])
  // Notes beside music are no list.
  expect(taken(['01.flac', 'notes.txt'])).toEqual([])
  // A playlist file is looked for by its paths, unless it is dropped on the wizard.
  expect(taken(['Road.m3u8'])).toEqual([])
  expect(taken(['Road.m3u8', 'b.xspf'], true)).toEqual(['Road.m3u8', 'b.xspf'])
})
