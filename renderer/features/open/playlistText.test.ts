import { describe, expect, test } from 'vitest'
import { folderOf, looksLikePlaylist, playlistText } from './playlistText.ts'

const bytes = (...values: number[]) => new Uint8Array(values)

describe('playlistText', () => {
  test('UTF-8 with and without its mark', () => {
    expect(playlistText(new TextEncoder().encode('夜行列車.flac'))).toBe('夜行列車.flac')
    expect(playlistText(new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('#EXTM3U')]))).toBe('#EXTM3U')
  })

  test('UTF-16 in both orders', () => {
    expect(playlistText(bytes(0xff, 0xfe, 0xe9, 0x00, 0x0a, 0x00))).toBe('é\n')
    expect(playlistText(bytes(0xfe, 0xff, 0x00, 0xe9))).toBe('é')
  })

  test('what is not valid UTF-8 was written by an older program', () => {
    expect(playlistText(bytes(0x42, 0x6a, 0xf6, 0x72, 0x6b, 0x20, 0x96, 0x20, 0x31))).toBe('Björk – 1')
  })
})

test('a playlist file is known by its name', () => {
  expect(['a.m3u', 'B.M3U8', 'c.xspf', 'd.jspf'].every((name) => looksLikePlaylist(name))).toBe(true)
  expect(looksLikePlaylist('m3u8')).toBe(false)
  expect(looksLikePlaylist('a.m3u8.flac')).toBe(false)
})

test('relative paths begin in the folder of the file', () => {
  expect(folderOf('/home/me/lists/a.m3u8')).toBe('/home/me/lists')
  expect(folderOf('C:\\Music\\a.m3u8')).toBe('C:\\Music')
  expect(folderOf('/a.m3u8')).toBe('/')
  expect(folderOf('a.m3u8')).toBe(null)
})
