import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Assignment, type GroupingTrack, assignAlbums } from './assign.ts'
import { folderDisc, homeOf, withoutDisc } from './discs.ts'
import { type AlbumTrack, albumFacts } from './facts.ts'
import { isVariousArtists } from './names.ts'
import { sortNameOf, sortTitleOf } from './order.ts'
import { type GroupingTags, noTags } from './tags.ts'

/** A track in short: `directory` and what differs from no tags. */
function track(rowId: number, directory: string, tags: Partial<GroupingTags>): GroupingTrack {
  return { rowId, directory, tags: { ...noTags, ...tags } }
}

/** Groups a whole tree, home by home, and answers the albums as lists of row ids, in the order of their first rows. */
function group(tracks: readonly GroupingTrack[]): { albums: number[][]; of: ReadonlyMap<number, Assignment> } {
  const of = new Map(
    [...Map.groupBy(tracks, ({ directory }) => homeOf(directory))].flatMap(([home, rows]) =>
      Array.from(assignAlbums(home, rows)),
    ),
  )
  const byAlbum = Map.groupBy(
    tracks.filter(({ rowId }) => of.has(rowId)),
    ({ rowId }) => of.get(rowId)?.albumId,
  )
  return { albums: [...byAlbum.values()].map((rows) => rows.map(({ rowId }) => rowId)), of }
}

describe('albums', () => {
  test('the same title by different artists is different albums, also in one folder', () => {
    const tracks = [
      track(1, '/m/Hits', { albumTitle: 'Greatest Hits', albumArtists: ['Queen'], artists: ['Queen'] }),
      track(2, '/m/Hits', { albumTitle: 'Greatest Hits', albumArtists: ['ABBA'], artists: ['ABBA'] }),
      track(3, '/m/Hits', { albumTitle: 'Greatest Hits', albumArtists: ['Queen'], artists: ['Queen'] }),
    ]
    expect(group(tracks).albums).toEqual([[1, 3], [2]])
  })

  test('a missing album artist is the one artist of all, guests aside, or the one that the others name', () => {
    const alone = group([
      track(1, '/m/a', { albumTitle: 'One', artists: ['A'] }),
      track(2, '/m/a', { albumTitle: 'One', artists: ['A feat. B'] }),
      track(3, '/m/a', { albumTitle: 'ONE', artists: ['a', 'C'] }),
      track(4, '/elsewhere', { albumTitle: 'One', albumArtists: ['A'], artists: ['A'] }),
    ])
    expect(alone.albums).toEqual([[1, 2, 3, 4]])
    expect(alone.of.get(2)?.artists).toEqual(['A'])
    const adopted = group([
      track(1, '/m/b', { albumTitle: 'Two', albumArtists: ['DJ'], artists: ['X'] }),
      track(2, '/m/b', { albumTitle: 'Two', artists: ['Y'] }),
    ])
    expect(adopted.albums).toEqual([[1, 2]])
    expect(adopted.of.get(2)).toMatchObject({ artists: ['DJ'], isCompilation: false })
  })

  test('several artists without an album artist are a compilation of their folder alone', () => {
    const { albums, of } = group([
      track(1, '/m/c', { albumTitle: 'Mix', artists: ['A'] }),
      track(2, '/m/c', { albumTitle: 'Mix', artists: ['B'] }),
      track(3, '/m/d', { albumTitle: 'Mix', artists: ['A'] }),
      track(4, '/m/d', { albumTitle: 'Mix', artists: ['C'] }),
    ])
    expect(albums).toEqual([
      [1, 2],
      [3, 4],
    ])
    expect(of.get(1)).toMatchObject({ artists: [], isCompilation: true })
  })

  test.each([
    'Various Artists',
    'VARIOUS',
    'VA',
    'V.A.',
    'Verschiedene Interpreten',
    'Artistes variés',
    'ARTISTES VARIE\u0301S',
    'Varios artistas',
    'Vários Artistas',
    'Artisti Vari',
    'Разные исполнители',
    'ヴァリアス・アーティスト',
    'ｖａ',
    '群星',
  ])('"%s" is nobody: the same compilation as in any other language', (name) => {
    expect(isVariousArtists(name)).toBe(true)
    const { albums, of } = group([
      track(1, '/m/x', { albumTitle: 'Mix', albumArtists: [name], artists: ['A'] }),
      track(2, '/m/y', { albumTitle: 'Mix', albumArtists: ['Various Artists'], artists: ['A'] }),
    ])
    expect(albums).toEqual([[1, 2]])
    expect(of.get(1)).toMatchObject({ artists: [], isCompilation: true })
  })

  test('a name that only begins like it is an artist', () => {
    expect(['Vast', 'Various Cruelties', 'Varia', 'Diversity'].filter(isVariousArtists)).toEqual([])
  })

  test('the tags calling it a compilation count where nobody is named', () => {
    const { of } = group([track(1, '/m/x', { albumTitle: 'Mix', artists: ['A'], isCompilation: true })])
    expect(of.get(1)).toMatchObject({ artists: [], isCompilation: true })
  })

  test('discs in folders and in titles come together, each with its number', () => {
    const { albums, of } = group([
      track(1, '/m/Wall/CD1', { albumTitle: 'The Wall', artists: ['A'], discNumber: 1 }),
      track(2, '/m/Wall/Disc 2', { albumTitle: 'The Wall', artists: ['A'], discNumber: 1 }),
      track(3, '/m/Wall/Bonus Disc', { albumTitle: 'The Wall (Bonus Disc)', artists: ['A'] }),
      track(4, '/m/Other (Disc 1)', { albumTitle: 'Other (Disc 1)', artists: ['A'] }),
      track(5, '/m/Other (Disc 2)', { albumTitle: 'Other [CD 2: Live]', artists: ['B'] }),
      track(6, '/m/Third', { albumTitle: 'Third - Disc 2', albumArtists: ['A'], discNumber: 1 }),
      track(7, '/m/Third', { albumTitle: 'Third - Disc 1', albumArtists: ['A'], discNumber: 1 }),
    ])
    expect(albums).toEqual([
      [1, 2, 3],
      [4, 5],
      [6, 7],
    ])
    expect([1, 2, 3, 4, 5, 6, 7].map((rowId) => of.get(rowId)?.discNumber)).toEqual([1, 2, 3, 1, 2, 2, 1])
    expect(of.get(5)?.title).toBe('Other')
  })

  test('case, accents composed or not, width and stray spaces do not split an album', () => {
    const { albums } = group([
      track(1, '/m/é', { albumTitle: 'Été', albumArtists: ['Zoé'], artists: ['Zoé'] }),
      track(2, '/m/é'.normalize('NFD'), { albumTitle: 'ÉTÉ'.normalize('NFD'), albumArtists: ['ZOÉ'.normalize('NFD')] }),
      track(3, '/m/3', { albumTitle: ' Ｅｔｅ ', albumArtists: ['Zoe'] }),
    ])
    expect(albums).toEqual([[1, 2, 3]])
  })

  test('MusicBrainz tells editions apart and brings differently written ones together', () => {
    const { albums } = group([
      track(1, '/m/1973', { albumTitle: 'Dark', albumArtists: ['P'], releaseId: 'one' }),
      track(2, '/m/2011', { albumTitle: 'Dark', albumArtists: ['P'], releaseId: 'two' }),
      track(3, '/m/2011', { albumTitle: 'Dark', albumArtists: ['P'] }),
      track(4, '/m/more', { albumTitle: 'The Dark', albumArtists: ['PF'], releaseId: 'TWO' }),
    ])
    expect(albums).toEqual([[1], [2, 3, 4]])
  })

  test('singles without an album stay alone, several albums in a folder apart', () => {
    const { albums, of } = group([
      track(1, '/m/mess', { artists: ['A'] }),
      track(2, '/m/mess', { albumTitle: 'One', artists: ['A'] }),
      track(3, '/m/mess', { albumTitle: 'Two', artists: ['A'] }),
      track(4, '/m/mess', { albumTitle: 'One', artists: ['A'] }),
    ])
    expect(albums).toEqual([[2, 4], [3]])
    expect(of.has(1)).toBe(false)
  })

  test('an album where nobody is named is no compilation', () => {
    expect(group([track(1, '/m/x', { albumTitle: 'Mix' })]).of.get(1)).toMatchObject({
      isCompilation: false,
      artists: [],
    })
  })

  test('whatever lies together in whatever order, the albums are the same', () => {
    const some = <Value>(...values: Value[]) => fc.constantFrom(...values)
    const tags = fc.record({
      albumTitle: some(null, 'One', 'one', 'One (Disc 2)', 'Öne', 'Two'),
      albumArtists: some<readonly string[]>([], ['A'], ['a'], ['B', 'C'], ['VA']),
      artists: some<readonly string[]>([], ['A'], ['A feat. X'], ['B', 'A'], ['á']),
      discNumber: some(null, 1, 2),
      releaseId: some(null, null, 'r1', 'r2'),
      isCompilation: fc.boolean(),
    })
    const rows = fc.array(fc.record({ directory: some('/m', '/m/CD1', '/m/CD2', '/n', '/m/Bonus'), tags }), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (list, random) => {
        const tracks = list.map((one, index) => ({ rowId: index, ...one }))
        const shuffled = tracks
          .map((one) => ({ one, at: random.next().value }))
          .sort((one, other) => one.at - other.at)
          .map(({ one }) => one)
        expect(new Map([...group(shuffled).of].sort(([one], [other]) => one - other))).toEqual(
          new Map([...group(tracks).of].sort(([one], [other]) => one - other)),
        )
        // Every track with an album title is in an album, and tracks that agree in everything are in the same.
        expect(group(tracks).of.size).toBe(tracks.filter(({ tags }) => tags.albumTitle !== null).length)
      }),
      { numRuns: 300 },
    )
  })
})

describe('homes and discs', () => {
  test.each([
    ['/m/Album/CD1', '/m/Album', 1],
    ['/m/Album/Disc 2 - Live', '/m/Album', 2],
    ['/m/Album/[Disk 03]', '/m/Album', 3],
    ['/m/Album/Диск 2', '/m/Album', 2],
    ['/m/Album/Bonus', '/m/Album', 'bonus'],
    ['/m/Album (CD 2)', '/m/Album', 2],
    ['/m/Album - Bonus Disc', '/m/Album', 'bonus'],
    ['/m/Disco 2000', '/m/Disco 2000', null],
    ['/m/Discipline', '/m/Discipline', null],
    ['/m/CD', '/m/CD', null],
    ['/m/Bonus Tracks', '/m/Bonus Tracks', null],
  ])('%s belongs to %s, disc %s', (directory, home, disc) => {
    expect(homeOf(directory)).toBe(home)
    expect(folderDisc(directory)).toBe(disc)
  })

  test('a title that is nothing but a disc, or only sounds like one, stays', () => {
    for (const title of ['CD 1', 'Disc 2', 'Disco 2', 'Compact Disc', 'LP1', 'Discovery 1', '1', 'Bonus']) {
      expect(withoutDisc(title)).toEqual({ text: title, disc: null })
    }
  })
})

describe('orders', () => {
  test('an article at the front does not count and is still found', () => {
    expect(sortNameOf('The Beatles')).toBe('beatles the')
    expect(sortNameOf('Die Ärzte')).toBe('arzte die')
    expect(sortNameOf('El Niño', 'The Cure')).toBe('nino el the cure')
    expect(sortTitleOf('Die Another Day')).toBe('die another day')
    expect(sortTitleOf('A Day')).toBe('day a')
    expect(['The', 'A', 'Theory', 'A-ha'].map((name) => sortNameOf(name))).toEqual(['the', 'a', 'theory', 'a ha'])
    expect(sortNameOf()).toBe('')
    expect(sortNameOf('', '!!!')).toBe('!!!')
  })
})

describe('facts of an album', () => {
  const one: AlbumTrack = {
    title: 'Title',
    artists: ['A'],
    isCompilation: false,
    disc: 1,
    number: 1,
    year: 1999,
    durationMs: 1000.4,
    coverHash: 'c1',
    addedAt: 5,
  }

  test('what most tracks say; a tie by what comes first in playing order', () => {
    const facts = albumFacts([
      { ...one, number: 3, coverHash: 'c3', title: 'TITLE', year: 2011 },
      { ...one, number: 2, coverHash: 'c2', addedAt: 9 },
      { ...one, durationMs: null },
    ])
    expect(facts).toEqual({
      title: 'Title',
      artist: 'A',
      artistId: expect.any(String),
      isCompilation: false,
      year: 1999,
      coverHash: 'c1',
      trackCount: 3,
      durationMs: 2000,
      addedAt: 9,
    })
  })

  test('several album artists are shown together', () => {
    expect(albumFacts([{ ...one, artists: ['A', 'B'] }])?.artist).toBe('A, B')
  })

  test('no track, no album', () => {
    expect(albumFacts([])).toBeNull()
  })
})
