import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pickCoverName } from './beside.ts'
import { keepCover } from './keep.ts'
import { coverLimitBytes, coverType } from './type.ts'

let folder: string
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(os.tmpdir(), 'melofy-covers-')), 'not', 'yet')
})
afterEach(() => rm(path.dirname(path.dirname(folder)), { recursive: true }))

const jpeg = (length: number): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(length)])

describe('covers', () => {
  test('types by first bytes', () => {
    expect(coverType(jpeg(8))).toBe('image/jpeg')
    expect(coverType(Buffer.from('\u0089PNG\r\n\u001a\n....', 'latin1'))).toBe('image/png')
    expect(coverType(Buffer.from('RIFF....WEBPVP8 ', 'latin1'))).toBe('image/webp')
    expect(coverType(Buffer.from('RIFF....WAVEfmt ', 'latin1'))).toBeNull()
    expect(coverType(Buffer.from('<svg xmlns="http'))).toBeNull()
    expect(coverType(new Uint8Array())).toBeNull()
  })

  test('the same picture from many tracks at once lies there once, whole', async () => {
    const picture = jpeg(500_000)
    const hashes = await Promise.all(Array.from({ length: 20 }, () => keepCover(folder, picture)))
    expect(new Set(hashes).size).toBe(1)
    expect(await readdir(folder)).toEqual([hashes[0]])
  })

  test('what is no picture, tiny or huge is not kept', async () => {
    expect(await keepCover(folder, Buffer.alloc(1000))).toBeNull()
    expect(await keepCover(folder, jpeg(10))).toBeNull()
    expect(await keepCover(folder, jpeg(coverLimitBytes))).toBeNull()
    expect(await readdir(path.dirname(path.dirname(folder)))).toEqual([])
  })

  test('beside the music: by name, any case, the likeliest first', () => {
    expect(pickCoverName(['back.jpg', 'Front.PNG', 'FOLDER.jpeg', 'booklet.pdf'])).toBe('FOLDER.jpeg')
    expect(pickCoverName(['folder.jpg', 'cover.webp'])).toBe('cover.webp')
    expect(pickCoverName(['cover.txt', 'discover.jpg', 'cover'])).toBeNull()
  })
})
