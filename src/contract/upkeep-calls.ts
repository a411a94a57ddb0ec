import { loudnessSchema, segmentSchema } from '../music/index.ts'
import { z } from '../schema/index.ts'
import type { CallDefinition } from './definition.ts'

const nothing = z.null()
const count = z.number().int().nonnegative()

/** Loudness measured by a page, and what is stored. */
export const upkeepCalls = {
  /** Tracks whose loudness nobody knows yet, those soon to be heard first. */
  'loudness.next': {
    input: z.object({ limit: z.number().int().min(1).max(20) }),
    output: z
      .array(z.object({ trackId: z.string(), audioPath: z.string(), segment: segmentSchema.nullable() }))
      .readonly(),
  },
  /** What a page measured (EBU R128); `failed` tracks are not offered again until their file changes. */
  'loudness.save': {
    input: z.object({
      measured: z
        .array(
          z.object({
            trackId: z.string(),
            /** Integrated loudness in LUFS; null for silence. */
            integratedLufs: z.number().nullable(),
            /** Highest true peak, linear. */
            truePeak: z.number().nonnegative(),
            /** Gating blocks as a histogram (0.1 LU from −70 LUFS on), so that albums are measured without decoding again. */
            histogram: z.array(count).max(1000).readonly(),
          }),
        )
        .max(20)
        .readonly(),
      failed: z.array(z.string()).max(20).readonly(),
    }),
    output: nothing,
  },
  /** Tracks whose loudness is known (by tags, measured, or never to be), and those that wait. */
  'loudness.status': { input: nothing, output: z.object({ measured: count, waiting: count }) },

  /** What takes room on the disk, in bytes. */
  'storage.summary': {
    input: nothing,
    output: z.object({
      database: count,
      covers: count,
      thumbnails: count,
      cache: count,
      dropped: count,
      backups: count,
      logs: count,
    }),
  },
  /** Clears what can be made again. Answers the bytes that were freed. */
  'storage.clear': {
    input: z.object({ what: z.enum(['thumbnails', 'covers', 'cache', 'backups', 'logs']) }),
    output: z.object({ freed: count }),
  },
} as const satisfies Record<string, CallDefinition>

export const upkeepEvents = {
  /** `tracks` say something else of their loudness from now on. */
  'loudness.changed': z.object({
    measured: count,
    waiting: count,
    tracks: z.array(z.object({ trackId: z.string(), loudness: loudnessSchema })).readonly(),
  }),
} as const satisfies Record<string, z.ZodType>
