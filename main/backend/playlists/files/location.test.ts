import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCodePoint, anyGrapheme } from '../../../../testkit/property/index.ts'
import { partsOf, readLocation } from './location.ts'

test.each([
  ['/music/a.flac', null, '/music/a.flac'],
  ['file:///music/a%20b%23.flac', null, '/music/a b#.flac'],
  ['file:/music/a.flac', null, '/music/a.flac'],
  ['file://localhost/music/a.flac', null, '/music/a.flac'],
  ['file:///C:/Music/%C3%A4.mp3', null, 'C:\\Music\\ä.mp3'],
  ['file://C:/Music/a.mp3', null, 'C:\\Music\\a.mp3'],
  ['file://nas/share/a.mp3', null, '\\\\nas\\share\\a.mp3'],
  ['C:/Music/a.mp3', null, 'C:\\Music\\a.mp3'],
  ['a.mp3', '/lists', '/lists/a.mp3'],
  ['./sub/../a.mp3', '/lists/', '/lists/a.mp3'],
  ['..\\Album\\a.mp3', '/lists', '/Album/a.mp3'],
  ['../Album/a.mp3', 'C:\\Lists', 'C:\\Album\\a.mp3'],
  ['My%20Song.mp3', '/lists', '/lists/My Song.mp3'],
  ['100% pure.mp3', '/lists', '/lists/100% pure.mp3'],
  ['file:///music/100%.mp3', null, '/music/100%.mp3'],
  ['/music/../../etc/passwd', null, '/etc/passwd'],
])('%j from %j may be %j', (location, folder, path) => {
  expect(readLocation(location, folder).paths).toContain(path)
})

test('what is no file is nowhere, and what is relative to an unknown folder is known by its end alone', () => {
  expect(readLocation('https://example.org/a.mp3', '/lists')).toEqual({ paths: [], parts: [] })
  expect(readLocation('a\0b', '/lists')).toEqual({ paths: [], parts: [] })
  expect(readLocation('Album\\Á.mp3', null)).toEqual({ paths: [], parts: ['album', 'á.mp3'] })
})

test('the ends of paths are equal over systems, case and spelling of accents', () => {
  expect(partsOf('D:\\Music\\Cafe\u0301\\01.FLAC')).toEqual(partsOf('/music/Café//./01.flac'))
})

test('every file address is read back', () => {
  const name = fc.string({ minLength: 1, unit: anyGrapheme }).filter((one) => !/[/\\\0]|^\.{1,2}$|[?*:<>|"]/u.test(one))
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), fc.boolean(), (parts, windows) => {
      const path = windows ? `C:\\${parts.join('\\')}` : `/${parts.join('/')}`
      fc.pre(!windows || parts.every((part) => !/[. ]$|\p{Cc}/u.test(part)))
      expect(readLocation(pathToFileURL(path, { windows }).href, null).paths[0]).toBe(path)
    }),
  )
})

test('whatever is written there, reading it answers', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: anyCodePoint }), fc.webUrl()),
      fc.option(fc.string()),
      (location, folder) => {
        expect(readLocation(location, folder).parts).toEqual(expect.any(Array))
        expect(readLocation(`file:${location}`, folder).parts).toEqual(expect.any(Array))
      },
    ),
  )
})
