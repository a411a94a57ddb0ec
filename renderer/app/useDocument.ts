import { useAtomValue } from 'jotai'
import { useEffect, useLayoutEffect } from 'react'
import { currentTrackAtom, settingsAtom, themeAtom, wantsPlayAtom } from '../state/index.ts'
import { useTranslation } from '../ui/translation/index.ts'
import { showLanguage } from './language.ts'

/** Keeps the document itself in step: theme, language, and the window's title. */
export function useDocument(): void {
  const { t, i18n } = useTranslation()
  const shown = i18n.language
  const theme = useAtomValue(themeAtom)
  const { language } = useAtomValue(settingsAtom)
  const track = useAtomValue(currentTrackAtom)
  const playing = useAtomValue(wantsPlayAtom)

  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])

  useEffect(() => {
    void showLanguage(i18n, language)
  }, [language, i18n])

  useLayoutEffect(() => {
    document.documentElement.lang = shown
  }, [shown])

  useEffect(() => {
    const name = t('app.name')
    document.title = track && playing ? `${track.title} – ${track.artists.join(', ')}` : name
  }, [track, playing, t])
}
