import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Shrink, createThumbnails, shrinkPicture } from './index.ts'
import { createTurns } from './turns.ts'

let folder: string
let coverFolder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'melofy-thumbnails-'))
  coverFolder = path.join(folder, 'covers')
  await mkdir(coverFolder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const somebody = new AbortController().signal

async function keep(hash: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(coverFolder, hash)
  await writeFile(file, bytes)
  return file
}

function picture(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 60 } } })
}

/** A PNG that claims a size and holds next to nothing. */
function hollowPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const numbers = Buffer.alloc(8)
    numbers.writeUInt32BE(data.length, 0)
    numbers.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1')
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(100))), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...parts])
}

describe('shrinking', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('%s becomes a WebP square', async (format) => {
    const file = await keep(format, await picture(900, 600).toFormat(format).toBuffer())
    const made = await shrinkPicture(file, 256)
    if (made.kind !== 'done') throw new Error(made.kind)
    expect(await sharp(made.bytes).metadata()).toMatchObject({ format: 'webp', width: 256, height: 256 })
  })

  test('a small picture is not blown up', async () => {
    const made = await shrinkPicture(await keep('tiny', await picture(50, 50).png().toBuffer()), 256)
    if (made.kind !== 'done') throw new Error(made.kind)
    expect(await sharp(made.bytes).metadata()).toMatchObject({ width: 50, height: 50 })
  })

  test.each([
    ['a hundred megapixels', hollowPng(10_000, 10_000)],
    ['a picture without its pixels', hollowPng(500, 500)],
    ['noise behind a JPEG head', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5000, 7)])],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['nothing', Buffer.alloc(0)],
  ])('%s is refused', async (_name, bytes) => {
    expect(await shrinkPicture(await keep('bad', bytes), 96)).toEqual({ kind: 'refused' })
  })
})

describe('thumbnails', () => {
  test('one that many ask for at once is made once and stays', async () => {
    await keep('abc', await picture(300, 300).jpeg().toBuffer())
    let made = 0
    const shrink: Shrink = (file, size) => {
      made += 1
      return shrinkPicture(file, size)
    }
    const open = () => createThumbnails({ coverFolder, folder: path.join(folder, 'small'), shrink })
    const first = open()
    const answers = await Promise.all(Array.from({ length: 10 }, () => first.get('abc', 96, somebody)))
    expect(new Set(answers.map((answer) => answer.kind))).toEqual(new Set(['file']))
    await open().get('abc', 96, somebody)
    expect(made).toBe(1)
    expect(await readdir(path.join(folder, 'small'))).toEqual(['abc-96.webp'])
  })

  test('a picture that was refused is not tried again, also after a restart', async () => {
    let tries = 0
    const shrink: Shrink = () => {
      tries += 1
      return Promise.resolve({ kind: 'refused' })
    }
    for (let run = 0; run < 2; run += 1) {
      const thumbnails = createThumbnails({ coverFolder, folder, shrink })
      expect(await thumbnails.get('bad', 96, somebody)).toEqual({ kind: 'refused' })
      expect(await thumbnails.get('bad', 256, somebody)).toEqual({ kind: 'refused' })
    }
    expect(tries).toBe(1)
  })
})

test('turns: one at a time, the latest first, and not for those who scrolled on', async () => {
  const turns = createTurns()
  const order: string[] = []
  const gone = new AbortController()
  let atOnce = 0
  const work = async (name: string, signal: AbortSignal): Promise<void> => {
    const turn = await turns.next(signal)
    if (turn === null) return
    atOnce += 1
    expect(atOnce).toBe(1)
    order.push(name)
    await new Promise((resolve) => setImmediate(resolve))
    atOnce -= 1
    turn.end()
  }
  const all = [work('first', somebody), work('second', somebody), work('left', gone.signal), work('third', somebody)]
  gone.abort()
  await Promise.all(all)
  expect(order).toEqual(['first', 'third', 'second'])
  await work('later', somebody)
  expect(order).toHaveLength(4)
})
