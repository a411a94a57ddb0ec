export { TranslationProvider, useTranslation } from './translation.tsx'
export type { Translation } from './translation.tsx'
