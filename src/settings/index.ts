export { crossfadeLimitMs, defaultSettings, settingsPatchSchema, settingsSchema } from './settings.ts'
export type { Settings, SettingsPatch } from './settings.ts'
