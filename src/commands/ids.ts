/**
 * Every command that can be invoked without an argument: by a button, a shortcut, the application menu, the tray, a media
 * key. The page's registry runs them; other processes send the id as `command.invoked`. The words are in the catalogue
 * under `command.<id>`.
 */
export const commandIds = [
  'play-pause',
  'play',
  'pause',
  'next',
  'previous',
  'seek-forward',
  'seek-backward',
  'volume-up',
  'volume-down',
  'mute',
  'shuffle',
  'repeat',
  'like',
  'queue',
  'now-playing',
  'palette',
  'search',
  'home',
  'library',
  'settings',
  'shortcuts',
  'back',
  'forward',
  'undo',
  'new-playlist',
  'new-smart-playlist',
  'import-playlist',
  'bring-over',
  'imports',
  'open-files',
  'open-folder',
  'open-path',
  'add-files',
  'add-folder',
  'add-music-folder',
  'scan-library',
  'cancel-scan',
] as const

export type CommandId = (typeof commandIds)[number]

/** Narrows a name that came from outside. */
export function isCommandId(value: string): value is CommandId {
  return commandIds.some((id) => id === value)
}
