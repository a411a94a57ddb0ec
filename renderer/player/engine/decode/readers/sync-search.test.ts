import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stillSource } from '../testing/file-source.ts'
import { SyncSearch, type SyncPoint } from './sync-search.ts'

const headBytes = 8

/** A stream of blocks, 1000 frames each, with their number behind a marker; a gap at the end of a block holds nothing at all. */
function streamOf(blockBytes: readonly number[], knowsLength: boolean) {
  const points: SyncPoint[] = []
  let size = 0
  for (const bytes of blockBytes) {
    points.push({ frame: points.length * 1000, offset: size })
    size += bytes
  }
  const file = new Uint8Array(size)
  for (const [number, { offset }] of points.entries()) {
    file.set([0xfe, 0xed], offset)
    new DataView(file.buffer).setUint32(offset + 2, number)
  }
  let reads = 0
  const read = (start: number, end: number): Promise<Uint8Array> => {
    reads += 1
    return Promise.resolve(file.subarray(start, end))
  }
  const find = (bytes: Uint8Array): SyncPoint[] => {
    const found: SyncPoint[] = []
    for (let at = bytes.indexOf(0xfe); at >= 0 && at + headBytes <= bytes.length; at = bytes.indexOf(0xfe, at + 1)) {
      if (bytes[at + 1] !== 0xed) continue
      found.push({ frame: new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(2) * 1000, offset: at })
    }
    return found
  }
  const source = stillSource(size, read)
  const search = new SyncSearch({
    source,
    first: { frame: 0, offset: 0 },
    endOffset: size,
    endFrame: knowsLength ? points.length * 1000 : null,
    find,
  })
  return { search, points, reads: () => reads }
}

const uneven = fc.array(
  fc.oneof(
    { weight: 20, arbitrary: fc.integer({ min: headBytes, max: 20_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 200_000, max: 500_000 }) },
  ),
  { minLength: 1, maxLength: 300 },
)

it('finds the last place at or before every frame, however uneven the stream is', async () => {
  await fc.assert(
    fc.asyncProperty(
      uneven,
      fc.boolean(),
      fc.boolean(),
      fc.array(fc.double({ min: 0, max: 1.1, noNaN: true }), { minLength: 1, maxLength: 8 }),
      async (blockBytes, knowsLength, prepared, shares) => {
        const { search, points } = streamOf(blockBytes, knowsLength)
        if (prepared) await search.prepare(() => false)
        for (const share of shares) {
          const frame = Math.floor(share * points.length * 1000)
          expect(await search.locate(frame)).toEqual(points.findLast((point) => point.frame <= frame))
        }
      },
    ),
    { numRuns: 150 },
  )
})

it('looks once or twice for a place in a long even stream, and once after it had time to look around', async () => {
  const blocks = Array.from({ length: 4000 }, (_, index) => 6000 + 2000 * Math.sin(index / 300))
  const bytes = blocks.map(Math.floor)
  const fresh = streamOf(bytes, true)
  await fresh.search.locate(2_900_000)
  expect(fresh.reads()).toBeLessThanOrEqual(3)
  const prepared = streamOf(bytes, false)
  await prepared.search.prepare(() => false)
  const before = prepared.reads()
  await prepared.search.locate(2_900_000)
  expect(prepared.reads() - before).toBe(1)
})
