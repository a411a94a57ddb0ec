import { z } from 'zod'
import { idSchema, nameLimit, picturesSchema, text } from './text.ts'

/** What is told of a playlist without its entries. */
export interface SpotifyPlaylist {
  readonly id: string
  readonly name: string
  readonly ownerId: string | null
  readonly ownerName: string | null
  /** Others than its owner may change it. */
  readonly isCollaborative: boolean
  readonly pictureUrl: string | null
  /** Changes when the playlist does. */
  readonly snapshotId: string
  /** Entries, where that was said. */
  readonly total: number | null
}

const ownerSchema = z
  .object({ id: text(200).nullish().catch(null), display_name: text(nameLimit).nullish().catch(null) })
  .nullish()
  .catch(null)
const totalSchema = z.object({ total: z.number().int().nonnegative() }).nullish().catch(null)

const playlistFields = z.object({
  name: text(nameLimit).catch(''),
  owner: ownerSchema,
  collaborative: z.boolean().catch(false),
  images: picturesSchema,
  snapshot_id: text(500).catch(''),
  // Renamed in February 2026; both names are served.
  items: totalSchema,
  tracks: totalSchema,
})

type PlaylistFields = z.infer<typeof playlistFields>

function playlistOf(id: string, fields: PlaylistFields): SpotifyPlaylist {
  return {
    id,
    name: fields.name,
    ownerId: fields.owner?.id ?? null,
    ownerName: fields.owner?.display_name ?? null,
    isCollaborative: fields.collaborative,
    pictureUrl: fields.images,
    snapshotId: fields.snapshot_id,
    total: fields.items?.total ?? fields.tracks?.total ?? null,
  }
}

/** What a playlist's own address answers: without its mark of change it is none. */
export const playlistSchema = (id: string) =>
  playlistFields
    .extend({ snapshot_id: text(500).refine((mark) => mark !== '') })
    .transform((fields) => playlistOf(id, fields))

const listedSchema = playlistFields.extend({ id: idSchema })

/** An entry of somebody's playlists; null for one that cannot be read: Spotify lists those too. */
export function readListedPlaylist(entry: unknown): SpotifyPlaylist | null {
  const { data } = listedSchema.safeParse(entry)
  return data === undefined ? null : playlistOf(data.id, data)
}
