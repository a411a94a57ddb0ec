import type { TFunction } from 'i18next'

/** So many phrases with names or numbers in them are kept: about what some pages say. */
const keptPhrases = 500

/**
 * The words of one language, each looked up once. i18next goes through all its options with every word, and a page says
 * hundreds of them: that was a fifth of the time in which a page opens.
 */
export function remembering(t: TFunction): TFunction {
  const words = new Map<string, unknown>()
  const phrases = new Map<string, unknown>()
  return new Proxy(t, {
    apply(translate, self, given: readonly unknown[]) {
      const [key, options] = given
      if (typeof key !== 'string') return Reflect.apply(translate, self, given)
      if (options === undefined) {
        if (!words.has(key)) words.set(key, Reflect.apply(translate, self, given))
        return words.get(key)
      }
      const question = `${key} ${JSON.stringify(options)}`
      if (!phrases.has(question)) {
        if (phrases.size >= keptPhrases) phrases.clear()
        phrases.set(question, Reflect.apply(translate, self, given))
      }
      return phrases.get(question)
    },
  })
}
