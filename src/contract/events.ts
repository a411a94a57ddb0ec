import { z } from '../schema/index.ts'
import { settingsSchema } from '../settings/index.ts'
import { failureSchema } from '../schema/failure.ts'
import { importEvents } from './import-calls.ts'
import { libraryEvents } from './library-calls.ts'
import { nodelinkEvents } from './nodelink-calls.ts'
import { playlistEvents } from './playlist-calls.ts'
import { searchEvents } from './search-calls.ts'
import { recentPlaySchema } from './session.ts'
import { spotifyEvents } from './spotify-calls.ts'
import { streamEvents } from './stream-calls.ts'
import { upkeepEvents } from './upkeep-calls.ts'

/** The events of the contract: backend → renderer. */
export const events = {
  /** Something happened to the stored data while the app runs; `app.info` has it as its notice from now on. */
  'app.notice': failureSchema,
  'settings.changed': settingsSchema,
  /** How far a `files.open` with this `taskId` has come. `total` grows while folders are read. */
  'files.progress': z.object({ taskId: z.string(), done: z.number().int(), total: z.number().int(), name: z.string() }),
  /** Paths handed over by the system: opened with the app, or passed to a second start of it. */
  'files.handedOver': z.object({ paths: z.array(z.string()).readonly() }),
  /** A play was recorded for the first time or ended. */
  'history.changed': recentPlaySchema,
  /** Another page plays now; this one must be silent. */
  'playback.elsewhere': z.null(),
  /** A command chosen outside the page: menu, tray, taskbar, media key. */
  'command.invoked': z.object({ command: z.string() }),

  ...libraryEvents,
  ...playlistEvents,
  ...searchEvents,
  ...streamEvents,
  ...upkeepEvents,
  ...nodelinkEvents,
  ...importEvents,
  ...spotifyEvents,
} as const satisfies Record<string, z.ZodType>
