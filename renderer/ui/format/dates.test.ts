import { expect, test } from 'vitest'
import { dayInWords } from './dates.ts'

const at = (...parts: [number, number, number, number]) => new Date(...parts).getTime()
const now = at(2026, 10, 20, 1)

test('a day is named by how far it is, then by its date', () => {
  expect(dayInWords(at(2026, 10, 20, 0), now, 'en')).toBe('today')
  // An hour and a half ago, and yet yesterday.
  expect(dayInWords(at(2026, 10, 19, 23), now, 'en')).toBe('yesterday')
  expect(dayInWords(at(2026, 10, 15, 12), now, 'en')).toBe('5 days ago')
  expect(dayInWords(at(2026, 10, 1, 12), now, 'en')).toBe('Nov 1')
  expect(dayInWords(at(2019, 0, 5, 12), now, 'en')).toBe('Jan 5, 2019')
})

test('a clock that was set back makes no day of the future relative', () => {
  expect(dayInWords(at(2026, 10, 25, 12), now, 'en')).toBe('Nov 25')
})
