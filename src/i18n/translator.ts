import { createInstance } from 'i18next'
import type { i18n, TFunction } from 'i18next'
import { catalogueOf, languages } from './catalogues.ts'
import type { Language } from './catalogues.ts'
import en from './en.json' with { type: 'json' }

export interface Translator {
  readonly instance: i18n
  readonly t: TFunction
}

/**
 * The language to show: the chosen one, or the first of the system's that the catalogue has, or English.
 * `setting` is a BCP 47 tag or `system`; `system` lists the system's languages, best first.
 */
export function pickLanguage(setting: string, system: readonly string[]): Language {
  const wanted = setting === 'system' ? system : [setting]
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0]
    const found = languages.find((language) => language.tag === primary)
    if (found) return found.tag
  }
  return 'en'
}

/** Words in English, ready to use at once. `speak` changes the language of its `t` too. */
export function createTranslator(): Translator {
  const instance = createInstance()
  void instance.init({
    lng: 'en',
    fallbackLng: 'en',
    initAsync: false,
    resources: { en: { translation: en } },
    // React escapes on its own, and menus and window titles are plain text.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return { instance, t: instance.t }
}

/** Fetches a language and speaks it from then on. A catalogue that cannot be had leaves everything as it is. */
export async function speak(instance: i18n, language: Language): Promise<void> {
  if (!instance.hasResourceBundle(language, 'translation')) {
    try {
      instance.addResourceBundle(language, 'translation', await catalogueOf(language))
    } catch {
      return
    }
  }
  await instance.changeLanguage(language)
}
