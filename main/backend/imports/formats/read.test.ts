import { describe, expect, it } from 'vitest'
import { codeOf } from '../../spotify/testing/index.ts'
import { type ImportedFile, readImportFile } from './index.ts'

const { signal } = new AbortController()

const read = (text: string, name = 'list.csv', limit = 1000): Promise<ImportedFile> =>
  readImportFile({ name, text }, limit, signal)

/** Of each row of the only list: title, artists, album, length and code. */
async function rowsOf(text: string, name?: string): Promise<unknown[]> {
  const { lists } = await read(text, name)
  expect(lists).toHaveLength(1)
  return (lists[0]?.rows ?? []).map(({ title, artists, album, durationMs, isrc }) => [
    title,
    artists,
    album,
    durationMs,
    isrc,
  ])
}

const id = '37i9dQZF1DXcBWIGoYBM5M'

describe('tables', () => {
  const exportify =
    '"Track URI","Track Name","Artist URI(s)","Artist Name(s)","Album URI","Album Name","Album Artist URI(s)","Album Artist Name(s)","Album Release Date","Album Image URL","Disc Number","Track Number","Track Duration (ms)","Track Preview URL","Explicit","Popularity","ISRC","Added By","Added At"'

  it('of Exportify, with local files, commas in names and everything that is in quotes', async () => {
    const file = await read(
      `\uFEFF${exportify}\r\n` +
        `"spotify:track:${id}","Say ""Hi"", you","spotify:artist:1, spotify:artist:2","Tyler\\, The Creator, 海","","An album","","","2020","","1","1","210000","","true","3","us-abc-12-34567","","2020-07-19T09:24:39Z"\r\n` +
        '"spotify:local:Ann+%26+Bob::A%20file:231","","","","","","","","","","1","1","0","","false","0","","",""\r\n' +
        '"spotify:episode:4rOoJ6Egrf8K2IrywzwOMk","Two\nlines","","","","","","","","","","","","","","","","",""\r\n',
    )
    expect(file).toMatchObject({ format: 'csv', isWeak: false, leftOut: 0 })
    expect(file.lists).toEqual([{ of: 'playlist', name: null, rows: expect.any(Array) }])
    expect(file.lists[0]?.rows).toMatchObject([
      {
        kind: 'track',
        title: 'Say "Hi", you',
        artists: ['Tyler, The Creator', '海'],
        durationMs: 210_000,
        isrc: 'USABC1234567',
        isExplicit: true,
        spotifyId: id,
        addedAtMs: Date.UTC(2020, 6, 19, 9, 24, 39),
      },
      { kind: 'local', title: 'A file', artists: ['Ann & Bob'], durationMs: 231_000, spotifyId: null },
      { kind: 'episode', title: 'Two\nlines' },
    ])
  })

  it.each([
    [
      'Exportify in German',
      '"Track-URI","Track-Name","Künstler-URI(s)","Künstlername(n)","Album-Name","Track-Dauer (ms)","ISRC"\n"","Lied","a, b","Ann, Bob","Platte","1000","DEA012300001"',
      ['Lied', ['Ann', 'Bob'], 'Platte', 1000, 'DEA012300001'],
    ],
    [
      'Exportify in Spanish',
      '"URI de la canción","Nombre de la canción","URI(s) del artista","Nombre(s) del artista","Nombre del álbum","Duración de la canción (ms)","ISRC"\n"","Sol","a","Ana","Disco","1000",""',
      ['Sol', ['Ana'], 'Disco', 1000, null],
    ],
    [
      'exportify.net',
      'Track URI,Track Name,Album Name,Artist Name(s),Release Date,Duration (ms),Popularity\nspotify:track:x,アイドル,【推しの子】,YOASOBI;Ayase,2023,213000,9',
      ['アイドル', ['YOASOBI', 'Ayase'], '【推しの子】', 213_000, null],
    ],
    [
      'exportify.net as it was',
      'Spotify ID,Artist IDs,Track Name,Album Name,Artist Name(s),Release Date,Duration (ms)\nx,"a,b",Song,Album,"Ann,Bob",2017,1000',
      ['Song', ['Ann', 'Bob'], 'Album', 1000, null],
    ],
    [
      'Soundiiz',
      'title;artist;album;isrc\nSeptember;"Earth, Wind & Fire";Best of;USSM17800845',
      ['September', ['Earth, Wind & Fire'], 'Best of', null, 'USSM17800845'],
    ],
    [
      'Chosic',
      '#,Track name,Artist name,Album,Duration\r\n1,"Hello, Goodbye","The Beatles, Ringo",Magical,3:27',
      ['Hello, Goodbye', ['The Beatles, Ringo'], 'Magical', 207_000, null],
    ],
    [
      'iTunes',
      'Name\tArtist\tComposer\tAlbum\tTime\rSong\tAnn\tBob\tAlbum\t61\r',
      ['Song', ['Ann'], 'Album', 61_000, null],
    ],
    [
      'RiMusic',
      'PlaylistBrowseId,PlaylistName,MediaId,Title,Artists,Duration,ThumbnailUrl\n,,m,Song,Ann,160,u',
      ['Song', ['Ann'], null, 160_000, null],
    ],
    [
      'Excel, that says how',
      'sep=;\r\nTitle;Artist;Length\r\nSong;Ann;1:02:03',
      ['Song', ['Ann'], null, 3_723_000, null],
    ],
    ['milliseconds without a word', 'title,artist,duration\nSong,Ann,238640', ['Song', ['Ann'], null, 238_640, null]],
    [
      'names after quotes',
      'title,artist\n"Heroes" (live),"David" Bowie',
      ['Heroes (live)', ['David Bowie'], null, null, null],
    ],
  ])('%s', async (_what, text, row) => {
    expect(await rowsOf(text)).toEqual([row])
  })

  it('of TuneMyMusic hold several lists, likes among them; albums and artists are no songs', async () => {
    const file = await read(
      'Track name,Artist name,Album,Playlist name,Type,ISRC,Spotify - id\n' +
        `New Life,Ann,Family,Favorite Songs,Favorite,QZDFP2082658,${id}\n` +
        'One,Bob,X,Disco,Playlist,,\nTwo,Bob,Y,Rock,Playlist,,\nThree,Bob,Y,Disco,Playlist,,\n' +
        'Ann,,,Favorite Artists,Artist,,\nFamily,Ann,Family,Favorite Albums,Album,,\n',
    )
    expect(file.lists.map(({ of, name, rows }) => [of, name, rows.map(({ title }) => title)])).toEqual([
      ['liked', 'Favorite Songs', ['New Life']],
      ['playlist', 'Disco', ['One', 'Three']],
      ['playlist', 'Rock', ['Two']],
    ])
    expect([file.leftOut, file.isWeak]).toEqual([2, true])
    expect(file.lists[0]?.rows[0]).toMatchObject({ spotifyId: id })
  })

  it('account for a row that tells nothing, and leave out empty lines', async () => {
    const { lists } = await read('Title,Artist,Album\nSong,Ann,A\n\n,,\n,Bob,B\n')
    expect(lists[0]?.rows.map(({ kind }) => kind)).toEqual(['track', 'unreadable'])
  })

  it.each([
    ['quotes that never close', 'Title,Artist\n"Song,Ann\nSong 2,Ann\n', 'list.csv', 'import-file-unreadable'],
    ['columns that nobody knows', 'a,b,c\n1,2,3\n', 'list.csv', 'import-file-unreadable'],
    ['titles alone', 'Title\nSong\n', 'list.csv', 'import-file-unreadable'],
    ['names of columns alone', 'Title,Artist\n', 'list.csv', 'import-file-empty'],
    ['nothing', '', 'list.txt', 'import-file-empty'],
    ['an archive', 'PK\u0003\u0004\u0014\0', 'data.zip', 'import-file-unreadable'],
    ['a web page', '<html></html>', 'list.html', 'import-file-unreadable'],
    ['half of some JSON', '{"playlists":[', 'Playlist1.json', 'import-file-unreadable'],
    ['other JSON', '{"a":[1,2],"b":{"title":7}}', 'a.json', 'import-file-unreadable'],
    [
      'what was played',
      '[{"endTime":"2020-01-01 10:00","artistName":"Ann","trackName":"Song","msPlayed":1}]',
      'h.json',
      'import-file-unreadable',
    ],
    ['an empty M3U', '#EXTM3U\n', 'a.m3u8', 'import-file-empty'],
  ])('%s', async (_what, text, name, code) => {
    expect(await codeOf(() => read(text, name))).toBe(code)
  })

  it('and every other file may be as long as is said, and no longer', async () => {
    const song = { title: 'Song', artist: 'Ann' }
    for (const text of [
      `Title,Artist\n${'Song,Ann\n'.repeat(11)}`,
      'Ann - Song\n'.repeat(11),
      JSON.stringify({ tracks: Array.from({ length: 11 }, () => song) }),
      `#EXTM3U\n${'a.mp3\n'.repeat(11)}`,
    ]) {
      expect(await codeOf(() => read(text, 'list', 10))).toBe('import-file-full')
      expect(await codeOf(() => read(text, 'list', 11))).toBe('fine')
    }
  })
})

describe("Spotify's own export", () => {
  const track = {
    trackName: 'Song',
    artistName: 'Earth, Wind & Fire',
    albumName: 'Album',
    trackUri: `spotify:track:${id}`,
  }
  const nothing = { track: null, episode: null, audiobook: null, localTrack: null }

  it('of playlists keeps every entry in its place, and lists of equal names apart', async () => {
    const items = [
      { ...nothing, track, addedDate: '2023-07-04' },
      { ...nothing, episode: { episodeName: 'Talk' } },
      { ...nothing, localTrack: { uri: 'spotify:local:Ann::A+file:100' } },
      nothing,
      { track: { trackName: 'Old', artistName: 'Ann', albumName: 'Album' }, episode: null, localTrack: null },
    ]
    const list = { name: 'Road', lastModifiedDate: '2024-01-01', items, description: 'a &amp; b', numberOfFollowers: 0 }
    const file = await read(JSON.stringify({ playlists: [list, { ...list, items: [] }, list] }), 'Playlist1.json')
    expect(file).toMatchObject({ format: 'spotify-account', isWeak: true })
    expect(file.lists.map(({ name, rows }) => [name, rows.map(({ kind }) => kind)])).toEqual(
      ['Road', 'Road'].map((name) => [name, ['track', 'episode', 'local', 'unreadable', 'track']]),
    )
    expect(file.lists[0]?.rows).toMatchObject([
      { title: 'Song', artists: ['Earth, Wind & Fire'], spotifyId: id, addedAtMs: Date.UTC(2023, 6, 4) },
      {},
      { title: 'A file', artists: ['Ann'], durationMs: 100_000 },
      {},
      { title: 'Old', spotifyId: null },
    ])
    expect(await codeOf(() => read(JSON.stringify({ playlists: [{ ...list, items: [] }] })))).toBe('import-file-empty')
  })

  it('of the library is what was liked; albums and artists are counted', async () => {
    const liked = { artist: 'Ann', album: 'Album', track: 'Song', uri: `spotify:track:${id}` }
    const library = {
      tracks: [liked, null],
      albums: [{}, {}],
      shows: [],
      episodes: [],
      bannedTracks: [liked],
      artists: [{}],
    }
    const file = await read(JSON.stringify(library), 'YourLibrary.json')
    expect([file.format, file.leftOut]).toEqual(['spotify-account', 3])
    expect(file.lists).toMatchObject([
      { of: 'liked', name: null, rows: [{ title: 'Song', spotifyId: id }, { kind: 'unreadable' }] },
    ])
  })
})

describe("other apps' JSON", () => {
  it.each([
    ['a bare list', [{ title: 'Song', artist: 'Ann' }], [null]],
    ['a named list', { name: 'Road', tracks: [{ Name: 'Song', Artists: ['Ann'] }] }, ['Road']],
    [
      'lists',
      {
        playlists: [
          { title: 'A', songs: [{ song: 'Song', artist: { name: 'Ann' } }] },
          { title: 'B', songs: [] },
        ],
      },
      ['A'],
    ],
    [
      'answers of the Web API',
      { name: 'Road', tracks: { items: [{ track: { name: 'Song', artists: [{ name: 'Ann' }] } }] } },
      ['Road'],
    ],
    ['a list of lists', [{ name: 'A', items: [{ title: 'Song', artists: 'Ann' }] }], ['A']],
  ])('%s', async (_what, value, lists) => {
    const file = await read(JSON.stringify(value), 'a.json')
    expect(file.lists.map(({ name }) => name)).toEqual(lists)
    expect(file.lists[0]?.rows[0]).toMatchObject({ kind: 'track', title: 'Song', artists: ['Ann'] })
  })

  it('keeps artists that it keeps apart, and finds codes and lengths', async () => {
    const song = {
      name: 'Song',
      artists: [{ name: 'Ann' }, { name: 'Earth, Wind & Fire' }],
      duration_ms: 1000,
      external_ids: { isrc: 'USABC1234567' },
      explicit: true,
    }
    const { lists } = await read(JSON.stringify({ items: [{ added_at: '2020-01-01', item: song }, 7] }), 'a.json')
    expect(lists[0]?.rows).toMatchObject([
      {
        artists: ['Ann', 'Earth, Wind & Fire'],
        durationMs: 1000,
        isrc: 'USABC1234567',
        isExplicit: true,
        addedAtMs: Date.UTC(2020, 0, 1),
      },
      { kind: 'unreadable' },
    ])
  })
})

it('brackets within texts are no brackets, and brackets within brackets have an end', async () => {
  const title = `Song ${'[{'.repeat(100)} \\" \\\\`
  expect(await rowsOf(JSON.stringify([{ title, artist: 'Ann' }]), 'a.json')).toEqual([
    [title, ['Ann'], null, null, null],
  ])
  const deep = `[{"title":"Song","artist":"Ann","x":${'['.repeat(65)}${']'.repeat(65)}}]`
  expect(await codeOf(() => read(deep, 'a.json'))).toBe('import-file-unreadable')
})

describe('other files', () => {
  it('M3U: labels as they are, else the name of the file; links of Spotify by their id', async () => {
    const text = `#EXTM3U\n#PLAYLIST:Road\n#EXTINF:123,Ann - Song\n/music/a.mp3\nC:\\music\\03 - Späte%20Fähre.flac\nhttps://open.spotify.com/track/${id}\nhttps://radio.example/live\n`
    const file = await read(text, 'a.m3u8')
    expect([file.format, file.lists[0]?.name]).toEqual(['m3u', 'Road'])
    expect(file.lists[0]?.rows).toMatchObject([
      { title: 'Ann - Song', artists: [], durationMs: 123_000, location: '/music/a.mp3' },
      { title: 'Späte Fähre' },
      { title: '', spotifyId: id, location: null },
      { title: '', location: 'https://radio.example/live' },
    ])
  })

  it('XSPF and JSPF', async () => {
    const xspf =
      '<playlist><title>Road</title><trackList><track><title>Song</title><creator>Ann</creator><duration>1234</duration></track></trackList></playlist>'
    const jspf = JSON.stringify({
      playlist: { title: 'Road', track: [{ title: 'Song', creator: 'Ann', duration: 1234 }] },
    })
    for (const [text, format] of [
      [xspf, 'xspf'],
      [jspf, 'jspf'],
    ] as const) {
      const file = await read(text, 'a')
      expect(file).toMatchObject({
        format,
        lists: [{ name: 'Road', rows: [{ title: 'Song', artists: ['Ann'], durationMs: 1234 }] }],
      })
    }
  })

  it('text, as people write lists', async () => {
    const text = `1. Ann – Song - part 2\r\n(2) Bob\tTwo\n\n03 - 海 — Lied\n311 - Amber\n• Späte Fähre\nhttps://open.spotify.com/track/${id}\nhttps://video.example/x\nhttps://open.spotify.com/album/${id}\n${'x'.repeat(2000)}`
    const file = await read(text, 'list.txt')
    expect(
      file.lists[0]?.rows.map((row) => [row.artists.join(), row.title || row.spotifyId || row.location || row.kind]),
    ).toEqual([
      ['Ann', 'Song - part 2'],
      ['Bob', 'Two'],
      ['海', 'Lied'],
      ['311', 'Amber'],
      ['', 'Späte Fähre'],
      ['', id],
      ['', 'https://video.example/x'],
      ['', 'unreadable'],
      ['', 'unreadable'],
    ])
  })
})
