import { z } from 'zod'
import { localFacts } from '../links.ts'
import { momentOf, nameLimit, text } from './text.ts'
import { type SpotifyTrack, trackSchema } from './track.ts'

/** One entry of a list. Its place is part of what it is: the same track may stand in a list twice. */
export type SpotifyRow =
  | { readonly kind: 'track'; readonly addedAtMs: number | null; readonly track: SpotifyTrack }
  /** A file of somebody's own computer, of which Spotify knows the words alone. */
  | { readonly kind: 'local'; readonly addedAtMs: number | null; readonly track: SpotifyTrack }
  /** Talk, not music. */
  | { readonly kind: 'episode'; readonly addedAtMs: number | null; readonly title: string }
  /** Something was there that Spotify does not have any more. */
  | { readonly kind: 'gone'; readonly addedAtMs: number | null }
  /** Spotify told of it in a way that is understood by nobody here. */
  | { readonly kind: 'unreadable'; readonly addedAtMs: number | null }

const entrySchema = z.object({
  added_at: z.string().nullish().catch(null),
  is_local: z.boolean().catch(false),
  item: z.unknown().optional(),
  track: z.unknown().optional(),
})
const kindSchema = z.object({ type: z.string().catch('track') })
const episodeSchema = z.object({ name: text(nameLimit).catch('') })

/** Reads one entry of a list; whatever it holds, it is accounted for. */
export function readRow(entry: unknown): SpotifyRow {
  if (entry === null) return { kind: 'gone', addedAtMs: null }
  const { data } = entrySchema.safeParse(entry)
  if (data === undefined || (data.item === undefined && data.track === undefined))
    return { kind: 'unreadable', addedAtMs: null }
  const addedAtMs = momentOf(data.added_at)
  // The field was renamed in February 2026, and both names are served.
  const item = data.item ?? data.track
  if (item === null || item === undefined) return { kind: 'gone', addedAtMs }
  const type = kindSchema.safeParse(item).data?.type
  if (type !== undefined && type !== 'track')
    return { kind: 'episode', addedAtMs, title: episodeSchema.safeParse(item).data?.name ?? '' }
  const read = trackSchema.safeParse(item).data
  if (read === undefined) return { kind: 'unreadable', addedAtMs }
  if (data.is_local || read.isLocal) return { kind: 'local', addedAtMs, track: withLocalFacts(read.track, read.uri) }
  // What was taken down leaves an empty shell behind.
  if (read.track.id === null && read.track.title.trim() === '') return { kind: 'gone', addedAtMs }
  return { kind: 'track', addedAtMs, track: read.track }
}

/** A local file's own words, and from its address those that are missing. */
function withLocalFacts(track: SpotifyTrack, uri: string | null): SpotifyTrack {
  const facts = uri === null ? null : localFacts(uri)
  return {
    ...track,
    id: null,
    title: track.title.trim() === '' ? (facts?.title ?? '') : track.title,
    artists: track.artists.length === 0 ? (facts?.artists ?? []) : track.artists,
    album: track.album ?? facts?.album ?? null,
    durationMs: track.durationMs ?? facts?.durationMs ?? null,
  }
}
