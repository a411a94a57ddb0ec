import { z } from '../schema/index.ts'

/** Fields that a rule of a smart playlist can look at. */
export const ruleSchema = z.discriminatedUnion('field', [
  z.object({
    field: z.enum(['title', 'artist', 'album', 'genre']),
    is: z.enum(['contains', 'equals', 'not-contains']),
    value: z.string().min(1).max(200),
  }),
  z.object({ field: z.literal('year'), is: z.enum(['at-least', 'at-most', 'equals']), value: z.number().int() }),
  z.object({ field: z.literal('plays'), is: z.enum(['at-least', 'at-most']), value: z.number().int().nonnegative() }),
  /** Within so many days, or not within them. */
  z.object({
    field: z.enum(['added', 'played']),
    is: z.enum(['within-days', 'not-within-days']),
    value: z.number().int().min(1).max(36_500),
  }),
  z.object({ field: z.literal('liked'), is: z.enum(['yes', 'no']) }),
  z.object({ field: z.literal('lossless'), is: z.enum(['yes', 'no']) }),
])

export type Rule = Readonly<z.infer<typeof ruleSchema>>

/** What a smart playlist holds. */
export const smartRulesSchema = z.object({
  match: z.enum(['all', 'any']),
  rules: z.array(ruleSchema).min(1).max(20).readonly(),
  sort: z.enum(['title', 'artist', 'album', 'year', 'added', 'played', 'plays', 'random']),
  descending: z.boolean(),
  /** Tracks at most; null for all. */
  limit: z.number().int().min(1).max(10_000).nullable(),
})

export type SmartRules = Readonly<z.infer<typeof smartRulesSchema>>

/** A playlist in the rail or a grid. */
export const playlistSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Null for a playlist made by hand. */
  rules: smartRulesSchema.nullable(),
  trackCount: z.number().int().nonnegative(),
  durationMs: z.number().nonnegative(),
  /** Up to four different covers, for the collage. */
  coverPaths: z.array(z.string()).max(4).readonly(),
  createdAt: z.number().int(),
  changedAt: z.number().int(),
})

export type PlaylistSummary = Readonly<z.infer<typeof playlistSummarySchema>>

export const playlistFormatSchema = z.enum(['m3u8', 'xspf', 'jspf'])

export type PlaylistFormat = z.infer<typeof playlistFormatSchema>
