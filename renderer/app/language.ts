import type { i18n } from 'i18next'
import { pickLanguage, speak } from '../../src/i18n/index.ts'
import type { Language } from '../../src/i18n/index.ts'

const storageKey = 'melofy.language'

/**
 * The language to begin with: the settings come a moment after the page, so the browser keeps what they said last. Losing it
 * costs a moment in the system's language.
 */
export function firstLanguage(): Language {
  try {
    return pickLanguage(window.localStorage.getItem(storageKey) ?? 'system', navigator.languages)
  } catch {
    return pickLanguage('system', navigator.languages)
  }
}

/** Shows the language of the settings from now on. `setting` is a tag or `system`. */
export async function showLanguage(instance: i18n, setting: string): Promise<void> {
  const language = pickLanguage(setting, navigator.languages)
  try {
    window.localStorage.setItem(storageKey, setting)
  } catch {
    // A full or forbidden storage.
  }
  if (instance.language !== language) await speak(instance, language)
}
