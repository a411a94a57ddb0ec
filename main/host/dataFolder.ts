import path from 'node:path'

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
