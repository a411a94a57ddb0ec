import './keys.ts'

export { languages } from './catalogues.ts'
export type { Language } from './catalogues.ts'
export { createTranslator, pickLanguage, speak } from './translator.ts'
export type { Translator } from './translator.ts'
