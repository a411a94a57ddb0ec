import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { ownerOnlyFolder, restrict } from '../backend/index.ts'

/** Where this computer keeps Melofy's data when nobody says otherwise. Both hosts use the same, so they share a library. */
export function defaultDataFolder(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  switch (platform) {
    case 'win32':
      return path.win32.join(env['APPDATA'] ?? path.win32.join(home, 'AppData', 'Roaming'), 'Melofy')
    case 'darwin':
      return path.posix.join(home, 'Library', 'Application Support', 'Melofy')
    default: {
      // The XDG base directory specification says to ignore relative values.
      const set = env['XDG_DATA_HOME']
      const base = set?.startsWith('/') ? set : path.posix.join(home, '.local', 'share')
      return path.posix.join(base, 'melofy')
    }
  }
}

/**
 * Makes the data folder, for its owner only, before anything is put into it. The usual one is ours, so rights that an
 * earlier version gave to others are taken away; a folder of the person's choice that is there already keeps its own.
 */
export function makeDataFolder(folder: string, isUsual: boolean): void {
  try {
    mkdirSync(folder, { recursive: true, mode: ownerOnlyFolder })
  } catch {
    // It cannot be made: the store says so to the person.
    return
  }
  if (isUsual) restrict(folder, ownerOnlyFolder)
}
