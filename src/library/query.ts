import { z } from '../schema/index.ts'
import { rowsLimit } from './limits.ts'

/** Which tracks a list is about. `folder` takes everything below an absolute path. */
export const trackScopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('liked') }),
  z.object({ kind: z.literal('album'), id: z.string() }),
  z.object({ kind: z.literal('artist'), id: z.string() }),
  z.object({ kind: z.literal('folder'), path: z.string() }),
  z.object({ kind: z.literal('playlist'), id: z.string() }),
  /** What a link led to: see `list` of the search's results. Empty once it is forgotten. */
  z.object({ kind: z.literal('found'), id: z.string() }),
])

export type TrackScope = Readonly<z.infer<typeof trackScopeSchema>>

/** `own`: the order of the scope itself (disc and number, place in the playlist, time of the like; else by artist). */
export const trackSortSchema = z.enum(['own', 'title', 'artist', 'album', 'year', 'added', 'duration', 'played'])

export type TrackSort = z.infer<typeof trackSortSchema>

/** A list of tracks, as a person set it up. */
export const trackQuerySchema = z.object({
  scope: trackScopeSchema,
  sort: trackSortSchema,
  descending: z.boolean(),
  /** Filter as typed; empty for all. Folded like search. */
  filter: z.string().max(200),
})

export type TrackQuery = Readonly<z.infer<typeof trackQuerySchema>>

export const albumQuerySchema = z.object({
  sort: z.enum(['title', 'artist', 'year', 'added']),
  descending: z.boolean(),
  filter: z.string().max(200),
})

export type AlbumQuery = Readonly<z.infer<typeof albumQuerySchema>>

export const artistQuerySchema = z.object({
  sort: z.enum(['name', 'tracks']),
  descending: z.boolean(),
  filter: z.string().max(200),
})

export type ArtistQuery = Readonly<z.infer<typeof artistQuerySchema>>

/** Rows `from` to before `to` of a list; `to - from` at most `rowsLimit`. */
export const rangeSchema = z
  .object({ from: z.number().int().nonnegative(), to: z.number().int().nonnegative() })
  .refine(({ from, to }) => to >= from && to - from <= rowsLimit)

export type Range = Readonly<z.infer<typeof rangeSchema>>
