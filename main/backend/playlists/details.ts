import { z } from 'zod'
import type { CallInput } from '../../../src/contract/index.ts'
import { fold } from '../search/index.ts'
import type { Store } from '../store/index.ts'
import type { Recording } from './duplicates.ts'
import { inSlices } from '../turns.ts'

/** What playlists need to know of a track to compare it with others. Words are folded. */
export interface TrackDetails extends Recording {
  readonly title: string
  readonly artist: string
  readonly album: string
  readonly disc: number
  readonly number: number
  readonly artists: readonly string[]
  /** Where in its file it begins, when it is a part of one. */
  readonly startMs: number | null
}

/** Details of tracks, read when they are needed. */
export interface DetailsReader {
  /** Those of the tracks that exist, by id. */
  read(trackIds: Iterable<string>): Promise<ReadonlyMap<string, TrackDetails>>
  /** Forgets all: tracks changed. */
  forget(): void
}

const rowSchema = z.object({
  id: z.string(),
  title: z.string().nullable(),
  artists: z.string().nullable(),
  album: z.string().nullable(),
  sort_title: z.string().nullable(),
  sort_artist: z.string().nullable(),
  sort_album: z.string().nullable(),
  disc: z.number().nullable(),
  number: z.number().nullable(),
  isrc: z.string().nullable(),
  duration_ms: z.number().nullable(),
  start_ms: z.number().nullable(),
})
const artistsSchema = z.array(z.string())

/** Tracks read in one go: about 2 ms. */
const sliceSize = 150
/** Kept in memory at most; about 400 bytes each. */
const keptDetails = 30_000

/** Reads details through a cache. */
export function createDetailsReader(store: Store): DetailsReader {
  const known = new Map<string, TrackDetails>()

  function lookUp(trackIds: readonly string[]): void {
    const rows = store.all(
      `SELECT track.id, track_json ->> 'title' AS title, track_json -> 'artists' AS artists,
         track_json ->> 'albumTitle' AS album, sort_title, sort_artist, sort_album,
         CAST(ifnull(disc, track_json ->> 'discNumber') AS INTEGER) AS disc,
         CAST(ifnull(number, track_json ->> 'trackNumber') AS INTEGER) AS number,
         track_json ->> 'isrc' AS isrc, CAST(track_json ->> 'durationMs' AS REAL) AS duration_ms,
         CAST(track_json ->> '$.segment.startMs' AS REAL) AS start_ms
       FROM json_each(?) JOIN track ON track.id = value LEFT JOIN library_track ON library_track.track_id = track.id
       WHERE json_valid(track_json)`,
      rowSchema,
      JSON.stringify(trackIds),
    )
    for (const row of rows) known.set(row.id, detailsOf(row))
  }

  return {
    async read(trackIds) {
      const wanted = [...new Set(trackIds)]
      if (known.size + wanted.length > keptDetails) known.clear()
      await inSlices(
        wanted.filter((trackId) => !known.has(trackId)),
        sliceSize,
        lookUp,
      )
      return new Map(wanted.flatMap((trackId) => asEntry(known.get(trackId))))
    },
    forget() {
      known.clear()
    },
  }
}

function asEntry(details: TrackDetails | undefined): [string, TrackDetails][] {
  return details === undefined ? [] : [[details.trackId, details]]
}

function detailsOf(row: z.infer<typeof rowSchema>): TrackDetails {
  const title = fold(row.title ?? '')
  const artists = readArtists(row.artists).map(fold)
  const named = artists.filter((artist) => artist !== '')
  return {
    trackId: row.id,
    isrc: row.isrc,
    words: title === '' || named.length === 0 ? null : [title, ...named.toSorted()].join('\0'),
    durationMs: row.duration_ms,
    title: row.sort_title ?? title,
    artist: row.sort_artist ?? artists.join(' '),
    album: row.sort_album ?? fold(row.album ?? ''),
    disc: row.disc ?? 1,
    number: row.number ?? 0,
    artists,
    startMs: row.start_ms,
  }
}

function readArtists(json: string | null): string[] {
  return json === null ? [] : (artistsSchema.safeParse(JSON.parse(json)).data ?? [])
}

/** What `playlists.sort` can sort by, beside the time an entry was added. */
type SortBy = Exclude<CallInput<'playlists.sort'>['by'], 'added'>

/** Compares tracks for a list sorted by one of their properties; within an artist by album, within an album by number. */
export function compareDetails(by: SortBy, one: TrackDetails, other: TrackDetails): number {
  switch (by) {
    case 'title':
      return compareText(one.title, other.title)
    case 'artist':
      return compareText(one.artist, other.artist) || compareDetails('album', one, other)
    case 'album':
      return compareText(one.album, other.album) || one.disc - other.disc || one.number - other.number
    case 'duration':
      return (one.durationMs ?? 0) - (other.durationMs ?? 0)
    default:
      return by satisfies never
  }
}

/** By code units: both sides are folded. */
function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
