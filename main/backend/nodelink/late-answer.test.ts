import { expect, it } from 'vitest'
import type { OutboundResponse } from '../outbound/index.ts'
import { drain, inTime } from './late-answer.ts'

const chunk = new Uint8Array(1e6)

/** An answer of so many MB, or without end. */
function answer(
  megabytes: number,
): OutboundResponse & { readonly read: () => number; readonly isClosed: Promise<void> } {
  const { promise: isClosed, resolve } = Promise.withResolvers<void>()
  let read = 0
  async function* chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    while (read < megabytes) {
      read += 1
      await new Promise((done) => setImmediate(done))
      yield chunk
    }
  }
  const url = new URL('http://localhost')
  return { status: 200, headers: {}, url, chunks: chunks(), close: resolve, isClosed, read: () => read }
}

it('a late answer with an end is read to it', async () => {
  const late = answer(40)
  await drain(late, null)
  expect(late.read()).toBe(40)
})

it('a late answer without end is left after some megabytes', async () => {
  const late = answer(Infinity)
  const { promise, resolve } = Promise.withResolvers<OutboundResponse>()
  await expect(inTime(promise, 1, true)).rejects.toMatchObject({ reason: 'timed-out' })
  resolve(late)
  await late.isClosed
  expect(late.read()).toBe(8)
})

it('one that brings nothing is left after its time', async () => {
  const { promise: never } = Promise.withResolvers<void>()
  const { promise: isClosed, resolve: close } = Promise.withResolvers<void>()
  async function* silent(): AsyncGenerator<Uint8Array, void, undefined> {
    await Promise.race([never, isClosed])
    yield* []
  }
  await expect(drain({ chunks: silent(), close }, { bytes: 1, ms: 5 })).resolves.toBeUndefined()
})
