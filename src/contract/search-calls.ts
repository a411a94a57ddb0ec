import { albumSummarySchema, artistSummarySchema, playlistSummarySchema } from '../library/index.ts'
import { trackSchema } from '../music/index.ts'
import { z } from '../schema/index.ts'
import { failureSchema } from '../schema/failure.ts'
import { spotifyTrackSchema } from '../spotify/index.ts'
import type { CallDefinition } from './definition.ts'

const nothing = z.null()

/** Where results come from. Each answers at its own time. */
export const searchSourceSchema = z.enum(['library', 'nodelink', 'spotify'])

export type SearchSource = z.infer<typeof searchSourceSchema>

export const searchResultsSchema = z.object({
  tracks: z.array(trackSchema).readonly(),
  albums: z.array(albumSummarySchema).readonly(),
  artists: z.array(artistSummarySchema).readonly(),
  playlists: z.array(playlistSummarySchema).readonly(),
  /** The album or playlist that a link leads to. Its tracks are read with `library.tracks`, scope `found`. */
  list: z
    .object({
      id: z.string(),
      name: z.string(),
      trackCount: z.number().int().nonnegative(),
      /** The service all of it is from; null for several. */
      source: z.string().nullable(),
    })
    .nullable(),
  /** Recordings that Spotify tells of; `spotify.find` looks for the sound of one. */
  spotify: z.array(spotifyTrackSchema).readonly(),
})

export type SearchResults = Readonly<z.infer<typeof searchResultsSchema>>

/** One search over every source. */
export const searchCalls = {
  /** Begins a search; a later one of the same page ends it. Answers which sources will tell of themselves in `search.results`. */
  'search.start': {
    input: z.object({
      searchId: z.string().min(1),
      text: z.string().max(500),
      limit: z.number().int().min(1).max(200),
    }),
    output: z.object({ sources: z.array(searchSourceSchema).readonly() }),
  },
  'search.recent': { input: nothing, output: z.array(z.string()).readonly() },
  /** Remembers what was searched for, once a result was used; newest first, twenty at most. */
  'search.remember': { input: z.object({ text: z.string().trim().min(1).max(500) }), output: nothing },
  'search.forget': { input: z.object({ text: z.string().nullable() }), output: nothing },
} as const satisfies Record<string, CallDefinition>

export const searchEvents = {
  /**
   * What one source found, or why it found nothing. Comes to the page that asked. With `more` there is more to come: the
   * next answer begins with these results and goes on behind them.
   */
  'search.results': z.object({
    searchId: z.string(),
    source: searchSourceSchema,
    more: z.boolean(),
    outcome: z.union([
      z.object({ ok: z.literal(true), value: searchResultsSchema }),
      z.object({ ok: z.literal(false), error: failureSchema }),
    ]),
  }),
} as const satisfies Record<string, z.ZodType>
