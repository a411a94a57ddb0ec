import { z } from '../schema/index.ts'
import { sessionTracksLimit } from '../library/index.ts'
import { albumSchema, trackSchema } from '../music/index.ts'
import { settingsPatchSchema, settingsSchema } from '../settings/index.ts'
import { failureSchema } from '../schema/failure.ts'
import { cacheCalls } from './cache-calls.ts'
import type { CallDefinition } from './definition.ts'
import { importCalls } from './import-calls.ts'
import { libraryCalls } from './library-calls.ts'
import { nodelinkCalls } from './nodelink-calls.ts'
import { playlistCalls } from './playlist-calls.ts'
import { searchCalls } from './search-calls.ts'
import { spotifyCalls } from './spotify-calls.ts'
import { streamCalls } from './stream-calls.ts'
import { upkeepCalls } from './upkeep-calls.ts'
import {
  playbackPlaceSchema,
  playRecordSchema,
  queueRecordSchema,
  recentPlaySchema,
  storedSessionSchema,
} from './session.ts'

const nothing = z.null()

/** Files that were opened, and those that could not be, each with its reason. */
const openedFilesSchema = z.object({
  tracks: z.array(trackSchema).readonly(),
  skipped: z
    .array(
      z.object({
        name: z.string(),
        /** Its whole path, to tell equal names apart; null where the name says all there is. */
        location: z.string().nullable(),
        error: failureSchema,
      }),
    )
    .readonly(),
  /** Files with other extensions, left out without a word each (covers, playlists, texts). */
  ignored: z.number().int().nonnegative(),
})

export type OpenedFiles = Readonly<z.infer<typeof openedFilesSchema>>

const appInfoSchema = z.object({
  version: z.string(),
  /** Which host carries the interface. */
  host: z.enum(['electron', 'browser']),
  platform: z.enum(['windows', 'macos', 'linux']),
  /** Something happened to the stored data that a person should know, for example a damaged database set aside. */
  notice: failureSchema.nullable(),
})

export type AppInfo = Readonly<z.infer<typeof appInfoSchema>>

/** The calls of the contract: request → reply, renderer → backend. */
export const calls = {
  /** Facts about this run of the app. */
  'app.info': { input: nothing, output: appInfoSchema },
  /** Opens a link in the system's browser; only links on the allow-list. */
  'app.openLink': { input: z.object({ url: z.url() }), output: nothing },

  'settings.get': { input: nothing, output: settingsSchema },
  'settings.update': { input: settingsPatchSchema, output: settingsSchema },

  /** The album that ships with the app. */
  'demo.album': { input: nothing, output: albumSchema },

  /** Reads files and folders by path (folders with all below them) and makes them playable. Long: cancellable, reports `files.progress`. */
  'files.open': {
    input: z.object({ paths: z.array(z.string().min(1)).min(1).max(10_000), taskId: z.string().min(1) }),
    output: openedFilesSchema,
  },
  /** Shows the system's dialog and answers the chosen paths; empty when dismissed. Electron only. */
  'files.choose': { input: z.object({ kind: z.enum(['files', 'folder']) }), output: z.array(z.string()).readonly() },

  'session.load': { input: nothing, output: storedSessionSchema },
  /** Tracks of the stored queue; those that do not exist any more are left out. */
  'session.tracks': {
    input: z.object({ trackIds: z.array(z.string()).max(sessionTracksLimit) }),
    output: z.array(trackSchema).readonly(),
  },
  'session.saveQueue': { input: queueRecordSchema, output: nothing },
  'session.savePlace': { input: playbackPlaceSchema, output: nothing },

  /** Writes a play, also while it goes on. */
  'history.record': { input: playRecordSchema, output: nothing },
  /** Latest plays, newest first, one row per track. */
  'history.recent': {
    input: z.object({ limit: z.number().int().min(1).max(200) }),
    output: z.array(recentPlaySchema).readonly(),
  },

  /** This page is going to play: every other page hears `playback.elsewhere`. */
  'playback.claim': { input: nothing, output: nothing },

  ...libraryCalls,
  ...playlistCalls,
  ...searchCalls,
  ...streamCalls,
  ...upkeepCalls,
  ...cacheCalls,
  ...nodelinkCalls,
  ...importCalls,
  ...spotifyCalls,
} as const satisfies Record<string, CallDefinition>
