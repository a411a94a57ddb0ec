import { isBinding } from './binding.ts'
import { commandIds, isCommandId } from './ids.ts'
import type { CommandId } from './ids.ts'

export const shortcutGroups = ['playback', 'volume', 'view', 'files', 'others'] as const

export type ShortcutGroup = (typeof shortcutGroups)[number]

export interface Shortcut {
  readonly command: CommandId
  readonly group: ShortcutGroup
  /** Any of them; the first is the one shown beside buttons. */
  readonly bindings: readonly string[]
}

/** Commands whose keys a person changed, each with all its keys; none where it has none any more. */
export type ChangedShortcuts = Readonly<Partial<Record<CommandId, readonly string[]>>>

/** Which keys invoke which command before anybody changed one, in the order of the shortcut sheet. */
const defaults: readonly Shortcut[] = [
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
  { command: 'search', group: 'view', bindings: ['/', 'Mod+F'] },
  { command: 'queue', group: 'view', bindings: ['Q'] },
  { command: 'now-playing', group: 'view', bindings: ['F'] },
  { command: 'back', group: 'view', bindings: ['Alt+ArrowLeft'] },
  { command: 'forward', group: 'view', bindings: ['Alt+ArrowRight'] },
  { command: 'undo', group: 'view', bindings: ['Mod+Z'] },
  { command: 'settings', group: 'view', bindings: ['Mod+,'] },
  { command: 'shortcuts', group: 'view', bindings: ['?'] },
  { command: 'new-playlist', group: 'files', bindings: ['Shift+N'] },
  { command: 'open-files', group: 'files', bindings: ['Mod+O'] },
  { command: 'open-folder', group: 'files', bindings: ['Mod+Shift+O'] },
]

/** Every command with the keys that it has out of the box; those without keys come last. */
const all: readonly Shortcut[] = [
  ...defaults,
  ...commandIds
    .filter((command) => !defaults.some((shortcut) => shortcut.command === command))
    .map((command): Shortcut => ({ command, group: 'others', bindings: [] })),
]

/** Keys that one command may have. */
const bindingsLimit = 4

/** Every command with its keys, what was changed laid over what is given. */
export function shortcutsWith(changed: ChangedShortcuts): readonly Shortcut[] {
  return all.map((shortcut) => ({ ...shortcut, bindings: changed[shortcut.command] ?? shortcut.bindings }))
}

/** The command that a shortcut invokes, or null. */
export function userOf(binding: string, changed: ChangedShortcuts): CommandId | null {
  return shortcutsWith(changed).find(({ bindings }) => bindings.includes(binding))?.command ?? null
}

/** Gives a command this shortcut and no other; takes it from whichever command had it. */
export function assigned(changed: ChangedShortcuts, command: CommandId, binding: string): ChangedShortcuts {
  const others = shortcutsWith(changed)
    .filter((other) => other.command !== command && other.bindings.includes(binding))
    .map((other) => [other.command, other.bindings.filter((one) => one !== binding)] as const)
  return tidy({ ...changed, ...Object.fromEntries(others), [command]: [binding] })
}

/** Takes all its keys from a command. */
export function cleared(changed: ChangedShortcuts, command: CommandId): ChangedShortcuts {
  return tidy({ ...changed, [command]: [] })
}

/** Gives a command back the keys it came with, and takes them from commands that got them since. */
export function restored(changed: ChangedShortcuts, command: CommandId): ChangedShortcuts {
  const own = all.find((shortcut) => shortcut.command === command)?.bindings ?? []
  const others = shortcutsWith(changed)
    .filter((other) => other.command !== command && other.bindings.some((one) => own.includes(one)))
    .map((other) => [other.command, other.bindings.filter((one) => !own.includes(one))] as const)
  return tidy({ ...changed, ...Object.fromEntries(others), [command]: own })
}

/** Reads stored shortcuts. What cannot be read falls back to what was given, command by command. */
export function changedShortcuts(stored: unknown): ChangedShortcuts {
  if (typeof stored !== 'object' || stored === null) return {}
  const readable = Object.entries(stored).filter(
    ([command, bindings]: [string, unknown]) => isCommandId(command) && areBindings(bindings),
  )
  return tidy(Object.fromEntries(readable))
}

function areBindings(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length <= bindingsLimit &&
    value.every((one) => typeof one === 'string' && isBinding(one))
  )
}

/** Only what differs from what is given. */
function tidy(changed: ChangedShortcuts): ChangedShortcuts {
  const different = all.flatMap(({ command, bindings }) => {
    const own = changed[command]
    return own === undefined || own.join(' ') === bindings.join(' ') ? [] : [[command, own] as const]
  })
  return Object.fromEntries(different)
}
