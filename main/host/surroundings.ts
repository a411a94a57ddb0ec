import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { AppInfo } from '../../src/contract/index.ts'

/** Where this copy of Melofy lies and what it is. */
export interface Surroundings {
  /** The built interface. */
  readonly interfaceFolder: string
  /** The preload script of the desktop app. */
  readonly preloadFile: string
  /** What the app ships: the demo album. */
  readonly resourcesFolder: string
  readonly version: string
  readonly platform: AppInfo['platform']
  /** Longest silence of a server that is borne, in ms, where that is to be less than usual; null for people. */
  readonly longestSilenceMs: number | null
  /** Address of a stand-in for Spotify; null for people. */
  readonly spotifyAddress: string | null
}

const packageSchema = z.object({ version: z.string() })

/**
 * Looks around from a folder inside the app: the nearest `package.json` above it marks the root, also inside a packed app. Tests
 * whose servers are silent on purpose set `MELOFY_LONGEST_SILENCE_MS`, so that they need not wait as long as people do; those about Spotify
 * set `MELOFY_SPOTIFY_ADDRESS` to a stand-in on this computer.
 */
export function lookAround(
  from: string,
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): Surroundings {
  const root = findRoot(from)
  const { version } = packageSchema.parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')))
  const standIn = env['MELOFY_SPOTIFY_ADDRESS'] ?? ''
  const silence = env['MELOFY_LONGEST_SILENCE_MS'] ?? ''
  return {
    interfaceFolder: path.join(root, 'out', 'renderer'),
    preloadFile: path.join(root, 'out', 'preload', 'preload.cjs'),
    resourcesFolder: path.join(root, 'resources'),
    version,
    platform: platform === 'win32' ? 'windows' : platform === 'darwin' ? 'macos' : 'linux',
    spotifyAddress: /^http:\/\/127\.0\.0\.1:\d{1,5}$/u.test(standIn) ? standIn : null,
    longestSilenceMs: /^[1-9]\d{0,6}$/u.test(silence) ? Number(silence) : null,
  }
}

function findRoot(from: string): string {
  if (existsSync(path.join(from, 'package.json'))) return from
  const above = path.dirname(from)
  if (above === from) throw new Error('No package.json above the program')
  return findRoot(above)
}
