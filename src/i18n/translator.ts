import { createInstance } from 'i18next'
import type { i18n, TFunction } from 'i18next'
import en from './en.json' with { type: 'json' }

/** Languages with a complete catalogue, each under its own name. */
export const languages = [{ tag: 'en', name: 'English' }] as const

export type Language = (typeof languages)[number]['tag']

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

/** The catalogue, ready to use at once: nothing is loaded later. */
export function createTranslator(language: Language): Translator {
  const instance = createInstance()
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    resources: { en: { translation: en } },
    // React escapes on its own, and menus and window titles are plain text.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return { instance, t: instance.t }
}
