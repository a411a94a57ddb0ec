import { useAtomValue } from 'jotai'
import { useEffect, useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { pickLanguage } from '../../src/i18n/index.ts'
import { currentTrackAtom, settingsAtom, themeAtom, wantsPlayAtom } from '../state/index.ts'

/** Keeps the document itself in step: theme, language, and the window's title. */
export function useDocument(): void {
  const { t, i18n } = useTranslation()
  const theme = useAtomValue(themeAtom)
  const { language } = useAtomValue(settingsAtom)
  const track = useAtomValue(currentTrackAtom)
  const playing = useAtomValue(wantsPlayAtom)

  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])

  useEffect(() => {
    const tag = pickLanguage(language, navigator.languages)
    document.documentElement.lang = tag
    if (i18n.language !== tag) void i18n.changeLanguage(tag)
  }, [language, i18n])

  useEffect(() => {
    const name = t('app.name')
    document.title = track && playing ? `${track.title} – ${track.artists.join(', ')}` : name
  }, [track, playing, t])
}
