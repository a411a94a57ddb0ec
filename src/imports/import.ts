import { trackSchema } from '../music/index.ts'
import { failureSchema } from '../schema/failure.ts'
import { z } from '../schema/index.ts'

export const importFormatSchema = z.enum(['csv', 'spotify-account', 'json', 'm3u', 'xspf', 'jspf', 'text'])

/** What kind of file it is, by its content. */
export type ImportFormat = z.infer<typeof importFormatSchema>

/** Where the songs of an import come from. */
export const importSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('spotify-playlist'), playlistId: z.string() }),
  z.object({ kind: z.literal('spotify-liked') }),
  z.object({
    kind: z.literal('file'),
    fileName: z.string(),
    format: importFormatSchema,
  }),
])

export type ImportSource = Readonly<z.infer<typeof importSourceSchema>>

/** The list is read whole, then each row's recording is looked for. */
export const importPhaseSchema = z.enum(['reading', 'matching'])

/** How an import stands. */
export const importStateSchema = z.discriminatedUnion('kind', [
  /** Another one is under way; this one goes on after it. */
  z.object({ kind: z.literal('waiting'), phase: importPhaseSchema }),
  z.object({ kind: z.literal('running'), phase: importPhaseSchema }),
  /** A person stopped it (`error` null), or something stands in its way. What was done stays, and `imports.retry` goes on from there. */
  z.object({ kind: z.literal('stopped'), phase: importPhaseSchema, error: failureSchema.nullable() }),
  z.object({ kind: z.literal('done') }),
])

export type ImportState = Readonly<z.infer<typeof importStateSchema>>

const count = z.number().int().nonnegative()

/** How many rows came to what; together all that were read. */
export const importCountsSchema = z.object({
  open: count,
  matched: count,
  /** A person has to say which one it is. */
  review: count,
  /** Wanted, and not found so far. */
  none: count,
  /** Nothing that could be looked for: talk, and what the source has no more. */
  skipped: count,
})

export type ImportCounts = Readonly<z.infer<typeof importCountsSchema>>

/** What a file holds, before anything is done with it. */
export const importFileSchema = z.object({
  format: importFormatSchema,
  lists: z
    .array(
      z.object({
        of: z.enum(['playlist', 'liked']),
        /** Null where the file does not say. */
        name: z.string().nullable(),
        /** Entries that can be looked for. */
        songs: count,
        /** Talk, and entries of which the file tells nothing. */
        others: count,
        /** The first of its songs, as the file writes them. */
        first: z.array(z.object({ title: z.string(), artists: z.array(z.string()).readonly() })).readonly(),
      }),
    )
    .readonly(),
  /** Albums and artists that the file lists beside songs. */
  leftOut: count,
  /** Most songs come without a code and without a length: more of them than usual will be uncertain. */
  isWeak: z.boolean(),
})

export type ImportFile = Readonly<z.infer<typeof importFileSchema>>

export const importJobSchema = z.object({
  id: z.string(),
  name: z.string(),
  source: importSourceSchema,
  state: importStateSchema,
  /** Rows of the source as far as that is known; null before its first answer. */
  total: count.nullable(),
  counts: importCountsSchema,
  /** Rows without a match for which a server could not be asked, with why the last of them could not. */
  notAsked: z.object({ rows: count, error: failureSchema }).nullable(),
  /** The playlist that its matches go into; null before there is one. It may have been deleted since. */
  playlistId: z.string().nullable(),
  /** Unix time in ms. */
  startedAt: z.number().int(),
  /** Another number whenever rows are different now. */
  revision: count,
})

export type ImportJob = Readonly<z.infer<typeof importJobSchema>>

/** Why a recording is thought to be the wanted one or not: a code, with the data that its words need. */
export const matchReasonSchema = z.object({
  code: z.enum([
    'chosen-by-person',
    'isrc-equal',
    'title-equal',
    'title-close',
    'title-different',
    'title-in-another-script',
    'subtitle-missing',
    'subtitle-different',
    'number-different',
    'artists-equal',
    'artists-in-part',
    'artist-from-title',
    'artist-different',
    'artist-unknown',
    'artist-in-another-script',
    'duration-close',
    'duration-off',
    'duration-beyond-limit',
    'duration-unknown',
    'tempo-suspected',
    'version-missing',
    'version-extra',
    'version-detail',
    'album-equal',
    'album-different',
    'explicit-different',
    'live-stream',
  ]),
  /** 0 to 1. */
  similarity: z.number().optional(),
  differenceMs: z.number().optional(),
  /** Of the found length to the wanted one. */
  ratio: z.number().optional(),
  /** What makes it another recording, for example `live`. */
  version: z.string().optional(),
})

export type MatchReason = Readonly<z.infer<typeof matchReasonSchema>>

/** A recording that a row may mean. */
export const importProposalSchema = z.object({
  track: trackSchema,
  /** 0 to 1. */
  score: z.number(),
  reasons: z.array(matchReasonSchema).readonly(),
})

export type ImportProposal = Readonly<z.infer<typeof importProposalSchema>>

export const noMatchSchema = z.enum([
  'nothing-found',
  'nothing-close',
  'only-other-versions',
  'only-other-artists',
  'only-other-lengths',
  'only-rejected',
  /** A person wants none of them. */
  'left-out',
])

/** What a row came to. */
export const importOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  z.object({
    kind: z.literal('matched'),
    /** `remembered`: it was found for the same recording before. */
    by: z.enum(['person', 'remembered', 'isrc', 'exact', 'score']),
    /** Null where the track is no longer there. */
    match: importProposalSchema.nullable(),
    /** Others that would do, best first. */
    alternatives: z.array(importProposalSchema).readonly(),
  }),
  z.object({
    kind: z.literal('review'),
    why: z.enum(['below-accept-line', 'several-recordings']),
    proposals: z.array(importProposalSchema).readonly(),
  }),
  z.object({ kind: z.literal('none'), why: noMatchSchema, nearest: importProposalSchema.nullable() }),
  /** `gone`: the source does not have it any more; `unreadable`: it tells nothing by which anything could be looked for. */
  z.object({ kind: z.literal('skipped'), why: z.enum(['episode', 'gone', 'unreadable']) }),
])

export type ImportOutcome = Readonly<z.infer<typeof importOutcomeSchema>>

/** One row of the source, at its place there. */
export const importRowSchema = z.object({
  place: count,
  title: z.string(),
  artists: z.array(z.string()).readonly(),
  album: z.string().nullable(),
  durationMs: z.number().nullable(),
  /** A file of somebody's own computer, of which the source knows words alone. */
  isLocal: z.boolean(),
  outcome: importOutcomeSchema,
})

export type ImportRow = Readonly<z.infer<typeof importRowSchema>>
