import { playlistFormatSchema, playlistSummarySchema, rangeSchema, smartRulesSchema } from '../library/index.ts'
import { trackSchema } from '../music/index.ts'
import { z } from '../schema/index.ts'
import type { CallDefinition } from './definition.ts'

const nothing = z.null()
const trackIds = z.array(z.string().min(1)).max(10_000)
const name = z.string().trim().min(1).max(200)
/** Takes back what the call did, with `playlists.undo`, until the app is closed. */
const undoable = z.object({ undoId: z.string() })

/** Likes and playlists. */
export const playlistCalls = {
  'likes.ids': { input: nothing, output: z.array(z.string()).readonly() },
  'likes.set': { input: z.object({ trackIds: trackIds.min(1), liked: z.boolean() }), output: nothing },

  'playlists.list': { input: nothing, output: z.array(playlistSummarySchema).readonly() },
  /** With rules a smart playlist; `trackIds` must then be empty. A name that exists is made distinct by a number. */
  'playlists.create': {
    input: z.object({ name, trackIds, rules: smartRulesSchema.nullable() }),
    output: playlistSummarySchema,
  },
  'playlists.rename': { input: z.object({ id: z.string(), name }), output: playlistSummarySchema },
  'playlists.setRules': { input: z.object({ id: z.string(), rules: smartRulesSchema }), output: playlistSummarySchema },
  'playlists.delete': { input: z.object({ id: z.string() }), output: undoable },
  /** Rows of a playlist in its own order. `entryId` tells the same track apart that is in it twice. */
  'playlists.entries': {
    input: z.object({ id: z.string(), range: rangeSchema }),
    output: z.object({
      revision: z.number().int().nonnegative(),
      total: z.number().int().nonnegative(),
      rows: z.array(z.object({ entryId: z.string(), addedAt: z.number().int(), track: trackSchema })).readonly(),
    }),
  },
  /** Adds tracks before an entry (null: at the end). Without `allowDuplicates` those already in it are left out and answered. */
  'playlists.add': {
    input: z.object({
      id: z.string(),
      trackIds: trackIds.min(1),
      beforeEntryId: z.string().nullable(),
      allowDuplicates: z.boolean(),
    }),
    output: undoable.extend({
      added: z.number().int().nonnegative(),
      duplicateTrackIds: z.array(z.string()).readonly(),
    }),
  },
  'playlists.remove': { input: z.object({ id: z.string(), entryIds: trackIds.min(1) }), output: undoable },
  'playlists.move': {
    input: z.object({ id: z.string(), entryIds: trackIds.min(1), beforeEntryId: z.string().nullable() }),
    output: undoable,
  },
  /** Brings a playlist into an order once; from then on it is its own. */
  'playlists.sort': {
    input: z.object({
      id: z.string(),
      by: z.enum(['title', 'artist', 'album', 'added', 'duration']),
      descending: z.boolean(),
    }),
    output: undoable,
  },
  /** Entries that repeat an earlier one of the same recording. */
  'playlists.duplicates': {
    input: z.object({ id: z.string() }),
    output: z.array(z.object({ entryId: z.string(), firstEntryId: z.string() })).readonly(),
  },
  'playlists.undo': { input: z.object({ undoId: z.string() }), output: nothing },
  /** A playlist as a file to save. */
  'playlists.export': {
    input: z.object({ id: z.string(), format: playlistFormatSchema }),
    output: z.object({ fileName: z.string(), mimeType: z.string(), text: z.string() }),
  },
  /** Reads a playlist file. Entries are looked for by path (relative to `folder` when it is known), then by tags. */
  'playlists.import': {
    input: z.object({
      fileName: z.string().min(1).max(500),
      text: z.string().max(20_000_000),
      folder: z.string().nullable(),
    }),
    output: z.object({
      playlist: playlistSummarySchema,
      found: z.number().int().nonnegative(),
      /** What was not found, as the file names it. */
      missing: z.array(z.string()).readonly(),
    }),
  },
} as const satisfies Record<string, CallDefinition>

export const playlistEvents = {
  'likes.changed': z.object({ trackIds: z.array(z.string()).readonly(), liked: z.boolean() }),
  /** The list of playlists, after any change to one of them. */
  'playlists.changed': z.array(playlistSummarySchema).readonly(),
} as const satisfies Record<string, z.ZodType>
