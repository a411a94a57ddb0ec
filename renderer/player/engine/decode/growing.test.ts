import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startMediaServer, type MediaServer } from '../../../../testkit/media/index.ts'
import { createByteSource, type ByteSource } from './byte-source.ts'

let server: MediaServer
const opened: ByteSource[] = []

beforeEach(async () => {
  server = await startMediaServer()
})

afterEach(async () => {
  for (const source of opened.splice(0)) source.close()
  await server.close()
})

function open(url: string): ByteSource {
  const source = createByteSource(url)
  opened.push(source)
  return source
}

const content = Uint8Array.from({ length: 700_001 }, (_, index) => (index * 2_654_435_761) >>> 24)
const failureOf = (code: string) => ({ failure: { code } })

describe('a stream that grows', () => {
  it('is opened without its length, and tells its type', async () => {
    const stream = server.stream({ bytes: content.subarray(0, 10), mediaType: 'audio/x-s16le;rate=48000;channels=2' })
    const source = open(stream.url)
    expect(await source.size()).toBeNull()
    expect(await source.mediaType()).toBe('audio/x-s16le;rate=48000;channels=2')
    expect(source.end).toBe(Number.POSITIVE_INFINITY)
    expect(source.isGrowing).toBe(true)
  })

  it('gives what is here at once, and what is asked for beyond it as soon as it comes, however long that takes', async () => {
    const stream = server.stream({ bytes: content.subarray(0, 1000) })
    const source = open(stream.url)
    expect(await source.read(0, 1000)).toEqual(content.subarray(0, 1000))
    const ahead = source.read(900, 5000)
    // Longer than a broken transfer is tried again: the server's word that it waits is no failure.
    const waits = () => stream.requests.filter(({ status }) => status === 503).length
    await expect.poll(waits, { timeout: 20_000 }).toBeGreaterThan(4)
    stream.add(content.subarray(1000, 5000))
    expect(await ahead).toEqual(content.subarray(900, 5000))
  })

  it('ends where it ends: reads beyond are short, and the length is known', async () => {
    const stream = server.stream({ bytes: content.subarray(0, 100_000) })
    const source = open(stream.url)
    const ahead = source.read(99_000, 120_000)
    stream.add(content.subarray(100_000, 110_001))
    stream.end()
    expect(await ahead).toEqual(content.subarray(99_000, 110_001))
    expect(await source.read(110_001, 110_010)).toHaveLength(0)
    expect(source.end).toBe(110_001)
  })

  it('an empty one is known as empty', async () => {
    const stream = server.stream({ bytes: new Uint8Array(), isWhole: true })
    expect(await open(stream.url).size()).toBe(0)
  })

  it('gives exactly the bytes asked for, in whatever portions they come', async () => {
    const portions = fc.array(fc.integer({ min: 1, max: 300_000 }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(portions, fc.nat(content.length), fc.nat(300_000), async (sizes, start, length) => {
        const stream = server.stream({ bytes: new Uint8Array() })
        const source = open(stream.url)
        const wanted = [source.read(start, start + length), source.scan(start, start + length), source.read(0, 70_000)]
        let at = 0
        for (const size of sizes) {
          stream.add(content.subarray(at, at + size))
          at += size
          await new Promise((resolve) => setImmediate(resolve))
        }
        stream.add(content.subarray(at))
        stream.end()
        const [read, scanned, head] = await Promise.all(wanted)
        expect(read).toEqual(content.subarray(start, start + length))
        expect(scanned).toEqual(read)
        expect(head).toEqual(content.subarray(0, 70_000))
        source.close()
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  it('a wait that nobody wants any more ends, and the same bytes can be waited for again', async () => {
    const stream = server.stream({ bytes: content.subarray(0, 100) })
    const source = open(stream.url)
    await source.read(0, 100)
    const waiting = source.read(0, 200)
    source.abandonWaiting()
    await expect(waiting).rejects.toMatchObject(failureOf('cancelled'))
    const again = source.read(0, 200)
    stream.add(content.subarray(100, 200))
    expect(await again).toEqual(content.subarray(0, 200))
  })

  it('a final word ends the wait', async () => {
    const stream = server.stream({ bytes: content.subarray(0, 100) })
    const source = open(stream.url)
    await source.read(0, 100)
    const waiting = source.read(0, 200)
    stream.refuse({ code: 'node-unreachable', status: 502 })
    await expect(waiting).rejects.toMatchObject(failureOf('node-unreachable'))
    // What came before it can be had all the same.
    expect(await source.read(0, 100)).toEqual(content.subarray(0, 100))
  })
})

describe('bytes that change', () => {
  it('are asked for under the tag that they began with', async () => {
    const stream = server.stream({ bytes: content, isWhole: true })
    const source = open(stream.url)
    await source.size()
    for (let at = 0; at < content.length; at += 100_000) await source.read(at, at + 100_000)
    const [first, ...later] = stream.requests.map(({ ifMatch }) => ifMatch)
    expect(first).toBeNull()
    expect(new Set(later)).toEqual(new Set(['"1"']))
  })

  it('are told, again and again, until they are opened anew', async () => {
    const stream = server.stream({ bytes: content, isWhole: true })
    const source = open(stream.url)
    await source.read(0, 10)
    const other = content.toReversed()
    stream.change({ bytes: other, isWhole: true, mediaType: 'audio/flac' })
    await expect(source.read(500_000, 500_010)).rejects.toMatchObject(failureOf('media-changed'))
    await expect(source.read(500_000, 500_010)).rejects.toMatchObject(failureOf('media-changed'))
    source.reopen()
    expect(await source.read(0, 500_010)).toEqual(other.subarray(0, 500_010))
    expect(await source.mediaType()).toBe('audio/flac')
  })

  it('are known by their tag where the server does not look at conditions', async () => {
    const stream = server.stream({ bytes: content, isWhole: true })
    const careless = createByteSource(stream.url, (url, { headers, signal }) =>
      fetch(url, { headers: { range: headers['range'] ?? '' }, signal }),
    )
    opened.push(careless)
    await careless.read(0, 10)
    stream.change({ bytes: content.toReversed(), isWhole: true })
    await expect(careless.read(500_000, 500_010)).rejects.toMatchObject(failureOf('media-changed'))
  })

  it('a change while bytes are waited for ends the wait', async () => {
    const stream = server.stream({ bytes: content.subarray(0, 100) })
    const source = open(stream.url)
    await source.read(0, 100)
    const waiting = source.read(0, 200)
    stream.change({ bytes: content })
    await expect(waiting).rejects.toMatchObject(failureOf('media-changed'))
  })
})

describe('a slow transfer', () => {
  it('that breaks after some bytes goes on where it stood', async () => {
    const asked: string[] = []
    const source = createByteSource('http://localhost/', (_url, { headers }) => {
      const range = headers['range'] ?? ''
      asked.push(range)
      const [from = 0, to = 0] = range.replace('bytes=', '').split('-').map(Number)
      const end = Math.min(to + 1, content.length)
      let at = from
      const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull(controller) {
          if (at >= from + 100_000) controller.error(new Error('broken'))
          else controller.enqueue(content.slice(at, (at += 20_000)))
          if (at >= end) controller.close()
        },
      })
      const headersOut = { 'content-range': `bytes ${from}-${end - 1}/${content.length}` }
      return Promise.resolve(new Response(body, { status: 206, headers: headersOut }))
    })
    opened.push(source)
    expect(await source.read(0, 300_000)).toEqual(content.subarray(0, 300_000))
    const inTurn = ['bytes=0-65535', 'bytes=65536-327679', 'bytes=165536-327679', 'bytes=265536-327679']
    expect(asked.slice(0, 4)).toEqual(inTurn)
  })
})
