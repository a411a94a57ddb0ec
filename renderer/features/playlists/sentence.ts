import type { TFunction } from 'i18next'
import type { Rule, SmartRules } from '../../../src/library/index.ts'

/** The words of one rule, as they follow "Tracks that". */
export function ruleWords(rule: Rule, t: TFunction): string {
  switch (rule.field) {
    case 'title':
    case 'artist':
    case 'album':
    case 'genre':
      return t(`smart.rule.${rule.field}.${rule.is}`, { value: rule.value })
    case 'year':
      return t(`smart.rule.year.${rule.is}`, { value: rule.value })
    case 'plays':
      return t(`smart.rule.plays.${rule.is}`, { count: rule.value })
    case 'added':
    case 'played':
      return t(`smart.rule.${rule.field}.${rule.is}`, { count: rule.value })
    case 'liked':
    case 'lossless':
      return t(`smart.rule.${rule.field}.${rule.is}`)
    default:
      return rule satisfies never
  }
}

/** A smart playlist in a sentence: what is in it, in which order, how much of it. */
export function rulesSentence(rules: SmartRules, t: TFunction, locale: string): string {
  const list = new Intl.ListFormat(locale, { type: rules.match === 'all' ? 'conjunction' : 'disjunction' })
  const what = t('smart.sentence', { rules: list.format(rules.rules.map((rule) => ruleWords(rule, t))) })
  const order =
    rules.sort === 'random'
      ? t('smart.order.random')
      : t(`smart.order.${rules.sort}.${rules.descending ? 'descending' : 'ascending'}`)
  const limit = rules.limit === null ? [] : [t('smart.limit', { count: rules.limit })]
  return [what, order, ...limit].join(', ')
}
