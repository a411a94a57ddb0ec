export { SettingsPage } from './SettingsPage.tsx'
export { ShortcutSheet } from './ShortcutSheet.tsx'
