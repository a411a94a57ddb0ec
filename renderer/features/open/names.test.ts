import { describe, expect, it } from 'vitest'
import { looksLikeAudio, titleOf } from './names.ts'

describe('titleOf', () => {
  it('is the folder’s name, on every system', () => {
    expect(titleOf({ kind: 'paths', paths: ['/home/ada/Music/Ferrous/'] })).toBe('Ferrous')
    expect(titleOf({ kind: 'paths', paths: ['C:\\Music\\終着駅'] })).toBe('終着駅')
  })

  it('is nothing for a file, and for several things at once', () => {
    expect(titleOf({ kind: 'paths', paths: ['/home/ada/01 Rust.flac'] })).toBeNull()
    expect(titleOf({ kind: 'paths', paths: ['/a', '/b'] })).toBeNull()
  })
})

describe('looksLikeAudio', () => {
  it('knows music by its extension, in any case', () => {
    expect(['a.FLAC', 'b.mp3', 'c.Opus', 'cover.jpg', 'list.m3u8', 'mp3'].map(looksLikeAudio)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
