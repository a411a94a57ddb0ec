export { crossfadeLimitMs, defaultSettings, streamBufferLimits } from './defaults.ts'
export { settingsPatchSchema, settingsSchema } from './settings.ts'
export type { Settings, SettingsPatch } from './settings.ts'
