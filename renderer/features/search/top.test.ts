import { describe, expect, it } from 'vitest'
import type { SearchResults } from '../../../src/contract/index.ts'
import { testTracks } from '../../player/controller/testing/index.ts'
import type { SearchSource } from '../../../src/contract/index.ts'
import { noSearch, withAnswer, withSources, withText } from '../../state/search.ts'
import type { SearchView } from '../../state/search.ts'
import { besideTracks, keyOf, topOf, topResult } from './top.ts'

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
const nothing: SearchResults = { tracks: [], albums: [], artists: [], playlists: [], list: null, spotify: [] }
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

describe('the best match of several sources', () => {
  const asked = withSources(withText(noSearch, 'lan', '1'), '1', ['library', 'nodelink'])
  const answered = (view: SearchView, source: SearchSource, titles: readonly string[], more = false) =>
    withAnswer(view, {
      searchId: '1',
      source,
      more,
      outcome: { ok: true, value: { ...nothing, tracks: titles.map((title) => track(title)) } },
    })
  const nameOf = (view: SearchView) => {
    const found = topOf(view)
    return found && keyOf(found)
  }

  it('is the library’s as soon as it is known, and nothing that comes later takes its place', () => {
    expect(topOf(asked)).toBeUndefined()
    const own = answered(asked, 'library', ['Planet'])
    expect(nameOf(own)).toBe('track Planet')
    expect(nameOf(answered(own, 'nodelink', ['Lan']))).toBe('track Planet')
  })

  it('is what servers found where the library has nothing', () => {
    const none = answered(asked, 'library', [])
    expect(topOf(none)).toBeUndefined()
    expect(nameOf(answered(none, 'nodelink', ['Lan']))).toBe('track Lan')
    expect(nameOf(answered(none, 'nodelink', []))).toBeNull()
  })

  it('is what the first servers found, without waiting for the others', () => {
    const none = answered(asked, 'library', [])
    expect(topOf(answered(none, 'nodelink', [], true))).toBeUndefined()
    const first = answered(none, 'nodelink', ['Lan'], true)
    expect(nameOf(first)).toBe('track Lan')
    expect(nameOf(answered(first, 'nodelink', ['Lan', 'Land']))).toBe('track Lan')
    // What they found for what was typed before says nothing.
    const further = withSources(withText(first, 'land', '2'), '2', ['library', 'nodelink'])
    expect(topOf(further)).toBeUndefined()
  })

  it('is not what servers found before the library has answered', () => {
    expect(topOf(answered(asked, 'nodelink', ['Lan']))).toBeUndefined()
  })
})

it('artists, albums and playlists take turns beside the tracks', () => {
  const results = { ...nothing, artists: [artist('A'), artist('B'), artist('C')], albums: [album('D')] }
  expect(besideTracks(results).map(keyOf)).toEqual(['artist A', 'album D', 'artist B', 'artist C'])
})
