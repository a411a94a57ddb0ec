import type { Rule, SmartRules } from '../../../../src/library/index.ts'

type Field = Rule['field']

/** A rule as it is being written: its value is what stands in the field, which need not make sense yet. */
export interface DraftRule {
  /** Tells rules apart while they are added and removed. */
  readonly key: number
  readonly field: Field
  readonly is: string
  readonly value: string
}

/** A smart playlist as it is being written. */
export interface Draft {
  readonly name: string
  readonly match: SmartRules['match']
  readonly rules: readonly DraftRule[]
  readonly sort: SmartRules['sort']
  readonly descending: boolean
  /** Empty for no limit. */
  readonly limit: string
}

const textIs = ['contains', 'equals', 'not-contains'] as const
const yearIs = ['at-least', 'at-most', 'equals'] as const
const playsIs = ['at-least', 'at-most'] as const
const daysIs = ['within-days', 'not-within-days'] as const
const yesNo = ['yes', 'no'] as const

/** What each field can be asked, in the order of the list that offers it. */
export const operators = {
  title: textIs,
  artist: textIs,
  album: textIs,
  genre: textIs,
  year: yearIs,
  plays: playsIs,
  added: daysIs,
  played: daysIs,
  liked: yesNo,
  lossless: yesNo,
} as const satisfies Record<Field, readonly Rule['is'][]>

export const fields: readonly Field[] = [
  'title',
  'artist',
  'album',
  'genre',
  'year',
  'plays',
  'added',
  'played',
  'liked',
  'lossless',
]

export const sorts: readonly SmartRules['sort'][] = [
  'title',
  'artist',
  'album',
  'year',
  'added',
  'played',
  'plays',
  'random',
]

/** What a field's value is: words, a whole number, or nothing because the question says it all. */
export function valueKind(field: Field): 'text' | 'number' | 'none' {
  switch (field) {
    case 'title':
    case 'artist':
    case 'album':
    case 'genre':
      return 'text'
    case 'year':
    case 'plays':
    case 'added':
    case 'played':
      return 'number'
    case 'liked':
    case 'lossless':
      return 'none'
    default:
      return field satisfies never
  }
}

const rulesAtMost = 20
const daysAtMost = 36_500
const limitAtMost = 10_000

/** True while one more rule fits. */
export function takesMore({ rules }: Draft): boolean {
  return rules.length < rulesAtMost
}

/** What a new smart playlist begins with: what was added lately. */
export function newDraft(name: string): Draft {
  return {
    name,
    match: 'all',
    rules: [{ key: 0, field: 'added', is: 'within-days', value: '30' }],
    sort: 'added',
    descending: true,
    limit: '100',
  }
}

/** An existing smart playlist, to be written on. */
export function draftOf(name: string, rules: SmartRules): Draft {
  return {
    ...rules,
    name,
    rules: rules.rules.map((rule, key) => ({
      key,
      field: rule.field,
      is: rule.is,
      value: 'value' in rule ? String(rule.value) : '',
    })),
    limit: rules.limit === null ? '' : String(rules.limit),
  }
}

/** The rule with another field: the question and the value stay where they still make sense. */
export function withField(rule: DraftRule, field: Field): DraftRule {
  const known: readonly string[] = operators[field]
  const keepsValue = valueKind(field) === valueKind(rule.field)
  return {
    ...rule,
    field,
    is: known.includes(rule.is) ? rule.is : (known[0] ?? ''),
    value: keepsValue ? rule.value : '',
  }
}

/** A further rule, for the end of the list. */
export function nextRule(rules: readonly DraftRule[]): DraftRule {
  return { key: Math.max(-1, ...rules.map((rule) => rule.key)) + 1, field: 'artist', is: 'contains', value: '' }
}

function oneOf<const Value extends string>(values: readonly Value[], value: string): Value | null {
  return values.find((one) => one === value) ?? null
}

function wholeNumber(text: string, from: number, to: number): number | null {
  if (!/^-?\d{1,9}$/.test(text.trim())) return null
  const value = Number(text)
  return value >= from && value <= to ? value : null
}

/** The rule as it is stored; null while its value makes no sense. */
export function ruleOf({ field, is, value }: DraftRule): Rule | null {
  switch (field) {
    case 'title':
    case 'artist':
    case 'album':
    case 'genre': {
      const how = oneOf(textIs, is)
      const words = value.trim()
      return how === null || words === '' ? null : { field, is: how, value: words.slice(0, 200) }
    }
    case 'year': {
      const how = oneOf(yearIs, is)
      const year = wholeNumber(value, 0, 9999)
      return how === null || year === null ? null : { field, is: how, value: year }
    }
    case 'plays': {
      const how = oneOf(playsIs, is)
      const count = wholeNumber(value, 0, 999_999_999)
      return how === null || count === null ? null : { field, is: how, value: count }
    }
    case 'added':
    case 'played': {
      const how = oneOf(daysIs, is)
      const days = wholeNumber(value, 1, daysAtMost)
      return how === null || days === null ? null : { field, is: how, value: days }
    }
    case 'liked':
    case 'lossless': {
      const how = oneOf(yesNo, is)
      return how === null ? null : { field, is: how }
    }
    default:
      return field satisfies never
  }
}

/** What was written, as it is stored; null while something in it makes no sense. */
export function rulesOf(draft: Draft): SmartRules | null {
  const rules = draft.rules.map(ruleOf)
  const known = rules.filter((rule) => rule !== null)
  const limit = draft.limit.trim() === '' ? null : wholeNumber(draft.limit, 1, limitAtMost)
  const isLimitWrong = draft.limit.trim() !== '' && limit === null
  if (known.length < rules.length || known.length === 0 || isLimitWrong) return null
  return { match: draft.match, rules: known, sort: draft.sort, descending: draft.descending, limit }
}
