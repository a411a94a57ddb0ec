import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import * as fc from 'fast-check'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pickCoverName } from './beside.ts'
import { keepCover } from './keep.ts'
import { pixelsOf } from './pixels.ts'
import { coverLimitBytes, coverType } from './type.ts'

let folder: string
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(os.tmpdir(), 'melofy-covers-')), 'not', 'yet')
})
afterEach(() => rm(path.dirname(path.dirname(folder)), { recursive: true }))

const reader = (bytes: Uint8Array) => (offset: number, length: number) =>
  Promise.resolve(bytes.subarray(offset, offset + length))
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

  test.each(['png', 'jpeg', 'webp', 'lossless', 'extended'] as const)('pixels of a %s, by its head', async (kind) => {
    const picture = sharp({
      create: { width: 300, height: 200, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 1 } },
    })
    const made = {
      png: () => picture.png(),
      // Metadata stands in front of the frame.
      jpeg: () => picture.withExif({ IFD0: { Copyright: 'x'.repeat(30_000) } }).jpeg(),
      webp: () => picture.removeAlpha().webp(),
      lossless: () => picture.webp({ lossless: true }),
      extended: () => picture.withExif({ IFD0: { Copyright: 'x' } }).webp(),
    }
    const bytes = await made[kind]().toBuffer()
    expect(await pixelsOf(reader(bytes))).toBe(60_000)
    expect(coverType(bytes)).not.toBeNull()
  })

  test('pixels of what is cut off or no picture: null, whatever comes', async () => {
    const jpegHead = Buffer.from([0xff, 0xd8, 0xff, 0xe0])
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (noise) => {
        const pixels = await pixelsOf(reader(Buffer.concat([jpegHead, noise])))
        expect(pixels === null || pixels >= 0).toBe(true)
      }),
    )
    expect(await pixelsOf(reader(jpegHead))).toBeNull()
    expect(await pixelsOf(reader(Buffer.alloc(100)))).toBeNull()
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
