import { atom } from 'jotai'
import { defaultSettings } from '../../src/settings/defaults.ts'
import type { Settings, SettingsPatch } from '../../src/settings/index.ts'

/** Settings as the backend last said. */
export const storedSettingsAtom = atom<Settings>(defaultSettings)

/** Changes that are on their way to the backend. */
export const pendingSettingsAtom = atom<SettingsPatch>({})

/** Settings as shown: what is stored, and over it what was just changed. An older answer never undoes a newer change. */
export const settingsAtom = atom((get) => patchedSettings(get(storedSettingsAtom), get(pendingSettingsAtom)))

/** Whether the desktop asks for dark colours; follows it while the app runs. */
export const systemDarkAtom = atom(true)

/** The theme on screen. */
export const themeAtom = atom((get): 'light' | 'dark' => {
  const { theme } = get(settingsAtom)
  if (theme !== 'system') return theme
  return get(systemDarkAtom) ? 'dark' : 'light'
})

/** Settings with a change laid over them. */
export function patchedSettings(settings: Settings, patch: SettingsPatch): Settings {
  return {
    theme: patch.theme ?? settings.theme,
    language: patch.language ?? settings.language,
    crossfadeMs: patch.crossfadeMs ?? settings.crossfadeMs,
    loudness: patch.loudness ?? settings.loudness,
    preampDb: patch.preampDb ?? settings.preampDb,
    measureLoudness: patch.measureLoudness ?? settings.measureLoudness,
    shortcuts: patch.shortcuts ?? settings.shortcuts,
    'streaming.quality': patch['streaming.quality'] ?? settings['streaming.quality'],
    'streaming.bufferMegabytes': patch['streaming.bufferMegabytes'] ?? settings['streaming.bufferMegabytes'],
    outputDevice: patch.outputDevice === undefined ? settings.outputDevice : patch.outputDevice,
  }
}
