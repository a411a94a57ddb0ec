import { imports } from './imports.ts'
import { library } from './library.ts'
import { listening } from './listening.ts'
import { playlists } from './playlists.ts'
import { settings } from './settings.ts'
import type { Screen } from './stage.ts'
import { troubles } from './troubles.ts'

export type { Screen, Stage } from './stage.ts'

/** Every screen, in an order in which each can be reached from the one before. */
export const screens: readonly Screen[] = [...listening, ...playlists, ...settings, ...library, ...imports, ...troubles]
