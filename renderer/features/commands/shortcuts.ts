import { atom, useAtomValue } from 'jotai'
import { shortcutsWith } from '../../../src/commands/index.ts'
import type { CommandId } from '../../../src/commands/index.ts'
import { settingsAtom } from '../../state/index.ts'

/** Every command with the keys that invoke it now. */
export const shortcutsAtom = atom((get) => shortcutsWith(get(settingsAtom).shortcuts))

/** Finds the first shortcut of a command, or null: what stands beside its words. */
export function useBindingOf(): (command: CommandId) => string | null {
  const shortcuts = useAtomValue(shortcutsAtom)
  return (command) => shortcuts.find((shortcut) => shortcut.command === command)?.bindings[0] ?? null
}
