import { expect, test } from 'vitest'
import { cleanName, distinctName } from './names.ts'

test.each([
  ['  Late \n night\u0000 ', 'Late night'],
  ['a\u2028b', 'a b'],
  ['\uD800', '\uFFFD'],
  ['x'.repeat(300), 'x'.repeat(200)],
  [`${'x'.repeat(199)}😀`, 'x'.repeat(199)],
])('a name is cleaned: %j', (name, clean) => {
  expect(cleanName(name)).toBe(clean)
})

test('a name of nothing but control characters is refused', () => {
  expect(() => cleanName('\u0001\n')).toThrow('bad-input')
})

test.each([
  ['Mix', [], 'Mix'],
  ['Mix', ['Mix'], 'Mix 2'],
  ['Mix', ['mix', 'Mix 2'], 'Mix 3'],
  ['Mix 2', ['Mix', 'Mix 2'], 'Mix 3'],
  ['Level 42', ['Level 42'], 'Level 42 2'],
  ['Café', ['Cafe\u0301'], 'Café 2'],
  ['x'.repeat(200), ['x'.repeat(200)], `${'x'.repeat(198)} 2`],
])('%j beside %j becomes %j', (name, taken, distinct) => {
  expect(distinctName(name, taken)).toBe(distinct)
})
