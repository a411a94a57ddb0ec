import { describe, expect, test } from 'vitest'
import type { PlaylistEntry } from '../../state/index.ts'
import { trackOf } from '../../ui/testing/tracks.ts'
import { filtered, folded, isPlain, plainView, sorted } from './view.ts'

const entry = (title: string, more: Partial<PlaylistEntry['track']> = {}, addedAt = 0): PlaylistEntry => ({
  entryId: title,
  addedAt,
  track: trackOf({ id: title, title, ...more }),
})
const titles = (entries: readonly PlaylistEntry[]) => entries.map(({ track }) => track.title)

describe('the filter', () => {
  const entries = [
    entry('Clair de Lune', { artists: ['Débussy'] }),
    entry('夜行列車', { artists: ['灯台倶楽部'], albumTitle: '終着駅' }),
    entry('Lune', { artists: ['Other'] }),
  ]

  test('looks at title, artists and album, whatever the case and the accents', () => {
    expect(titles(filtered(entries, 'DEBUSSY'))).toEqual(['Clair de Lune'])
    expect(titles(filtered(entries, '終着'))).toEqual(['夜行列車'])
    expect(titles(filtered(entries, 'lune'))).toEqual(['Clair de Lune', 'Lune'])
  })

  test('every word has to occur', () => {
    expect(titles(filtered(entries, ' lune  clair '))).toEqual(['Clair de Lune'])
    expect(filtered(entries, 'lune nothing')).toEqual([])
    expect(filtered(entries, '   ')).toBe(entries)
  })

  test('full-width letters are letters', () => {
    expect(folded('ＡＢＣ é')).toBe('abc e')
  })
})

describe('the order', () => {
  const entries = [
    entry('b 10', { artists: [], durationMs: 3000 }, 2),
    entry('B 2', { artists: ['Zoe'], durationMs: null }, 3),
    entry('a', { artists: ['Ann'], durationMs: 1000 }, 1),
  ]

  test('numbers count as numbers, and case does not', () => {
    expect(titles(sorted(entries, { sort: 'title', descending: false }, 'en'))).toEqual(['a', 'B 2', 'b 10'])
  })

  test('what is not known comes last either way', () => {
    expect(titles(sorted(entries, { sort: 'artist', descending: false }, 'en'))).toEqual(['a', 'B 2', 'b 10'])
    expect(titles(sorted(entries, { sort: 'artist', descending: true }, 'en'))).toEqual(['B 2', 'a', 'b 10'])
    expect(titles(sorted(entries, { sort: 'duration', descending: true }, 'en'))).toEqual(['b 10', 'a', 'B 2'])
  })

  test('latest first', () => {
    expect(titles(sorted(entries, { sort: 'added', descending: true }, 'en'))).toEqual(['B 2', 'b 10', 'a'])
  })
})

test('rows can be moved only where all of them stand in their own order', () => {
  expect(isPlain(plainView)).toBe(true)
  expect(isPlain({ ...plainView, filter: '  ' })).toBe(true)
  expect(isPlain({ ...plainView, filter: 'a' })).toBe(false)
  expect(isPlain({ ...plainView, sort: 'title' })).toBe(false)
  expect(isPlain({ ...plainView, duplicatesOnly: true })).toBe(false)
})
