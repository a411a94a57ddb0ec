import { describe, expect, onTestFinished, test } from 'vitest'
import type { Track } from '../../../src/music/index.ts'
import { createTrackRepository } from '../store/index.ts'
import { createRecentSearches } from './recent.ts'
import { createSearchIndex } from './searchIndex.ts'
import { createLibrarySource } from './source.ts'
import { emptyStore, fillLibrary, namedTrack } from './testing/index.ts'

function setUp(tracks: readonly Track[]) {
  const store = emptyStore()
  onTestFinished(() => store.close())
  const index = createSearchIndex(store)
  fillLibrary(store, index, tracks)
  const repository = createTrackRepository(store)
  const source = createLibrarySource({
    store,
    index,
    tracksByIds: (ids) => repository.tracksByIds(ids).map(({ track }) => track),
    playlists: () => Promise.resolve([]),
  })
  const search = (text: string, limit = 50) => source.search(text, limit, new AbortController().signal, () => undefined)
  const ids = async (text: string, limit = 50) => (await search(text, limit)).tracks.map(({ id }) => id)
  return { store, index, source, search, ids }
}

function play(store: ReturnType<typeof emptyStore>, trackId: string, times: number): void {
  store.run(`INSERT INTO played_track (track_id, track_json) VALUES (?, '{}')`, trackId)
  for (let at = 0; at < times; at += 1) {
    store.run(
      `INSERT INTO play (play_id, track_id, started_at, heard_ms, end) VALUES (?, ?, ?, 1, 'finished')`,
      `${trackId}-${at}`,
      trackId,
      at,
    )
  }
}

describe('tracks are found', () => {
  test.each([
    ['björk', 'Jóga', 'Bjork'],
    ['東京', '東京事変のうた', 'x'],
    ['じへ', '東京じへん', 'x'],
    ['カタ', 'かたかな', 'x'],
    ['кин', 'Звезда', 'Кино'],
    ['елк', 'Ёлка', 'x'],
    ['هيف', 'أغنية', 'هيفاء وهبي'],
    ['שלו', 'שָׁלוֹם', 'x'],
    ['ὀδυσ', 'ΟΔΥΣΣΕΥΣ', 'x'],
    ['방타', '봄날', '방탄소년단'],
    ['ㅂ', '봄날', 'x'],
    ['ｆｕｌｌ', 'Full', 'x'],
    ['ac/dc', 'Thunderstruck', 'AC/DC'],
    ['acdc', 'Thunderstruck', 'AC/DC'],
    ['p!nk', 'So What', 'P!nk'],
    ['pink', 'So What', 'P!nk'],
    ['$', '$', 'x'],
    ['💔', 'Love 💔', 'x'],
    ['!!', 'Hello', '!!!'],
    ["don't", 'Dont Stop', 'x'],
    ['queen bohem', 'Bohemian Rhapsody', 'Queen'],
    ['rhapsody - que', 'Bohemian Rhapsody', 'Queen'],
  ])('%s', async (typed, title, artist) => {
    const { ids } = setUp([namedTrack('other', 'Zzz', 'Yyy', 'Www'), namedTrack('wanted', title, artist)])
    expect(await ids(typed)).toEqual(['wanted'])
  })

  test('every word has to match, the last one as far as it is typed', async () => {
    const { ids } = setUp([namedTrack('1', 'Paper Lanterns'), namedTrack('2', 'Paper Boats')])
    expect(await ids('paper lan')).toEqual(['1'])
    expect(await ids('pap lanterns')).toEqual([])
    expect(await ids('lantern paper')).toEqual([])
    expect(await ids('paper')).toEqual(['2', '1'])
  })

  test('not when their file is gone', async () => {
    const { store, ids } = setUp([namedTrack('1', 'Here'), namedTrack('2', 'Here too')])
    store.run('UPDATE library_track SET missing_since = 1 WHERE row_id = 1')
    expect(await ids('here')).toEqual(['2'])
  })

  test('where no texts are written beside the index yet', async () => {
    const { store, ids } = setUp([namedTrack('1', 'Paper Boats'), namedTrack('2', 'Lanterns of Paper')])
    store.run('DELETE FROM track_text WHERE row_id = 2')
    expect(await ids('paper')).toEqual(['1', '2'])
  })

  test('by their new name at once', async () => {
    const { store, index, ids } = setUp([namedTrack('1', 'Before')])
    expect(await ids('before')).toEqual(['1'])
    const renamed = namedTrack('1', 'After')
    store.run(`UPDATE track SET track_json = ? WHERE id = '1'`, JSON.stringify(renamed))
    store.run(`UPDATE library_track SET sort_title = 'after' WHERE row_id = 1`)
    index.indexTrack(1, renamed)
    expect(await ids('before')).toEqual([])
    expect(await ids('after')).toEqual(['1'])
  })
})

describe('the order', () => {
  test('title before artist before album, exact before beginning before a word', async () => {
    const { ids } = setUp([
      namedTrack('album word', 'x', 'y', 'My Lantern'),
      namedTrack('album exact', 'x', 'y', 'Lantern'),
      namedTrack('artist word', 'x', 'Green Lantern'),
      namedTrack('artist begins', 'x', 'Lantern Boys'),
      namedTrack('title word', 'Paper Lantern'),
      namedTrack('artist exact', 'x', 'Lantern'),
      namedTrack('title begins', 'Lantern Season'),
      namedTrack('title exact', 'Lantern'),
      namedTrack('genre', 'x', 'y', 'z', { genres: ['Lantern'] }),
    ])
    expect(await ids('lantern')).toEqual([
      'title exact',
      'title begins',
      'artist exact',
      'title word',
      'artist begins',
      'album exact',
      'artist word',
      'album word',
      'genre',
    ])
  })

  test('liked before often played before the rest, among equals', async () => {
    const { store, ids } = setUp([
      namedTrack('plain', 'Love'),
      namedTrack('played', 'Love'),
      namedTrack('liked', 'Love'),
      namedTrack('liked word', 'My Love'),
    ])
    play(store, 'played', 3)
    store.run(`INSERT INTO track_like (track_id, liked_at) VALUES ('liked', 1), ('liked word', 2)`)
    expect(await ids('love')).toEqual(['liked', 'played', 'plain', 'liked word'])
  })

  test('a liked track is found where its letter begins thousands of titles', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => namedTrack(String(at), `A ${String(at).padStart(4, '0')}`))
    const { store, ids } = setUp([...many, namedTrack('liked', 'Azure')])
    store.run(`INSERT INTO track_like (track_id, liked_at) VALUES ('liked', 1)`)
    const found = await ids('a', 10)
    expect(found).toHaveLength(10)
    expect(found[0]).toBe('liked')
  })

  test('with an article in front, a title is as good as without', async () => {
    const { ids } = setUp([namedTrack('1', 'Wall of Sound'), namedTrack('2', 'The Wall')])
    expect(await ids('wall')).toEqual(['2', '1'])
    expect(await ids('the wall')).toEqual(['2'])
  })
})

describe('whatever is typed', () => {
  test.each([
    '"',
    '"" OR *',
    'NEAR(a b, 2)',
    'title : a',
    '* ^ - + ( ) { }',
    "'; DROP TABLE track; --",
    '\0',
    'a\0b',
    '\uD800',
    'a '.repeat(5000),
    '"'.repeat(10_000),
    '日'.repeat(10_000),
    '\u0301'.repeat(10_000),
  ])('%j is only words', async (typed) => {
    const { search } = setUp([namedTrack('1', 'Near a title')])
    await expect(search(typed)).resolves.toBeDefined()
  })
})

describe('albums and artists', () => {
  test('are found by their names, whole ones first, with what a page shows of them', async () => {
    const { store, search } = setUp([])
    const artist = 'INSERT INTO artist (artist_id, name, sort_name, album_count, track_count) VALUES (?, ?, ?, 1, ?)'
    store.run(artist, 'green', 'Green Lantern', 'green lantern', 9)
    store.run(artist, 'lantern', 'Lantern', 'lantern', 1)
    store.run(artist, 'other', 'Other', 'other', 1)
    store.run(
      `INSERT INTO album (album_id, title, artist, is_compilation, track_count, duration_ms, added_at, sort_title, sort_artist)
       VALUES ('album', 'Season', 'Lantern', 0, 3, 5, 7, 'season', 'lantern')`,
    )
    const found = await search('lantern')
    expect(found.artists.map(({ id }) => id)).toEqual(['lantern', 'green'])
    expect(found.albums).toMatchObject([{ id: 'album', title: 'Season', trackCount: 3 }])
    expect((await search('lantern sea')).albums).toHaveLength(1)
    expect((await search('sons')).albums).toHaveLength(0)
    store.run(`UPDATE album SET title = 'Parsons', sort_title = 'parsons' WHERE album_id = 'album'`)
    expect((await search('lantern parson')).albums).toHaveLength(1)
    expect((await search('season')).albums).toHaveLength(0)
  })
})

describe('recent searches', () => {
  test('newest first, once each, twenty at most; one or all are forgotten', () => {
    const store = emptyStore()
    onTestFinished(() => store.close())
    const recent = createRecentSearches(store)
    for (let at = 0; at < 25; at += 1) recent.remember(`search ${at}`)
    recent.remember('Search 20')
    expect(recent.list()).toHaveLength(20)
    expect(recent.list().slice(0, 3)).toEqual(['Search 20', 'search 24', 'search 23'])
    recent.forget('search 24')
    expect(createRecentSearches(store).list().slice(0, 2)).toEqual(['Search 20', 'search 23'])
    recent.forget(null)
    expect(recent.list()).toEqual([])
  })
})
