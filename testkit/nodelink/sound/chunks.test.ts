import { expect, it } from 'vitest'
import { inOddChunks } from './chunks.ts'

it('splits frames over chunks and loses nothing', async () => {
  async function* parts(): AsyncGenerator<Buffer> {
    yield* [Buffer.alloc(30_000, 1), Buffer.alloc(50_000, 2)]
  }
  const chunks: Buffer[] = []
  for await (const chunk of inOddChunks(parts())) chunks.push(chunk)
  const whole = Buffer.concat([Buffer.alloc(30_000, 1), Buffer.alloc(50_000, 2)])
  expect(Buffer.concat(chunks).equals(whole)).toBe(true)
  expect(chunks.filter(({ length }) => length % 4 !== 0).length).toBeGreaterThan(chunks.length / 2)
})
