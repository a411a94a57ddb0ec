import { z } from '../schema/index.ts'

/** A recording that Spotify tells of. It is no sound: to hear it, it has to be found elsewhere. */
export const spotifyTrackSchema = z.object({
  id: z.string().min(1).max(100),
  title: z.string().max(1000),
  /** The main one first. */
  artists: z.array(z.string().max(1000)).max(200).readonly(),
  album: z.string().max(1000).nullable(),
  durationMs: z.number().positive().nullable(),
  isrc: z.string().max(20).nullable(),
  isExplicit: z.boolean().nullable(),
})

export type SpotifyTrack = Readonly<z.infer<typeof spotifyTrackSchema>>
