import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SmartRules } from '../../../../src/library/index.ts'
import { smartRulesSchema } from '../../../../src/library/index.ts'
import { draftOf, fields, newDraft, nextRule, operators, ruleOf, rulesOf, sorts, withField } from './draft.ts'

const text = fc.string({ minLength: 1, maxLength: 40 }).filter((value) => value.trim() === value && value !== '')
const anyRule: fc.Arbitrary<SmartRules['rules'][number]> = fc.oneof(
  fc.record({
    field: fc.constantFrom('title', 'artist', 'album', 'genre'),
    is: fc.constantFrom(...operators.title),
    value: text,
  }),
  fc.record({
    field: fc.constant('year'),
    is: fc.constantFrom(...operators.year),
    value: fc.integer({ min: 0, max: 9999 }),
  }),
  fc.record({ field: fc.constant('plays'), is: fc.constantFrom(...operators.plays), value: fc.nat(1_000_000) }),
  fc.record({
    field: fc.constantFrom('added', 'played'),
    is: fc.constantFrom(...operators.added),
    value: fc.integer({ min: 1, max: 36_500 }),
  }),
  fc.record({ field: fc.constantFrom('liked', 'lossless'), is: fc.constantFrom(...operators.liked) }),
)
const anyRules: fc.Arbitrary<SmartRules> = fc.record({
  match: fc.constantFrom('all', 'any'),
  rules: fc.array(anyRule, { minLength: 1, maxLength: 20 }),
  sort: fc.constantFrom(...sorts),
  descending: fc.boolean(),
  limit: fc.option(fc.integer({ min: 1, max: 10_000 })),
})

describe('a smart playlist on the way through its editor', () => {
  test('comes out as it went in', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        expect(rulesOf(draftOf('x', rules))).toEqual(rules)
      }),
    )
  })

  test('whatever is written, what comes out is what the backend takes', () => {
    const anything = fc.record({
      field: fc.constantFrom(...fields),
      is: fc.constantFrom('contains', 'at-least', 'within-days', 'yes', 'nonsense'),
      value: fc.oneof(fc.string(), fc.integer().map(String)),
      key: fc.nat(),
    })
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 5 }), fc.string(), (rules, limit) => {
        const out = rulesOf({ ...newDraft('x'), rules, limit })
        expect(out === null || smartRulesSchema.safeParse(out).success).toBe(true)
      }),
    )
  })

  test('is not ready while a value is missing or makes no sense', () => {
    const draft = newDraft('x')
    expect(rulesOf(draft)).not.toBe(null)
    expect(rulesOf({ ...draft, rules: [...draft.rules, nextRule(draft.rules)] })).toBe(null)
    expect(rulesOf({ ...draft, rules: [] })).toBe(null)
    expect(rulesOf({ ...draft, limit: '0' })).toBe(null)
    expect(rulesOf({ ...draft, limit: ' ' })?.limit).toBe(null)
    expect(ruleOf({ key: 0, field: 'added', is: 'within-days', value: '1.5' })).toBe(null)
  })
})

test('another field keeps what still makes sense', () => {
  const rule = { key: 3, field: 'artist', is: 'not-contains', value: 'Mira' } as const
  expect(withField(rule, 'album')).toEqual({ ...rule, field: 'album' })
  expect(withField(rule, 'year')).toEqual({ key: 3, field: 'year', is: 'at-least', value: '' })
  expect(withField({ ...rule, is: 'equals' }, 'year')).toMatchObject({ is: 'equals', value: '' })
})

test('every rule has a name of its own', () => {
  const rules = [nextRule([])]
  rules.push(nextRule(rules), nextRule([...rules, { ...nextRule(rules), key: 9 }]))
  expect(new Set(rules.map((rule) => rule.key)).size).toBe(3)
})
