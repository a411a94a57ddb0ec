import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCodePoint } from '../../../../testkit/property/index.ts'
import { entryObject, trackObject } from '../../../../testkit/spotify/library.ts'
import { localFacts, readSpotifyLink } from '../links.ts'
import { pageSchema, readListedPlaylist } from './index.ts'
import { readRow } from './row.ts'

const song = { kind: 'track', name: 'Nachtzug 海' } as const

describe('an entry', () => {
  it.each(['item', 'track', 'both'] as const)('is read under the name it is served by: %s', (shape) => {
    expect(readRow(entryObject(song, 3, shape))).toEqual({
      kind: 'track',
      addedAtMs: Date.UTC(2020, 0, 1, 0, 3),
      track: expect.objectContaining({
        title: 'Nachtzug 海',
        artists: ['Artist of Nachtzug 海'],
        album: 'Album of Nachtzug 海',
        isrc: expect.stringMatching(/^DEA01\d{7}$/),
        isExplicit: false,
        isPlayable: true,
      }),
    })
  })

  it('is an episode, a local file, or gone', () => {
    expect(readRow(entryObject({ kind: 'episode', name: 'Talk' }, 0, 'both'))).toMatchObject({
      kind: 'episode',
      title: 'Talk',
    })
    expect(readRow({ item: { type: 'chapter', name: 'One' } })).toMatchObject({ kind: 'episode', title: 'One' })
    const local = { kind: 'local', name: 'Späte Fähre', artist: 'Ann & Bob', seconds: 61 } as const
    expect(readRow(entryObject(local, 0, 'item'))).toMatchObject({
      kind: 'local',
      track: { id: null, title: 'Späte Fähre', artists: ['Ann & Bob'], durationMs: 61_000, isrc: null },
    })
    expect(readRow(entryObject({ kind: 'null' }, 0, 'both'))).toMatchObject({ kind: 'gone' })
    expect(readRow(null)).toEqual({ kind: 'gone', addedAtMs: null })
    const shell = { id: null, name: '', type: 'track', artists: [], duration_ms: 0 }
    expect(readRow({ added_at: null, track: shell })).toMatchObject({ kind: 'gone' })
  })

  it('a local file of which only the address is filled tells what that holds', () => {
    const track = {
      id: null,
      name: '',
      type: 'track',
      artists: [],
      uri: 'spotify:local:Ann+%26+Bob:An+album:A+song:75',
    }
    expect(readRow({ is_local: true, item: null, track })).toMatchObject({
      kind: 'local',
      addedAtMs: null,
      track: { title: 'A song', artists: ['Ann & Bob'], album: 'An album', durationMs: 75_000 },
    })
  })

  it('is read without what old lists and lazy servers leave out', () => {
    expect(readRow({ track: { name: 'Bare' } })).toEqual({
      kind: 'track',
      addedAtMs: null,
      track: {
        id: null,
        title: 'Bare',
        artists: [],
        album: null,
        albumId: null,
        durationMs: null,
        isrc: null,
        isExplicit: null,
        isPlayable: null,
        pictureUrl: null,
      },
    })
    const odd = trackObject('Odd', {
      artists: [null, { name: ' ' }, { name: 'Ann' }],
      album: 7,
      external_ids: { isrc: 'us-abc-12-34567' },
    })
    expect(readRow({ item: odd })).toMatchObject({ track: { artists: ['Ann'], album: null, isrc: 'USABC1234567' } })
  })

  it('whatever it is, it is accounted for', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (item, entry) => {
        expect(readRow(entry).kind).toEqual(expect.any(String))
        const kinds = ['track', 'local', 'episode', 'gone', 'unreadable']
        expect(kinds).toContain(readRow({ item }).kind)
        expect(kinds).toContain(readRow({ track: item, added_at: item, is_local: item }).kind)
      }),
    )
  })
})

it('a listed playlist is read under both names of its count, and is nobody where it cannot be told of', () => {
  const id = 'a'.repeat(22)
  expect(readListedPlaylist({ id, name: 'Road', snapshot_id: 's', tracks: { total: 7 } })).toMatchObject({ total: 7 })
  expect(readListedPlaylist({ id, items: { total: 8 }, owner: { id: 'ann' } })).toMatchObject({ total: 8, name: '' })
  expect(readListedPlaylist(null)).toBeNull()
})

it('a page is one with all of its figures', () => {
  const page = pageSchema(readRow)
  const figures = { total: 3, offset: 50, limit: 50 }
  expect(page.parse({ items: [], ...figures })).toEqual({ items: [], ...figures })
  expect(page.safeParse({ items: null, ...figures }).success).toBe(false)
  for (const figure of ['total', 'offset', 'limit'])
    expect(page.safeParse({ items: [], ...figures, [figure]: undefined }).success).toBe(false)
})

describe('links', () => {
  const id = '37i9dQZF1DXcBWIGoYBM5M'
  it.each([
    `https://open.spotify.com/playlist/${id}`,
    ` open.spotify.com/intl-de/playlist/${id}?si=abc#x `,
    `https://open.spotify.com/intl-pt-br/playlist/${id}/`,
    `https://open.spotify.com/embed/playlist/${id}?theme=0`,
    `https://open.spotify.com/user/some%20body/playlist/${id}`,
    `spotify:playlist:${id}`,
    `spotify:user:somebody:playlist:${id}`,
  ])('%s', (link) => {
    expect(readSpotifyLink(link)).toEqual({ kind: 'playlist', id })
  })

  it.each(['album', 'track', 'artist'] as const)('to an %s', (kind) => {
    expect(readSpotifyLink(`HTTPS://open.spotify.com/${kind}/${id}`)).toEqual({ kind, id })
  })

  it.each([
    '',
    id,
    `https://open.spotify.com.evil.example/playlist/${id}`,
    `https://evil.example/?x=open.spotify.com/playlist/${id}`,
    `https://open.spotify.com/playlist/${id}a`,
    `https://open.spotify.com/episode/${id}`,
    'spotify:local:a:b:c:1',
  ])('%j is none', (link) => {
    expect(readSpotifyLink(link)).toBeNull()
  })

  it('whatever is pasted, reading it answers soon', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCodePoint, maxLength: 3000 }), (text) => {
        expect(() => [readSpotifyLink(text), localFacts(`spotify:local:${text}`)]).not.toThrow()
      }),
    )
    expect(readSpotifyLink(`spotify:user:${'a'.repeat(1_000_000)}`)).toBeNull()
  })
})
