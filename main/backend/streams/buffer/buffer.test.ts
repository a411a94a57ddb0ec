import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, truncate, writeFile, mkdir } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blockBytes, type Held, SessionBuffer } from './index.ts'

let folder: string
let buffer: SessionBuffer
const never = new AbortController().signal

beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(os.tmpdir(), 'melofy-buffer-')), 'stream-buffer')
})

afterEach(async () => {
  await buffer.close()
  await rm(path.dirname(folder), { recursive: true, force: true })
})

const make = (limitBlocks: number, memoryBlocks: number): SessionBuffer =>
  (buffer = new SessionBuffer({
    folder,
    limitBytes: limitBlocks * blockBytes,
    memoryBytes: memoryBlocks * blockBytes,
  }))

const tile = randomBytes(65_521)

/** Bytes that follow from their place. */
function pattern(seed: number, start: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length;) {
    const from = (seed * 7919 + start + at) % tile.length
    const part = tile.subarray(from, Math.min(tile.length, from + length - at))
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

async function fill(held: Held, seed: number, start: number, end: number): Promise<void> {
  for (let at = start; at < end; at += 60_000) {
    const part = pattern(seed, at, Math.min(60_000, end - at))
    await held.write(at, part, never)
  }
}

/** Whether what is held at a place is what was written there. */
async function readsRight(held: Held, seed: number, at: number): Promise<boolean> {
  held.use(at)
  const end = Math.min(held.heldTo(at), at + blockBytes)
  const bytes = await held.read(at, end)
  return bytes === null || hash(bytes) === hash(pattern(seed, at, end - at))
}

const hash = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : createHash('sha1').update(bytes).digest('hex')

describe('what was streamed', () => {
  it('is read back byte for byte, from memory and from the disk', async () => {
    make(40, 4)
    buffer.protect(['a'])
    const held = buffer.open('a')
    await fill(held, 1, 0, 20 * blockBytes + 1234)
    expect(held.heldTo(0)).toBe(20 * blockBytes + 1234)
    for (const [start, end] of [
      [0, 100],
      [blockBytes - 5, blockBytes + 5],
      [3, 20 * blockBytes + 1234],
    ] as const)
      expect(hash(await held.read(start, end))).toBe(hash(pattern(1, start, end - start)))
    const { size } = await stat(path.join(folder, 'blocks'))
    expect(size).toBeGreaterThan(10 * blockBytes)
  })

  it('is gone from the disk at the end, and what an earlier run left at the start', async () => {
    await mkdir(folder, { recursive: true })
    await writeFile(path.join(folder, 'blocks'), 'old')
    make(20, 4)
    buffer.protect(['a'])
    await fill(buffer.open('a'), 1, 0, 10 * blockBytes)
    await buffer.close()
    await expect(readdir(folder)).rejects.toThrow('ENOENT')
  })

  it('goes in the order in which it was used; what plays stays', async () => {
    make(8, 4)
    buffer.protect(['playing'])
    const [old, playing, newer] = ['old', 'playing', 'newer'].map((trackId) => buffer.open(trackId))
    if (old === undefined || playing === undefined || newer === undefined) throw new Error('No room')
    await fill(old, 1, 0, 3 * blockBytes)
    await fill(playing, 2, 0, 3 * blockBytes)
    await fill(newer, 3, 0, 2 * blockBytes)
    buffer.used(newer)
    await fill(playing, 2, 3 * blockBytes, 6 * blockBytes)
    expect([old.heldBytes, playing.heldBytes, newer.heldBytes]).toEqual([0, 6 * blockBytes, 2 * blockBytes])
  })

  it('of a track larger than the bound is a window that moves with its reader', async () => {
    make(12, 4)
    buffer.protect(['long'])
    const held = buffer.open('long')
    const total = 40 * blockBytes
    const writing = fill(held, 5, 0, total)
    for (let at = 0; at < total; at += blockBytes) {
      held.use(at)
      while (held.heldTo(at) < at + blockBytes) await held.change(never)
      expect(hash(await held.read(at, at + blockBytes))).toBe(hash(pattern(5, at, blockBytes)))
      expect(buffer.usedBytes).toBeLessThanOrEqual(12 * blockBytes)
    }
    await writing
  })

  it('of a track that nobody plays does not push out what was played after it, and is let go instead', async () => {
    make(4, 4)
    const skipped = buffer.open('skipped')
    const played = buffer.open('played')
    await fill(played, 1, 0, 4 * blockBytes)
    await fill(skipped, 2, 0, 3 * blockBytes)
    expect([played.heldBytes, skipped.heldBytes]).toEqual([4 * blockBytes, 0])
  })

  it('stays in memory when the disk does not take it', async () => {
    await rm(folder, { recursive: true, force: true })
    // Where the folder should be lies a file.
    make(40, 6)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await writeFile(folder, '')
    buffer.protect(['a'])
    const held = buffer.open('a')
    for (let at = 0; at < 20 * blockBytes; at += blockBytes) {
      held.use(at)
      await fill(held, 1, at, at + blockBytes)
      // What the disk refused first is gone; whoever brings it brings it again.
      if (held.heldTo(at) === at) await fill(held, 1, at, at + blockBytes)
      expect(hash(await held.read(at, at + blockBytes))).toBe(hash(pattern(1, at, blockBytes)))
    }
    expect(buffer.usedBytes).toBeLessThanOrEqual(6 * blockBytes)
  })

  it('never is more than its bound, whatever is written, read and protected', async () => {
    const command = fc.oneof(
      fc.record({
        kind: fc.constant('write' as const),
        track: fc.nat(3),
        at: fc.nat(9 * blockBytes),
        length: fc.integer({ min: 1, max: 2 * blockBytes }),
      }),
      fc.record({ kind: fc.constant('read' as const), track: fc.nat(3), at: fc.nat(9 * blockBytes) }),
      fc.record({ kind: fc.constant('protect' as const), tracks: fc.uniqueArray(fc.nat(3), { maxLength: 2 }) }),
      fc.record({ kind: fc.constant('limit' as const), blocks: fc.integer({ min: 4, max: 12 }) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 25 }), async (commands) => {
        make(8, 4)
        let limit = 8
        const holds = [0, 1, 2, 3].map((track) => buffer.open(String(track)))
        const ending = new AbortController()
        const writes: Promise<void>[] = []
        let isRight = true
        for (const each of commands) {
          const held = 'track' in each ? holds[each.track] : undefined
          if (each.kind === 'protect') buffer.protect(each.tracks.map(String))
          else if (each.kind === 'limit') buffer.setLimit((limit = each.blocks) * blockBytes)
          else if (each.kind === 'write' && held !== undefined)
            writes.push(held.write(each.at, pattern(each.track, each.at, each.length), ending.signal))
          else if (each.kind === 'read' && held !== undefined) isRight = await readsRight(held, each.track, each.at)
          expect(isRight).toBe(true)
          await new Promise((resolve) => setImmediate(resolve))
          expect(buffer.usedBytes).toBeLessThanOrEqual(limit * blockBytes)
        }
        ending.abort()
        await Promise.all(writes)
        expect(buffer.usedBytes).toBe(holds.reduce((sum, { blocks }) => sum + blocks.size, 0) * blockBytes)
        await buffer.close()
      }),
      { numRuns: 40 },
    )
  })
})

describe('what cannot be had from here', () => {
  it('comes anew when the disk does not give it back', async () => {
    make(20, 4)
    buffer.protect(['track'])
    const held = buffer.open('track')
    await fill(held, 1, 0, 12 * blockBytes)
    await truncate(path.join(folder, 'blocks'))
    let reads = 0
    // As its reader does: what is held is read, what is not is brought.
    for (let at = 0; at < 12 * blockBytes && reads < 100; reads += 1) {
      const end = at + blockBytes
      if (held.heldTo(at) < end) await fill(held, 1, held.heldTo(at), end)
      held.use(at)
      const bytes = await held.read(at, end)
      if (bytes === null) continue
      expect(hash(bytes)).toBe(hash(pattern(1, at, blockBytes)))
      at = end
    }
    expect(reads).toBeLessThan(100)
  })

  it('is taken in before what is held of the same block', async () => {
    make(20, 4)
    const held = buffer.open('track')
    const from = 200_000
    await held.write(from, pattern(1, from, 5000), never)
    await fill(held, 1, 0, blockBytes)
    expect(held.heldTo(0)).toBe(blockBytes)
    const bytes = await held.read(0, blockBytes)
    expect(hash(bytes)).toBe(hash(pattern(1, 0, blockBytes)))
  })
})
