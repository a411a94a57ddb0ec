import { expect, it } from 'vitest'
import { noise } from '../../../../../testkit/audio/signals.ts'
import { encodeWav } from '../../../../../testkit/audio/wav.ts'
import { rehearse } from './rehearse.ts'

it('opens each file, and none any more once somebody wants to hear something', async () => {
  const opened: number[] = []
  const wav = (seed: number) => {
    const signal = noise({ seed, frames: 4410, amplitude: 0.5 })
    const bytes = Uint8Array.from(encodeWav([signal], 44_100, 16))
    const read = bytes.slice.bind(bytes)
    bytes.slice = (...range) => {
      if (opened.at(-1) !== seed) opened.push(seed)
      return read(...range)
    }
    return bytes
  }
  await rehearse({ files: [wav(1), wav(2)], contextRateHz: 48_000, isWanted: () => false })
  expect(opened).toEqual([1, 2])
  opened.length = 0
  await rehearse({ files: [wav(3), wav(4), wav(5)], contextRateHz: 48_000, isWanted: () => opened.includes(4) })
  expect(opened).toEqual([3, 4])
})

it('is not stopped by a file that cannot be opened', async () => {
  let asked = 0
  const isWanted = () => {
    asked += 1
    return false
  }
  await rehearse({ files: [new Uint8Array(100), new Uint8Array(0)], contextRateHz: 48_000, isWanted })
  expect(asked).toBe(2)
})
