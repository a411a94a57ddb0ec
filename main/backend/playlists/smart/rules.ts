import type { Rule, SmartRules } from '../../../../src/library/index.ts'
import { fold } from '../../search/index.ts'

/** What rules look at. Words are folded; `title`, `artist` and `album` are as lists sort them ("beatles the"). */
export interface SmartRow {
  readonly trackId: string
  readonly title: string
  readonly artist: string
  readonly album: string
  readonly disc: number
  readonly number: number
  readonly year: number | null
  /** Unix time in ms. */
  readonly addedAt: number
  readonly liked: boolean
  /** Plays that were finished or heard for half a minute. */
  readonly plays: number
  /** When the last of those began, Unix time in ms. */
  readonly playedAt: number | null
  readonly artists: readonly string[]
  readonly genres: readonly string[]
  readonly lossless: boolean
}

export type Predicate = (row: SmartRow) => boolean

const dayMs = 86_400_000

/** Which changes make a smart playlist hold something else, beside those of the library. */
export function dependencies({ rules, sort }: SmartRules) {
  const looksAt = (...fields: readonly Rule['field'][]): boolean => rules.some(({ field }) => fields.includes(field))
  return {
    likes: looksAt('liked'),
    plays: looksAt('plays', 'played') || sort === 'plays' || sort === 'played',
    time: looksAt('added', 'played'),
    /** What only the tags themselves tell. */
    tags: looksAt('artist', 'genre', 'lossless'),
  }
}

/** Whether a track belongs to a smart playlist. `now` is Unix time in ms. */
export function compileRules({ match, rules }: Pick<SmartRules, 'match' | 'rules'>, now: number): Predicate {
  const predicates = rules.map((rule) => compileRule(rule, now))
  return match === 'all'
    ? (row) => predicates.every((predicate) => predicate(row))
    : (row) => predicates.some((predicate) => predicate(row))
}

function compileRule(rule: Rule, now: number): Predicate {
  switch (rule.field) {
    case 'title':
      return compileText(rule, ({ title }) => [title])
    case 'album':
      return compileText(rule, ({ album }) => [album])
    case 'artist':
      return compileText(rule, (row) => [row.artist, ...row.artists])
    case 'genre':
      return compileText(rule, (row) => row.genres)
    case 'year':
      return ({ year }) => year !== null && compare(year, rule.is, rule.value)
    case 'plays':
      return ({ plays }) => compare(plays, rule.is, rule.value)
    case 'added':
    case 'played': {
      const since = now - rule.value * dayMs
      const wanted = rule.is === 'within-days'
      return (row) => (rule.field === 'added' ? row.addedAt : (row.playedAt ?? -Infinity)) >= since === wanted
    }
    case 'liked':
    case 'lossless':
      return (row) => row[rule.field] === (rule.is === 'yes')
    default:
      return rule satisfies never
  }
}

function compare(value: number, is: 'at-least' | 'at-most' | 'equals', limit: number): boolean {
  switch (is) {
    case 'at-least':
      return value >= limit
    case 'at-most':
      return value <= limit
    default:
      return value === limit
  }
}

function compileText(
  { is, value }: Extract<Rule, { value: string }>,
  textsOf: (row: SmartRow) => readonly string[],
): Predicate {
  const wanted = fold(value)
  // What is written before an article in sorted words stands after it in those that a person types, and the other way round.
  const articleLast = firstWordLast(wanted)
  const equals = (text: string): boolean => text === wanted || text === articleLast
  const contains = (text: string): boolean =>
    text.includes(wanted) || text.includes(articleLast) || lastWordFirst(text).includes(wanted)
  switch (is) {
    case 'equals':
      return (row) => textsOf(row).some(equals)
    case 'contains':
      return (row) => textsOf(row).some(contains)
    default:
      return (row) => !textsOf(row).some(contains)
  }
}

function firstWordLast(text: string): string {
  const at = text.indexOf(' ')
  return at < 0 ? text : `${text.slice(at + 1)} ${text.slice(0, at)}`
}

function lastWordFirst(text: string): string {
  const at = text.lastIndexOf(' ')
  return at < 0 ? text : `${text.slice(at + 1)} ${text.slice(0, at)}`
}
