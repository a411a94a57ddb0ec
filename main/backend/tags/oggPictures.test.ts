import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { parseFile } from 'music-metadata'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fixtures } from '../../../testkit/audio/index.ts'
import { oggPictures } from './oggPictures.ts'
import { createByteReader } from './reader.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'melofy-ogg-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function picturesIn(file: string) {
  const handle = await open(file)
  try {
    return await oggPictures(createByteReader(handle, (await handle.stat()).size))
  } finally {
    await handle.close()
  }
}

async function picturesOf(bytes: Buffer) {
  const file = path.join(folder, 'file.opus')
  await writeFile(file, bytes)
  return picturesIn(file)
}

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const littleWord = (value: number): Buffer => word(value).reverse()

/** Packets in pages of at most so many segments (RFC 3533 §6); other streams' pages may stand between them. */
function pagesOf(packets: readonly Buffer[], segmentsPerPage: number, isMixed: boolean): Buffer {
  const segments = packets.flatMap((packet) => {
    const count = Math.floor(packet.length / 255) + 1
    return Array.from({ length: count }, (_, at) => packet.subarray(at * 255, (at + 1) * 255))
  })
  const pages: Buffer[] = []
  const page = (serial: number, some: readonly Buffer[]): void => {
    const header = Buffer.alloc(27)
    header.write('OggS')
    header.writeUInt32LE(serial, 14)
    header[26] = some.length
    pages.push(header, Buffer.from(some.map(({ length }) => length)), ...some)
  }
  for (let at = 0; at < segments.length; at += segmentsPerPage) {
    page(7, segments.slice(at, at + segmentsPerPage))
    if (isMixed) page(8, [Buffer.from('another stream')])
  }
  return Buffer.concat(pages)
}

function commentsOf(texts: readonly string[]): Buffer {
  const lists = texts.flatMap((text) => [littleWord(Buffer.byteLength(text)), Buffer.from(text)])
  return Buffer.concat([
    Buffer.from('OpusTags'),
    littleWord(4),
    Buffer.from('made'),
    littleWord(texts.length),
    ...lists,
  ])
}

function blockOf(type: number, data: Uint8Array): string {
  const mime = Buffer.from('image/png')
  const shape = [1, 1, 24, 0].map(word)
  const head = [word(type), word(mime.length), mime, word(0), ...shape, word(data.length)]
  return Buffer.concat([...head, data]).toString('base64')
}

test('finds what the tag parser finds in files as encoders write them', async () => {
  const { tagged, files } = await fixtures()
  for (const { path: file } of [tagged.ogg, tagged.opus]) {
    const [expected] = (await parseFile(file)).common.picture ?? []
    const found = await picturesIn(file)
    expect(found).toHaveLength(1)
    expect(Buffer.from(found?.[0]?.data ?? []).equals(Buffer.from(expected?.data ?? []))).toBe(true)
    expect(found?.[0]?.isFront).toBe(true)
  }
  expect(await picturesIn(files.ogg.path)).toEqual([])
  // Other containers are the tag parser's.
  expect(await picturesIn(tagged.flac.path)).toBeNull()
}, 120_000)

test('pictures of any size and number, on however many pages, come out as they went in', async () => {
  const picture = fc.record({ type: fc.constantFrom(3, 4), data: fc.uint8Array({ maxLength: 3000 }) })
  const shape = { pictures: fc.array(picture, { maxLength: 3 }), segments: fc.integer({ min: 1, max: 255 }) }
  await fc.assert(
    fc.asyncProperty(fc.record({ ...shape, isMixed: fc.boolean() }), async ({ pictures, segments, isMixed }) => {
      const comments = [
        'TITLE=Paper Lanterns',
        ...pictures.map(({ type, data }) => `metadata_block_picture=${blockOf(type, data)}`),
        'ARTIST=Ada',
      ]
      const found = await picturesOf(pagesOf([Buffer.from('OpusHead'), commentsOf(comments)], segments, isMixed))
      expect(found?.map(({ isFront, data }) => ({ isFront, data: [...data] }))).toEqual(
        pictures.map(({ type, data }) => ({ isFront: type === 3, data: [...data] })),
      )
    }),
    { numRuns: 60 },
  )
})

test('what is cut off or lies about its lengths is left to the tag parser', async () => {
  const whole = pagesOf(
    [Buffer.from('OpusHead'), commentsOf([`METADATA_BLOCK_PICTURE=${blockOf(3, Buffer.alloc(900))}`])],
    3,
    false,
  )
  for (let length = 0; length < whole.length - 1; length += 13) {
    expect(await picturesOf(whole.subarray(0, length))).toBeNull()
  }
  const lying = Buffer.concat([
    Buffer.from('OpusTags'),
    littleWord(4),
    Buffer.from('made'),
    littleWord(5),
    littleWord(2 ** 32 - 1),
  ])
  expect(await picturesOf(pagesOf([Buffer.from('OpusHead'), lying], 9, false))).toBeNull()
  const short = commentsOf([
    `METADATA_BLOCK_PICTURE=${Buffer.from([0, 0, 0, 3, 255, 255, 255, 255]).toString('base64')}`,
  ])
  expect(await picturesOf(pagesOf([Buffer.from('OpusHead'), short], 9, false))).toBeNull()
})
