import type { CommandId } from '../../../src/commands/index.ts'

export type ShortcutGroup = 'playback' | 'volume' | 'view' | 'files'

export interface Shortcut {
  readonly command: CommandId
  readonly group: ShortcutGroup
  /** Any of them; the first is the one shown beside buttons. */
  readonly bindings: readonly string[]
}

/** Which keys invoke which command, in the order of the shortcut sheet. */
export const shortcuts: readonly Shortcut[] = [
  { command: 'play-pause', group: 'playback', bindings: ['Space'] },
  { command: 'next', group: 'playback', bindings: ['N'] },
  { command: 'previous', group: 'playback', bindings: ['P'] },
  { command: 'seek-forward', group: 'playback', bindings: ['ArrowRight'] },
  { command: 'seek-backward', group: 'playback', bindings: ['ArrowLeft'] },
  { command: 'shuffle', group: 'playback', bindings: ['S'] },
  { command: 'repeat', group: 'playback', bindings: ['R'] },
  { command: 'like', group: 'playback', bindings: ['Shift+L'] },
  { command: 'volume-up', group: 'volume', bindings: ['ArrowUp'] },
  { command: 'volume-down', group: 'volume', bindings: ['ArrowDown'] },
  { command: 'mute', group: 'volume', bindings: ['M'] },
  { command: 'palette', group: 'view', bindings: ['Mod+K'] },
  { command: 'queue', group: 'view', bindings: ['Q'] },
  { command: 'now-playing', group: 'view', bindings: ['F'] },
  { command: 'back', group: 'view', bindings: ['Alt+ArrowLeft'] },
  { command: 'forward', group: 'view', bindings: ['Alt+ArrowRight'] },
  { command: 'settings', group: 'view', bindings: ['Mod+,'] },
  { command: 'shortcuts', group: 'view', bindings: ['?'] },
  { command: 'new-playlist', group: 'files', bindings: ['Shift+N'] },
  { command: 'open-files', group: 'files', bindings: ['Mod+O'] },
  { command: 'open-folder', group: 'files', bindings: ['Mod+Shift+O'] },
]

/** The first shortcut of a command, or null. */
export function bindingOf(command: CommandId): string | null {
  return shortcuts.find((shortcut) => shortcut.command === command)?.bindings[0] ?? null
}
