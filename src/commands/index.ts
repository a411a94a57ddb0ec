export {
  isBinding,
  isKept,
  isNamedKey,
  isOneSign,
  parseBinding,
  partsOfBinding,
  signOf,
  writeBinding,
} from './binding.ts'
export type { Binding } from './binding.ts'
export { commandIds, isCommandId } from './ids.ts'
export type { CommandId } from './ids.ts'
export { assigned, changedShortcuts, cleared, restored, shortcutGroups, shortcutsWith, userOf } from './shortcuts.ts'
export type { ChangedShortcuts, Shortcut, ShortcutGroup } from './shortcuts.ts'
