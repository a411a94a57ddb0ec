import { z } from 'zod'

/** What a node answers, read as tolerantly as its two modes and its age demand. Everything in it is somebody else's text. */

const text = (limit: number) => z.string().transform((value) => value.slice(0, limit))

const infoSchema = z.object({
  identifier: text(2000).catch(''),
  isSeekable: z.boolean().catch(false),
  author: text(1000).catch(''),
  /** Ms; −1 or 0 where the node does not know it. */
  length: z.number().catch(-1),
  isStream: z.boolean().catch(false),
  title: text(1000).catch(''),
  uri: text(4000).nullish().catch(null),
  artworkUrl: text(4000).nullish().catch(null),
  isrc: text(40).nullish().catch(null),
  sourceName: text(100).nullish().catch(null),
})

/** A track as the node names it. `encoded` is what it is asked for by. */
export const nodeTrackSchema = z.object({ encoded: z.string().min(1).max(64_000), info: infoSchema })

export type NodeTrack = Readonly<z.infer<typeof nodeTrackSchema>>

/** Tracks of a list; one that cannot be read costs that one. */
const trackListSchema = z
  .array(z.unknown())
  .transform((items) => items.flatMap((item) => nodeTrackSchema.safeParse(item).data ?? []))

const exceptionSchema = z.object({ message: text(2000).catch(''), severity: z.string().catch('') })

/** What became of an identifier. */
export type Loaded =
  | { readonly kind: 'track'; readonly track: NodeTrack }
  | { readonly kind: 'search'; readonly tracks: readonly NodeTrack[] }
  | { readonly kind: 'playlist'; readonly name: string; readonly tracks: readonly NodeTrack[] }
  | { readonly kind: 'empty' }
  /** The node tried and could not: its own words, for a person who looks closely. */
  | { readonly kind: 'error'; readonly message: string }

const loadSchema = z.object({ loadType: z.string(), data: z.unknown().optional(), exception: z.unknown().optional() })
const playlistSchema = z.object({
  info: z.object({ name: text(1000).catch('') }).catch({ name: '' }),
  tracks: trackListSchema,
})

/** Reads an answer of `/v4/loadtracks`; null when it is none. */
export function readLoaded(answer: unknown): Loaded | null {
  const { data: load } = loadSchema.safeParse(answer)
  if (load === undefined) return null
  switch (load.loadType) {
    case 'track': {
      const { data: track } = nodeTrackSchema.safeParse(load.data)
      return track === undefined ? null : { kind: 'track', track }
    }
    case 'search': {
      const { data: tracks } = trackListSchema.safeParse(load.data)
      return tracks === undefined ? null : { kind: 'search', tracks }
    }
    case 'empty':
      return { kind: 'empty' }
    case 'error': {
      // The node puts it beside the data, Lavalink and its lyrics route into it.
      const { data: exception } = exceptionSchema.safeParse(load.exception ?? load.data)
      return { kind: 'error', message: exception?.message ?? '' }
    }
    default: {
      // `playlist`, and what some sources make of it: `album`, `artist`.
      const { data: playlist } = playlistSchema.safeParse(load.data)
      return playlist === undefined ? null : { kind: 'playlist', name: playlist.info.name, tracks: playlist.tracks }
    }
  }
}

/** `readLoaded` of an answer's bytes. */
export function readLoadedBytes(bytes: Uint8Array): Loaded | null {
  try {
    return readLoaded(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return null
  }
}

/** `/v4/info`, as far as it is of use here. */
export const nodeInfoSchema = z.object({
  version: z.object({ semver: text(100) }),
  isNodelink: z.literal(true),
  sourceManagers: z.array(text(100)).catch([]),
})

/** `/v4/workers`: empty in single mode. */
export const workersSchema = z.array(z.unknown())

/** `/v4/stats`. */
export const nodeStatsSchema = z.object({
  playingPlayers: z.number().catch(0),
  uptime: z.number().catch(0),
  memory: z.object({ used: z.number().catch(0), reservable: z.number().catch(0) }).catch({ used: 0, reservable: 0 }),
  cpu: z.object({ cores: z.number().catch(0), systemLoad: z.number().catch(0) }).catch({ cores: 0, systemLoad: 0 }),
})

export type NodeStats = Readonly<z.infer<typeof nodeStatsSchema>>

/** `/v4/trackstream`: where the sound itself lies. */
export const trackStreamSchema = z.object({
  url: z.string().max(16_000),
  protocol: z.string().nullish().catch(null),
  format: z.unknown().optional(),
  newTrack: z.object({ info: infoSchema }).nullish().catch(null),
  additionalData: z
    .object({ contentLength: z.coerce.number().nullish().catch(null) })
    .nullish()
    .catch(null),
})

export type TrackStream = Readonly<z.infer<typeof trackStreamSchema>>

/** The error that most routes answer with. */
export const nodeErrorSchema = z.object({ error: text(500).catch(''), message: text(2000).catch('') })
