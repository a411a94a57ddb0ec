import './keys.ts'

export { createTranslator, languages, pickLanguage } from './translator.ts'
export type { Language, Translator } from './translator.ts'
