import { z } from 'zod'
import type { WantedRecording } from '../matching/index.ts'
import { fold } from '../search/index.ts'
import type { SpotifyRow } from '../spotify/index.ts'
import type { ImportedRow } from './formats/index.ts'

export const rowKinds = ['track', 'local', 'episode', 'gone', 'unreadable'] as const

/** What an entry of a source is: see the outcomes in `src/imports`. */
export type RowKind = (typeof rowKinds)[number]

/** What is kept of an entry: what is needed to look for it, and no more. */
export const wantedSchema = z.object({
  title: z.string(),
  /** The main one first. */
  artists: z.array(z.string()),
  album: z.string().nullable(),
  durationMs: z.number().nullable(),
  isrc: z.string().nullable(),
  isExplicit: z.boolean().nullable(),
  spotifyId: z.string().nullable(),
})

export type Wanted = Readonly<z.infer<typeof wantedSchema>>

/** An entry of a source, as it is kept. */
export interface SourceRow {
  readonly kind: RowKind
  readonly wanted: Wanted
}

/** Of whom nothing is told. */
export const nothingTold: Wanted = {
  title: '',
  artists: [],
  album: null,
  durationMs: null,
  isrc: null,
  isExplicit: null,
  spotifyId: null,
}

/** An entry of a list of Spotify's. */
export function rowOfSpotify(row: SpotifyRow): SourceRow {
  switch (row.kind) {
    case 'track':
    case 'local': {
      const { id, title, artists, album, durationMs, isrc, isExplicit } = row.track
      return {
        kind: row.kind,
        wanted: { title, artists: [...artists], album, durationMs, isrc, isExplicit, spotifyId: id },
      }
    }
    case 'episode':
      return { kind: 'episode', wanted: { ...nothingTold, title: row.title } }
    case 'gone':
    case 'unreadable':
      return { kind: row.kind, wanted: nothingTold }
    default:
      return row satisfies never
  }
}

/** An entry of a file. */
export function rowOfFile(row: ImportedRow): SourceRow {
  const { kind, title, artists, album, durationMs, isrc, isExplicit, spotifyId } = row
  return { kind, wanted: { title, artists: [...artists], album, durationMs, isrc, isExplicit, spotifyId } }
}

/** Whether anything can be looked for by it. */
export function isMusic(kind: RowKind): boolean {
  return kind === 'track' || kind === 'local'
}

/** What matching is asked for. */
export function recordingOf({ title, artists, album, durationMs, isrc, isExplicit }: Wanted): WantedRecording {
  return { title, artists, album, durationMs, isrc, explicit: isExplicit }
}

/**
 * The names that a recording goes by, the most certain first: the source's own id, its code, and its words, which another source writes
 * in the same way.
 */
export function keysOf({ title, artists, isrc, spotifyId }: Wanted): readonly string[] {
  const words = fold(title)
  return [
    ...(spotifyId === null ? [] : [`spotify:${spotifyId}`]),
    ...(isrc === null ? [] : [`isrc:${isrc.replaceAll(/[-\s]/gu, '').toUpperCase()}`]),
    ...(words === '' ? [] : [`words:${JSON.stringify([fold(artists[0] ?? ''), words])}`]),
  ]
}
