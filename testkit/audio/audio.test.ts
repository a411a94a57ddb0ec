import { readFile, stat } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Fixture, fixtures, type FixtureSet, referenceDecode, referenceDecodeAll } from './index.ts'

let set: FixtureSet

beforeAll(async () => {
  set = await fixtures()
}, 120_000)

const decode = (fixture: Fixture): Promise<Float32Array[]> =>
  referenceDecode(fixture, { sampleRateHz: fixture.sampleRateHz, channels: fixture.channels })

/** Highest difference between two signals, in full scales. */
function worstDifference(one: Float32Array | undefined, other: Float32Array | undefined): number {
  if (one === undefined || other === undefined || one.length !== other.length) return Infinity
  let worst = 0
  for (let frame = 0; frame < one.length; frame += 1) {
    worst = Math.max(worst, Math.abs((one[frame] ?? 0) - (other[frame] ?? 0)))
  }
  return worst
}

function inARow(first: Float32Array = new Float32Array(), second: Float32Array = new Float32Array()): Float32Array {
  const both = new Float32Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

describe('the audio fixtures', () => {
  test('decode to exactly the frames they claim, every one', async () => {
    const all = [
      ...Object.entries(set.files),
      ...Object.entries(set.tagged),
      ...Object.entries(set.pairs).flatMap(([name, pair]) => [
        [name, pair.first] as const,
        [name, pair.second] as const,
      ]),
    ]
    const decoded = await referenceDecodeAll(all.map(([, fixture]) => fixture))
    const wrong = all.flatMap(([name, { frames }], index) => {
      const found = decoded[index]?.[0]?.length
      return found === frames ? [] : [`${name}: ${found} instead of ${frames}`]
    })
    expect(wrong).toEqual([])
  }, 60_000)

  test.each(['flac44', 'flac48', 'flac24bit96k', 'flac51', 'mkaFlac', 'm4aAlac', 'aiff'] as const)(
    '%s is the source, bit for bit',
    async (name) => {
      const fixture = set.files[name]
      const source = await referenceDecode(fixture.sourcePath ?? '', fixture)
      const decoded = await decode(fixture)
      expect(decoded.map((channel, index) => worstDifference(channel, source[index]))).toEqual(source.map(() => 0))
    },
  )

  test('both halves of a pair, decoded one after the other, are the whole again', async () => {
    const worst: Record<string, number> = {}
    const pairs = Object.entries(set.pairs)
    const decoded = await referenceDecodeAll(pairs.flatMap(([, pair]) => [pair.first, pair.second, pair.whole]))
    for (const [index, [name]] of pairs.entries()) {
      const [first, second, whole] = decoded.slice(index * 3, index * 3 + 3)
      const joined = inARow(first?.[0], second?.[0])
      // Codecs may round, not move: one frame more or less at the joint would be an error of 0.1 and more here.
      worst[name] = worstDifference(joined.slice(0, 140_000), whole?.[0]?.slice(0, 140_000))
    }
    expect(worst).toMatchObject({ wav: 0, flac: 0 })
    expect(Object.entries(worst).filter(([, difference]) => difference > 0.1)).toEqual([])
  }, 60_000)

  test('a slice of the reference is that part of the whole', async () => {
    const whole = await decode(set.files.flac44)
    const slice = await referenceDecode(set.files.flac44, {
      sampleRateHz: 44_100,
      channels: 2,
      startFrame: 1001,
      frames: 5000,
    })
    expect(worstDifference(slice[1], whole[1]?.slice(1001, 6001))).toBe(0)
  })

  test('protected files name their protection, truncated ones are shorter', async () => {
    expect((await readFile(set.bad.drmsM4a)).includes('drms')).toBe(true)
    expect((await readFile(set.bad.encaM4a)).includes('enca')).toBe(true)
    expect((await stat(set.bad.truncatedMp3)).size).toBeGreaterThan(20_000)
    expect((await stat(set.bad.emptyMp3)).size).toBe(0)
  })
})
