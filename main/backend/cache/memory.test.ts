import { expect, test } from 'vitest'
import { createMemoryTier } from './memory.ts'

test('beyond its room, what was used longest ago goes', () => {
  const memory = createMemoryTier<string>(80)
  for (let at = 0; at < 8; at += 1) memory.put(`k${at}`, 'x', 10)
  memory.get('k0')
  memory.put('new', 'x', 10)
  expect(['k0', 'k1', 'k2', 'new'].map((key) => memory.get(key))).toEqual(['x', undefined, 'x', 'x'])
})

test('replaced and removed values give their room back, and one that is too large takes none', () => {
  const memory = createMemoryTier<string>(80)
  for (let at = 0; at < 100; at += 1) memory.put('same', String(at), 10)
  memory.put('other', 'x', 10)
  memory.put('huge', 'x', 81)
  expect(['same', 'other', 'huge'].map((key) => memory.get(key))).toEqual(['99', 'x', undefined])
  memory.put('same', 'grown', 81)
  expect([memory.get('same'), memory.get('other')]).toEqual([undefined, 'x'])
})
