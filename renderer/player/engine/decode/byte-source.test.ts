import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { startMediaServer, type MediaServer } from '../../../../testkit/media/index.ts'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createByteSource } from './byte-source.ts'

const cleanups: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

async function serve(bytes: Uint8Array): Promise<{ server: MediaServer; path: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'melofy-bytes-'))
  const path = join(folder, 'bytes')
  await writeFile(path, bytes)
  const server = await startMediaServer()
  cleanups.push(
    () => server.close(),
    () => rm(folder, { recursive: true }),
  )
  return { server, path }
}

const content = Uint8Array.from({ length: 1_000_003 }, (_, index) => (index * 2_654_435_761) >>> 24)

describe('reading', () => {
  it('asks for nothing where a pass comes to the very end of the file', async () => {
    const { server, path } = await serve(content)
    let asked = 0
    const source = createByteSource(server.urlOf(path), (url, init) => {
      asked += 1
      return fetch(url, init)
    })
    expect(await source.size()).toBe(content.length)
    const before = asked
    expect(await source.scan(content.length, content.length + 100)).toHaveLength(0)
    expect(asked).toBe(before)
    source.close()
  })

  it('gives exactly the bytes asked for, wherever they lie', async () => {
    const { server, path } = await serve(content)
    const source = createByteSource(server.urlOf(path))
    expect(await source.size()).toBe(content.length)
    await fc.assert(
      fc.asyncProperty(fc.nat(content.length + 10), fc.nat(600_000), async (start, length) => {
        expect(await source.read(start, start + length)).toEqual(content.subarray(start, start + length))
      }),
      { numRuns: 40 },
    )
    source.close()
  })

  it('asks for no block twice while it is kept', async () => {
    const { server, path } = await serve(content)
    const source = createByteSource(server.urlOf(path))
    for (let start = 0; start < content.length; start += 1000) await source.read(start, start + 1000)
    expect(new Set(server.requests).size).toBe(server.requests.length)
    source.close()
  })

  it('fetches ahead for whoever goes on, and nothing for whoever jumps about', async () => {
    const { server, path } = await serve(new Uint8Array(4_000_000))
    const source = createByteSource(server.urlOf(path))
    const blocks = () => server.requests.length
    for (const place of [3_500_000, 1_500_000, 2_700_000]) await source.read(place, place + 10)
    expect(blocks()).toBe(3)
    await source.read(2_700_010, 2_700_020)
    await expect.poll(blocks).toBe(4)
    source.close()
  })

  it('knows an empty file', async () => {
    const { server, path } = await serve(new Uint8Array())
    const source = createByteSource(server.urlOf(path))
    expect(await source.size()).toBe(0)
    expect(await source.read(0, 10)).toHaveLength(0)
  })
})

describe('failing', () => {
  it('tries a broken transfer again and gives the whole', async () => {
    const { server, path } = await serve(content)
    const source = createByteSource(server.urlOf(path), async (url, init) => {
      const response = await fetch(url, init)
      server.fail(path, null)
      return response
    })
    server.fail(path, { kind: 'cut', afterBytes: 1000 })
    expect(await source.read(0, 2000)).toEqual(content.subarray(0, 2000))
    source.close()
  })

  it('passes on why the media handler refuses, at once', async () => {
    const { server, path } = await serve(content)
    server.fail(path, { kind: 'status', status: 404, body: '{"code":"file-missing","data":{"name":"a.flac"}}' })
    const source = createByteSource(server.urlOf(path))
    await expect(source.read(0, 10)).rejects.toMatchObject({
      failure: { code: 'file-missing', data: { name: 'a.flac' } },
    })
    expect(server.requests).toHaveLength(1)
  })

  it('gives up a transfer that keeps breaking, and works again when the server is back', async () => {
    const { server, path } = await serve(content)
    server.fail(path, { kind: 'status', status: 503, body: '' })
    const source = createByteSource(server.urlOf(path))
    await expect(source.read(0, 10)).rejects.toMatchObject({ failure: { code: 'media-interrupted' } })
    server.fail(path, null)
    expect(await source.read(0, 10)).toEqual(content.subarray(0, 10))
    source.close()
  })

  it('ends what is under way when it is closed', async () => {
    const { server, path } = await serve(content)
    server.fail(path, { kind: 'hang' })
    const source = createByteSource(server.urlOf(path))
    const reading = source.read(0, 10)
    source.close()
    await expect(reading).rejects.toMatchObject({ failure: { code: 'cancelled' } })
  })
})
