import { expect, it } from 'vitest'
import { byteSize } from './bytes.ts'

it('is short, and exact enough to compare', () => {
  expect([0, 999, 1_400, 12_345_678, 1_440_000_000, 2.5e15].map((bytes) => byteSize(bytes, 'en'))).toEqual([
    '0 bytes',
    '999 bytes',
    '1.4 kB',
    '12 MB',
    '1.4 GB',
    '2,500 TB',
  ])
})
