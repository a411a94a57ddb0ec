import { expect, test } from 'vitest'
import { createTranslator } from '../../../src/i18n/index.ts'
import type { SmartRules } from '../../../src/library/index.ts'
import { rulesSentence } from './sentence.ts'

const { t } = createTranslator()
const rules: SmartRules = {
  match: 'all',
  rules: [{ field: 'artist', is: 'contains', value: 'Mira' }],
  sort: 'artist',
  descending: false,
  limit: null,
}
const sentence = (change: Partial<SmartRules>) => rulesSentence({ ...rules, ...change }, t, 'en')

test('rules read as a sentence', () => {
  expect(sentence({})).toBe('Tracks that have “Mira” in the artist, by artist')
  expect(
    sentence({
      rules: [
        { field: 'liked', is: 'yes' },
        { field: 'plays', is: 'at-most', value: 0 },
        { field: 'added', is: 'within-days', value: 30 },
      ],
      sort: 'added',
      descending: true,
      limit: 50,
    }),
  ).toBe(
    'Tracks that you like, were never played, and were added in the last 30 days, newest additions first, 50 at most',
  )
  expect(
    sentence({
      match: 'any',
      rules: [
        { field: 'year', is: 'at-least', value: 1990 },
        { field: 'lossless', is: 'no' },
      ],
      sort: 'random',
      limit: 1,
    }),
  ).toBe('Tracks that are from 1990 or later or are not lossless, in random order, 1 at most')
})
