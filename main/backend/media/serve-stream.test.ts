import { expect, it } from 'vitest'
import { failure, FailureError } from '../../../src/contract/index.ts'
import { serveStream } from './serve-stream.ts'
import type { MediaStream, MediaWait } from './stream.ts'

/** A stream of which `here()` bytes have come; `arrive` brings more to whoever waits. */
function growing(here: () => number): MediaStream & { readonly arrive: () => void; readonly waits: number[] } {
  const waits: number[] = []
  let wake: (() => void) | null = null
  const read = async (start: number, end: number, { ended }: MediaWait): Promise<Uint8Array<ArrayBuffer>> => {
    if (here() < end && !ended.aborted) {
      waits.push(end - start)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    return new Uint8Array(Math.max(0, Math.min(end, here()) - start))
  }
  const encoding = { etag: '"1"', mediaType: 'audio/mpeg', sizeBytes: 1_000_000, read }
  return { open: () => Promise.resolve(encoding), arrive: () => wake?.(), waits }
}

const ask = (stream: MediaStream, range: string): Promise<Response> =>
  serveStream(new Request('http://localhost/', { headers: { range } }), stream)

it('what has come of a range is its answer, without waiting for the rest', async () => {
  const stream = growing(() => 100_000)
  const response = await ask(stream, 'bytes=0-262143')
  expect(response.headers.get('content-range')).toBe('bytes 0-99999/1000000')
  expect(stream.waits).toEqual([])
})

it('too little to be of use is waited for, and what came meanwhile goes along', async () => {
  let here = 1000
  const stream = growing(() => here)
  const asked = ask(stream, 'bytes=0-262143')
  await expect.poll(() => stream.waits).toEqual([16 * 1024])
  here = 50_000
  stream.arrive()
  expect((await asked).headers.get('content-range')).toBe('bytes 0-49999/1000000')
})

it('the last bytes are not waited beyond', async () => {
  const stream = growing(() => 1_000_000)
  const response = await ask(stream, 'bytes=999000-')
  expect(response.headers.get('content-range')).toBe('bytes 999000-999999/1000000')
  expect(stream.waits).toEqual([])
})

it('what stands in the way is told', async () => {
  const stream: MediaStream = { open: () => Promise.reject(new FailureError(failure('node-unreachable'))) }
  expect(await (await ask(stream, 'bytes=0-')).json()).toMatchObject({ code: 'node-unreachable' })
})
