import type en from './en.json'

/** Makes every key of the catalogue a type: a word that does not exist is a compile error in every process. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
    returnNull: false
  }
}
