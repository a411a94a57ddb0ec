import { z } from 'zod'
import { type SpotifyPage, pageSchema } from './page.ts'
import { type SpotifyTrack, trackSchema } from './track.ts'

/** Tracks that were found; what cannot be read is left out: nobody counts hits. */
export const searchSchema = z
  .object({ tracks: pageSchema((entry) => trackSchema.safeParse(entry).data?.track ?? null) })
  .transform(({ tracks }): SpotifyPage<SpotifyTrack> => ({
    ...tracks,
    items: tracks.items.filter((track) => track !== null),
  }))
