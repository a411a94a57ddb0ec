import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSnapshot } from './snapshot.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('one that a failing disk has ended already ends no process, and the next one is begun anew', () => {
  const ran: string[] = []
  const run = (sql: string): number => {
    ran.push(sql)
    if (sql === 'COMMIT') throw new Error('cannot commit - no transaction is active')
    return 0
  }
  const snapshot = createSnapshot({ run, generation: () => 0 })
  snapshot.begin()
  vi.runAllTimers()
  snapshot.begin()
  expect(ran).toEqual(['BEGIN', 'COMMIT', 'BEGIN'])
})
