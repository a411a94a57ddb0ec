import { expect, it } from 'vitest'
import { scanProgress } from './progress.ts'

const scan = { kind: 'scanning', folder: 'Music', added: 0, updated: 0, failed: 0 } as const

it('knows how far it is once files have been counted, and never claims more than all', () => {
  expect(scanProgress({ ...scan, phase: 'finding', found: 40, done: 0 })).toBeNull()
  expect(scanProgress({ ...scan, phase: 'reading', found: 40, done: 10 })).toBe(0.25)
  expect(scanProgress({ ...scan, phase: 'reading', found: 0, done: 0 })).toBeNull()
  expect(scanProgress({ ...scan, phase: 'reading', found: 40, done: 44 })).toBe(1)
  expect(scanProgress({ ...scan, phase: 'finishing', found: 40, done: 40 })).toBe(1)
})
