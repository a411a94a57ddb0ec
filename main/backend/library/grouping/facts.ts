import { mostFrequent } from './assign.ts'
import { artistIdOf } from './names.ts'

/** What an album's facts are made of: a present track of it. */
export interface AlbumTrack {
  readonly title: string
  readonly artists: readonly string[]
  readonly isCompilation: boolean
  readonly disc: number
  readonly number: number
  readonly year: number | null
  readonly durationMs: number | null
  readonly coverHash: string | null
  readonly addedAt: number
}

/** An album as lists show it. */
export interface AlbumFacts {
  readonly title: string
  /** Null for compilations and where nobody is named. */
  readonly artist: string | null
  readonly artistId: string | null
  readonly isCompilation: boolean
  readonly year: number | null
  readonly coverHash: string | null
  readonly trackCount: number
  readonly durationMs: number
  /** When the newest of its tracks came, Unix time in ms. */
  readonly addedAt: number
}

/**
 * The facts of an album, the same in whatever order its tracks come: spellings, year and cover that most of them have. Null
 * when there is no track.
 */
export function albumFacts(tracks: readonly AlbumTrack[]): AlbumFacts | null {
  const title = mostFrequent(tracks.map((track) => track.title))
  if (title === undefined) return null
  const artists = mostFrequent(
    tracks.filter((track) => track.artists.length > 0).map(({ artists }) => artists.join('\0')),
  )?.split('\0')
  const year = mostFrequent(
    tracks.flatMap((track) => (track.year === null ? [] : [String(track.year).padStart(4, '0')])),
  )
  return {
    title,
    artist: artists?.join(', ') ?? null,
    artistId: artists?.[0] === undefined ? null : artistIdOf(artists[0]),
    isCompilation: artists === undefined && tracks.some((track) => track.isCompilation),
    year: year === undefined ? null : Number(year),
    coverHash: coverOf(tracks),
    trackCount: tracks.length,
    // Whole, so that the order of the tracks does not show in the last digit.
    durationMs: tracks.reduce((sum, track) => sum + Math.round(track.durationMs ?? 0), 0),
    addedAt: Math.max(...tracks.map((track) => track.addedAt)),
  }
}

/** The cover that most tracks carry; of equals the one that comes first in playing order. */
function coverOf(tracks: readonly AlbumTrack[]): string | null {
  const counts = new Map<string, number>()
  for (const { coverHash } of inOrder(tracks)) {
    if (coverHash !== null) counts.set(coverHash, (counts.get(coverHash) ?? 0) + 1)
  }
  return [...counts].sort(([, often], [, oftener]) => oftener - often)[0]?.[0] ?? null
}

function inOrder(tracks: readonly AlbumTrack[]): readonly AlbumTrack[] {
  return tracks.toSorted(
    (one, other) =>
      one.disc - other.disc || one.number - other.number || ((one.coverHash ?? '') < (other.coverHash ?? '') ? -1 : 1),
  )
}
