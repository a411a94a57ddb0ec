import { describe, expect, it } from 'vitest'
import { catalogueOf, languages } from './catalogues.ts'
import { createTranslator, speak } from './index.ts'

/** Every word of a catalogue by its key. */
function flat(catalogue: object, prefix = '', words = new Map<string, string>()): Map<string, string> {
  for (const [name, value] of Object.entries(catalogue)) {
    if (typeof value === 'string') words.set(prefix + name, value)
    else if (typeof value === 'object' && value !== null) flat(value, `${prefix}${name}.`, words)
  }
  return words
}

const plural = /_(zero|one|two|few|many|other)$/

/** Keys without their plural forms, each with the forms it has. */
function formsOf(words: ReadonlyMap<string, string>): Map<string, Set<string>> {
  const forms = new Map<string, Set<string>>()
  for (const key of words.keys()) {
    const base = key.replace(plural, '')
    forms.set(base, (forms.get(base) ?? new Set()).add(plural.exec(key)?.[1] ?? ''))
  }
  return forms
}

/** The forms that a language needs: its own, and a form for nothing where English has one. */
function neededForms(english: ReadonlySet<string>, language: string): Set<string> {
  if (english.has('')) return new Set([''])
  const own: Set<string> = new Set(new Intl.PluralRules(language).resolvedOptions().pluralCategories)
  return english.has('zero') ? own.add('zero') : own
}

const names = (text = ''): ReadonlySet<string | undefined> =>
  new Set([...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name))

/** Whether a text fills in nothing that the other one does not. */
const isWithin = (text = '', other = '') => [...names(text)].every((name) => names(other).has(name))

describe.each(languages.filter(({ tag }) => tag !== 'en'))('$name', async ({ tag }) => {
  const english = flat(await catalogueOf('en'))
  const words = flat(await catalogueOf(tag))

  it('says everything that English says, in all forms of its own, and nothing else', () => {
    const needed = [...formsOf(english)].flatMap(([base, forms]) =>
      [...neededForms(forms, tag)].map((form) => (form === '' ? base : `${base}_${form}`)),
    )
    // A line for each word that has to be written or taken out in src/i18n.
    expect({
      missing: needed.filter((key) => !words.has(key)),
      unknown: [...words.keys()].filter((key) => !needed.includes(key)),
      empty: [...words].filter(([, text]) => text.trim() === '').map(([key]) => key),
    }).toEqual({ missing: [], unknown: [], empty: [] })
  })

  it('fills in the same names, and counts where English counts', () => {
    const different = [...words].filter(([key, text]) => {
      const [base, form] = [key.replace(plural, ''), plural.exec(key)?.[1]]
      const same = english.get(key) ?? english.get(`${base}_other`)
      if (form === undefined || form === 'other') return !isWithin(text, same) || !isWithin(same, text)
      // One, none and a million may go without the figure.
      return !isWithin(text, `${english.get(`${base}_other`)} ${same}`)
    })
    expect(different.map(([key]) => key)).toEqual([])
  })

  it('is spoken by words that were handed out before', async () => {
    const { instance, t } = createTranslator()
    expect(t('nav.settings')).toBe('Settings')
    await speak(instance, tag)
    expect(t('nav.settings')).toBe(words.get('nav.settings'))
    expect(t('library.albums', { count: 1200 })).toContain(new Intl.NumberFormat(tag).format(1200))
  })
})
