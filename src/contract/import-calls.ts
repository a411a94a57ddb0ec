import { importFileSchema, importJobSchema, importRowSchema } from '../imports/index.ts'
import { importTextLimit } from '../imports/limits.ts'
import { rangeSchema } from '../library/index.ts'
import { z } from '../schema/index.ts'
import type { CallDefinition } from './definition.ts'

const nothing = z.null()
const id = z.string().min(1).max(100)
const name = z.string().trim().max(200)
const place = z.number().int().nonnegative()
/** A file's name and what is written in it, whatever its bytes were. */
const file = { fileName: z.string().min(1).max(500), text: z.string().max(importTextLimit) }

/** Playlists and liked songs that come over from elsewhere. They go on in the background, one after the other, also after a restart. */
export const importCalls = {
  /**
   * Begins to bring a list over; answers as soon as it is sure to happen, whatever becomes of the app. A file becomes one import for each of
   * its lists. An empty name is the source's own, where it has one.
   */
  'imports.start': {
    input: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('spotify-playlist'), link: z.string().min(1).max(2000), name }),
      z.object({ kind: z.literal('spotify-liked'), name: name.min(1) }),
      z.object({
        kind: z.literal('file'),
        ...file,
        /** What the file's list of liked songs is to be called. */
        likedName: name.min(1),
        /** Which of its lists, by their places in what `imports.read` tells; null: all of them. */
        lists: z.array(place).min(1).max(100_000).nullable(),
      }),
    ]),
    output: z.object({
      jobs: z.array(importJobSchema).min(1).readonly(),
      /** Albums and artists that a file lists beside songs. */
      leftOut: z.number().int().nonnegative(),
      /** Most songs of a file come without a code and without a length: more of them than usual will be uncertain. */
      isWeak: z.boolean(),
    }),
  },
  /** Tells what is in a file, and changes nothing. */
  'imports.read': { input: z.object(file), output: importFileSchema },
  /** All of them, the newest first. */
  'imports.list': { input: nothing, output: z.array(importJobSchema).readonly() },
  /** Rows in the source's order: all, or those that came to `only`. */
  'imports.rows': {
    input: z.object({
      id,
      range: rangeSchema,
      only: z.enum(['open', 'matched', 'review', 'none', 'skipped']).nullable(),
    }),
    output: z.object({
      revision: z.number().int().nonnegative(),
      total: z.number().int().nonnegative(),
      rows: z.array(importRowSchema).readonly(),
    }),
  },
  /**
   * A person says which recording a row means, that it is none of these, that it is to be left out, or that it is to be looked for as if they
   * had not said what they said last (`refusedIds`: what they refused with that; what they refused before stays refused). It holds for this
   * recording wherever it comes up again.
   */
  'imports.decide': {
    input: z.object({
      id,
      place,
      decision: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('choose'), trackId: z.string().min(1) }),
        z.object({ kind: z.literal('refuse'), trackIds: z.array(z.string().min(1)).min(1).max(50) }),
        z.object({ kind: z.literal('leave-out') }),
        z.object({ kind: z.literal('forget'), refusedIds: z.array(z.string().min(1)).max(50) }),
      ]),
    }),
    output: importRowSchema,
  },
  /** Goes on with one that was stopped; looks anew, in one that is done, for what is uncertain or was not found. */
  'imports.retry': { input: z.object({ id }), output: importJobSchema },
  /** Stops it. What was done stays. */
  'imports.cancel': { input: z.object({ id }), output: importJobSchema },
  /** Rows that somebody looks at: those that are still open are looked for before the others. */
  'imports.look': { input: z.object({ id, places: z.array(place).max(200) }), output: nothing },
  /** Forgets the import, and with `withPlaylist` takes back what it did. */
  'imports.remove': { input: z.object({ id, withPlaylist: z.boolean() }), output: nothing },
  /** Brings back an import that was removed since the app was started, and the playlist that went with it. */
  'imports.restore': { input: z.object({ id }), output: importJobSchema },
} as const satisfies Record<string, CallDefinition>

export const importEvents = {
  /** All of them, the newest first, after something about one was different; a few times a second at most. */
  'imports.changed': z.array(importJobSchema).readonly(),
} as const satisfies Record<string, z.ZodType>
