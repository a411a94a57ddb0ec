import { z } from 'zod'
import { type Field, rowOf } from './fields.ts'
import { emptyRow, type ImportPart } from './rows.ts'

/** Spotify's own export of an account's data: `Playlist1.json` and so on, and `YourLibrary.json`. */

const words = z.string().nullish().catch(null)
const trackSchema = z.object({ trackName: words, artistName: words, albumName: words, trackUri: words })
const entrySchema = z.object({
  track: z.unknown().optional(),
  episode: z.unknown().optional(),
  audiobook: z.unknown().optional(),
  localTrack: z.unknown().optional(),
  addedDate: words,
})
const localSchema = z.union([
  z.string().transform((uri) => ({ uri })),
  z.object({ uri: z.string() }),
  z.object({ trackUri: z.string() }).transform(({ trackUri }) => ({ uri: trackUri })),
])
const listSchema = z.object({ name: words, lastModifiedDate: words, items: z.array(z.unknown()) })
const playlistsSchema = z.object({ playlists: z.array(z.unknown()) })
const likedSchema = z.object({ track: words, artist: words, album: words, uri: words })
const librarySchema = z.object({
  tracks: z.array(z.unknown()),
  albums: z.array(z.unknown()).catch([]),
  artists: z.array(z.unknown()).catch([]),
})
/** Keys of `YourLibrary.json` that no other export has. */
const libraryMark = z.union([z.object({ bannedTracks: z.unknown() }), z.object({ shows: z.unknown() })])

/** Whether this is a file of that export. */
export function isOfAccount(value: unknown): boolean {
  if (librarySchema.safeParse(value).success && libraryMark.safeParse(value).success) return true
  const { data } = playlistsSchema.safeParse(value)
  return data?.playlists.some(isAccountList) === true
}

function isAccountList(value: unknown): boolean {
  const { data } = listSchema.safeParse(value)
  const isKnown = (item: unknown): boolean => typeof item === 'object' && item !== null && 'localTrack' in item
  return (
    data !== undefined &&
    (data.items.length === 0 ? typeof data.lastModifiedDate === 'string' : data.items.some(isKnown))
  )
}

/** Reads a file of that export; every entry is accounted for. */
export function* readAccount(value: unknown): Generator<ImportPart> {
  const playlists = playlistsSchema.safeParse(value).data?.playlists ?? []
  for (const [index, playlist] of playlists.entries()) {
    const { data } = listSchema.safeParse(playlist)
    if (data === undefined) continue
    const list = `playlist ${index}`
    yield { kind: 'list', list, of: 'playlist', name: data.name ?? null }
    for (const item of data.items) yield { kind: 'row', list, row: rowOfEntry(item) }
  }
  const { data: library } = librarySchema.safeParse(value)
  if (library === undefined) return
  yield { kind: 'list', list: 'liked', of: 'liked', name: null }
  for (const item of library.tracks) {
    const liked = likedSchema.safeParse(item).data
    const fields = fieldsOf([
      ['title', liked?.track],
      ['artist', liked?.artist],
      ['album', liked?.album],
      ['spotify', liked?.uri],
    ])
    yield { kind: 'row', list: 'liked', row: rowOf(fields) }
  }
  yield { kind: 'left-out', count: library.albums.length + library.artists.length }
}

function rowOfEntry(item: unknown): ReturnType<typeof rowOf> {
  const entry = entrySchema.safeParse(item).data
  const track = trackSchema.safeParse(entry?.track).data
  if (track !== undefined)
    return rowOf(
      fieldsOf([
        ['title', track.trackName],
        // One artist is named, whatever stands in the name.
        ['artist', track.artistName],
        ['album', track.albumName],
        ['spotify', track.trackUri],
        ['addedAt', entry?.addedDate],
      ]),
    )
  const local = localSchema.safeParse(entry?.localTrack).data
  if (local !== undefined)
    return rowOf(
      fieldsOf([
        ['spotify', local.uri],
        ['addedAt', entry?.addedDate],
      ]),
    )
  const isTalk = isThere(entry?.episode) || isThere(entry?.audiobook)
  return { ...emptyRow, kind: isTalk ? 'episode' : 'unreadable' }
}

function isThere(value: unknown): boolean {
  return value !== null && value !== undefined
}

function fieldsOf(told: readonly (readonly [Field, string | null | undefined])[]): ReadonlyMap<Field, string> {
  return new Map(told.flatMap(([field, value]) => (typeof value === 'string' ? [[field, value] as const] : [])))
}
