import { z } from 'zod'
import { addressLimit, idSchema, nameLimit, picturesSchema, text } from './text.ts'

/** A track as Spotify describes it. What it left out is null. */
export interface SpotifyTrack {
  /** Null for what has no place in Spotify's own catalogue. */
  readonly id: string | null
  readonly title: string
  /** The main one first. */
  readonly artists: readonly string[]
  readonly album: string | null
  readonly albumId: string | null
  readonly durationMs: number | null
  readonly isrc: string | null
  readonly isExplicit: boolean | null
  /** Whether it can be played where the account is; null where that was not said. */
  readonly isPlayable: boolean | null
  readonly pictureUrl: string | null
}

const artistSchema = z.object({ name: text(nameLimit) })

const artistsSchema = z
  .array(z.unknown())
  .transform((artists) =>
    artists.flatMap((artist) => {
      const { data } = artistSchema.safeParse(artist)
      return data === undefined || data.name.trim() === '' ? [] : [data.name]
    }),
  )
  .catch([])

const albumSchema = z
  .object({
    id: idSchema.nullish().catch(null),
    name: text(nameLimit).nullish().catch(null),
    images: picturesSchema,
  })
  .nullish()
  .catch(null)

const isrcSchema = z
  .object({ isrc: text(40).nullish().catch(null) })
  .nullish()
  .catch(null)

/** Codes come with and without hyphens, and in both cases. */
export function plainIsrc(written: string | null | undefined): string | null {
  const isrc = written?.replaceAll(/[-\s]/gu, '').toUpperCase() ?? ''
  return /^[A-Z]{2}[A-Z\d]{3}\d{7}$/u.test(isrc) ? isrc : null
}

/** Anything that Spotify lists as a track, read tolerantly: only without a title it is none. */
export const trackSchema = z
  .object({
    id: idSchema.nullish().catch(null),
    uri: text(addressLimit).nullish().catch(null),
    name: text(nameLimit),
    is_local: z.boolean().catch(false),
    artists: artistsSchema,
    album: albumSchema,
    duration_ms: z.number().positive().nullish().catch(null),
    external_ids: isrcSchema,
    explicit: z.boolean().nullish().catch(null),
    is_playable: z.boolean().nullish().catch(null),
  })
  .transform((track) => ({
    uri: track.uri ?? null,
    isLocal: track.is_local || track.uri?.startsWith('spotify:local:') === true,
    track: {
      id: track.id ?? null,
      title: track.name,
      artists: track.artists,
      album: track.album?.name ?? null,
      albumId: track.album?.id ?? null,
      durationMs: track.duration_ms ?? null,
      isrc: plainIsrc(track.external_ids?.isrc),
      isExplicit: track.explicit ?? null,
      isPlayable: track.is_playable ?? null,
      pictureUrl: track.album?.images ?? null,
    } satisfies SpotifyTrack,
  }))
