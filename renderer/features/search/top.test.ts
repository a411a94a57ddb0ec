import { describe, expect, it } from 'vitest'
import type { SearchResults } from '../../../src/contract/index.ts'
import { testTracks } from '../../player/controller/testing/index.ts'
import { besideTracks, keyOf, topResult } from './top.ts'

const [sample] = testTracks(1)
if (!sample) throw new Error('There is no track to test with')

const track = (title: string, artist = 'Somebody', missing = false) => ({
  ...sample,
  id: title,
  title,
  artists: [artist],
  missing,
})
const artist = (name: string) => ({ id: name, name, albumCount: 1, trackCount: 1, coverPath: null })
const album = (title: string) => ({
  id: title,
  title,
  artist: null,
  artistId: null,
  isCompilation: false,
  year: null,
  coverPath: null,
  trackCount: 1,
  durationMs: 1,
  addedAt: 0,
})
const nothing: SearchResults = { tracks: [], albums: [], artists: [], playlists: [], list: null }
const top = (results: Partial<SearchResults>, text: string) => {
  const found = topResult({ ...nothing, ...results }, text)
  return found && keyOf(found)
}

describe('the best match', () => {
  it('is the first track, unless something else is called just that', () => {
    const results = {
      tracks: [track('Lantern Season')],
      artists: [artist('Green Lantern')],
      albums: [album('Lanterns')],
    }
    expect(top(results, 'lantern')).toBe('track Lantern Season')
    expect(top(results, 'green lantern')).toBe('artist Green Lantern')
    expect(top(results, 'lanterns')).toBe('album Lanterns')
  })

  it('does not go by case, accents or width', () => {
    expect(top({ tracks: [track('Jóga', 'Björk')], artists: [artist('Björk')] }, 'ＢＪＯＲＫ')).toBe('artist Björk')
  })

  it('is the artist when tracks are found by them alone', () => {
    const results = { tracks: [track('Paper Lanterns', 'Mira Vale')], artists: [artist('Mira Vale')] }
    expect(top(results, 'mira')).toBe('artist Mira Vale')
    expect(top({ ...results, tracks: [track('Mirage', 'Mira Vale')] }, 'mira')).toBe('track Mirage')
  })

  it('is a track whose title is the same as its album’s', () => {
    expect(top({ tracks: [track('Lantern')], albums: [album('Lantern')] }, 'lantern')).toBe('track Lantern')
  })

  it('is never a track whose file is gone', () => {
    expect(top({ tracks: [track('Gone', 'x', true), track('Here')] }, 'e')).toBe('track Here')
    expect(top({ tracks: [track('Gone', 'x', true)] }, 'gone')).toBe(null)
  })
})

it('artists, albums and playlists take turns beside the tracks', () => {
  const results = { ...nothing, artists: [artist('A'), artist('B'), artist('C')], albums: [album('D')] }
  expect(besideTracks(results).map(keyOf)).toEqual(['artist A', 'album D', 'artist B', 'artist C'])
})
