import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCodePoint } from '../../../../testkit/property/index.ts'
import { readPlaylistFile } from './read.ts'

const read = (text: string, limit = 1000) => readPlaylistFile(text, limit, new AbortController().signal)

const outcomeOf = (text: string): Promise<string> =>
  read(text).then(
    () => 'read',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  )

test('plain and extended M3U, with the ends of lines and the marks of any system', async () => {
  const text =
    '\uFEFF#EXTM3U\r\n#PLAYLIST: Road \r\n\r\n#EXTINF:123.5 tvg="a,b",Ann - Song, part 2\r\n#EXTALB:Album\r\n  /music/a.mp3 \r#EXTINF:-1,\nb.mp3\n#comment\nC:\\c.mp3'
  const { title, entries } = await read(text)
  expect(title).toBe('Road')
  expect(entries).toMatchObject([
    { location: '/music/a.mp3', label: 'Ann - Song, part 2', durationMs: 123_500, album: 'Album' },
    { location: 'b.mp3', label: '', durationMs: null, album: null },
    { location: 'C:\\c.mp3', label: null },
  ])
})

test('XSPF as players write it', async () => {
  const text = `<?xml version="1.0"?><!-- by hand --><x:playlist version='1' xmlns:x="http://xspf.org/ns/0/">
    <x:title>A &amp; B &#x1F3B5;</x:title><x:trackList><x:track>
    <x:location>file:///music/a.mp3</x:location><x:location>other.mp3</x:location><x:title><![CDATA[<Song>]]></x:title>
    <x:creator>Ann</x:creator><x:duration>1234</x:duration><x:trackNum>7</x:trackNum><x:identifier>isrc:us-abc-12-34567</x:identifier>
    <x:extension application="http://a"><title>not this</title></x:extension></x:track><x:track/></x:trackList></x:playlist>`
  const { title, entries } = await read(text)
  expect(title).toBe('A & B 🎵')
  expect(entries).toMatchObject([
    {
      location: 'file:///music/a.mp3',
      title: '<Song>',
      artist: 'Ann',
      durationMs: 1234,
      trackNumber: 7,
      isrc: 'USABC1234567',
    },
    { location: null, title: null },
  ])
})

test('JSPF, also where a list was written as one value', async () => {
  const track = [{ location: ['a.mp3'], title: 'Song', duration: 5 }, { location: 'b.mp3' }, 7, null]
  const { title, entries } = await read(JSON.stringify({ playlist: { title: 'Mix', track } }))
  expect(title).toBe('Mix')
  expect(entries.map(({ location }) => location)).toEqual(['a.mp3', 'b.mp3', null, null])
})

const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index || ''};`.repeat(10)}">`,
).join('')}]><playlist><title>&lol9;</title></playlist>`

test.each([
  ['an entity bomb', bomb],
  ['an entity that names a file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><playlist>&x;</playlist>'],
  ['an unknown entity', '<playlist><title>&x;</title></playlist>'],
  ['elements that are not closed', '<playlist><trackList>'],
  ['elements closed crosswise', '<playlist><title></playlist></title>'],
  ['elements without an end', '<playlist>'.repeat(100_000)],
  ['a web page', '<html><body>Sorry</body></html>'],
  ['a tag without an end', `<playlist ${'a="b" '.repeat(100_000)}`],
  ['characters that are none', '<playlist><title>&#xD800;</title></playlist>'],
  ['other JSON', '{"a":1}'],
  ['half of some JSON', '{"playlist":'],
  ['a picture', '\u0089PNG\r\n\u001A\n\0\0'],
])('%s is refused', async (_what, text) => {
  await expect(read(text)).rejects.toThrow('playlist-file-unreadable')
})

test.each([
  ['', 'playlist-file-empty'],
  ['#EXTM3U\n', 'playlist-file-empty'],
  ['a\n'.repeat(11), 'playlist-full'],
])('%j fails with %s', async (text, code) => {
  await expect(read(text, 10)).rejects.toThrow(code)
})

test('twenty megabytes of anything are read or refused, in a time that grows with the length alone', async () => {
  const size = 20_000_000
  const texts = [
    'x'.repeat(size),
    '\n'.repeat(size),
    `#EXTINF:1${'"'.repeat(size)}`,
    '#EXTINF:1,a\n'.repeat(size / 12),
    `<playlist>${'<a/>'.repeat(size / 4)}`,
    `<playlist>${'&'.repeat(size)}`,
    `<playlist ${' '.repeat(size)}`,
  ]
  const outcomes: string[] = []
  for (const text of texts) outcomes.push(await outcomeOf(text))
  expect(outcomes).toEqual([
    'playlist-file-empty',
    'playlist-file-empty',
    'playlist-file-empty',
    'playlist-file-empty',
    'playlist-file-unreadable',
    'playlist-file-unreadable',
    'playlist-file-unreadable',
  ])
}, 120_000)

test('whatever a file holds, it is read or refused with words', async () => {
  const pieces = ['<', '>', '/', '<playlist>', '</playlist>', '<trackList>', '<track>', '</track>', '&amp;', '&', ']]>']
  const more = ['<![CDATA[', '#EXTINF:', '#EXTM3U', '\n', '\r', ',', '"', '{"playlist":', '{', '}', '\uFEFF', 'a.mp3']
  const piece = fc.constantFrom(...pieces, ...more, '\uD800')
  const text = fc.oneof(
    fc.array(fc.oneof(piece, fc.string())).map((parts) => parts.join('')),
    fc.string({ unit: anyCodePoint, maxLength: 500 }),
    fc.json(),
  )
  await fc.assert(
    fc.asyncProperty(text, async (one) => {
      expect(await outcomeOf(one)).toMatch(/^(?:read|playlist-file-unreadable|playlist-file-empty|playlist-full)$/)
    }),
    { numRuns: 500 },
  )
})
