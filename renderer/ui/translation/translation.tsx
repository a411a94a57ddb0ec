import type { i18n, TFunction } from 'i18next'
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { remembering } from './remembering.ts'

/** The words of the page. `t` is another function in another language, and the same one until then. */
export interface Translation {
  readonly t: TFunction
  readonly i18n: i18n
}

const TranslationContext = createContext<Translation | null>(null)

/** Once around the app: what is inside speaks the language of `instance`, and is drawn anew when that changes. */
export function TranslationProvider({ instance, children }: { instance: i18n; children: ReactNode }) {
  const subscribe = useMemo(
    () => (onChange: () => void) => {
      instance.on('languageChanged', onChange)
      return () => instance.off('languageChanged', onChange)
    },
    [instance],
  )
  const language = useSyncExternalStore(subscribe, () => instance.language)
  const translation = useMemo(
    () => ({ t: remembering(instance.getFixedT(language)), i18n: instance }),
    [instance, language],
  )
  return <TranslationContext value={translation}>{children}</TranslationContext>
}

/**
 * The words of the page, for what renders. react-i18next's own hook of that name subscribes each component that speaks, and
 * makes it a translator of its own.
 */
export function useTranslation(): Translation {
  const translation = useContext(TranslationContext)
  if (translation === null) throw new Error('There is no TranslationProvider around this')
  return translation
}
