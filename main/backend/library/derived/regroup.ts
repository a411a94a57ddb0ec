import { z } from 'zod'
import type { Store } from '../../store/index.ts'
import { type Assignment, type GroupingTags, assignAlbums, parseGroupingTags } from '../grouping/index.ts'
import { refreshAlbum } from './albums.ts'
import { readTrackArtists, refreshArtist, trackArtistsOf, writeTrackArtists } from './artists.ts'

const staleSchema = z.object({
  home: z.string(),
  sort_album: z.string(),
  row_id: z.number(),
  album_id: z.string().nullable(),
})
type Stale = z.infer<typeof staleSchema>

const rowSchema = z.object({
  row_id: z.number(),
  track_id: z.string(),
  directory: z.string(),
  album_id: z.string().nullable(),
  album_json: z.string().nullable(),
  disc: z.number(),
  missing_since: z.number().nullable(),
  tags_json: z.string(),
})
type Row = z.infer<typeof rowSchema>

const columns = 'row_id, track_id, directory, album_id, album_json, disc, missing_since, tags_json'

/**
 * Brings `album`, `artist`, `track_artist` and the album of tracks up to date for up to `limit` rows that changed, with all
 * others of their groups, in one transaction. Answers whether some are left.
 */
export function regroupSome(store: Store, limit: number): boolean {
  return store.transaction(() => {
    const stale = store.all(
      'SELECT home, sort_album, row_id, album_id FROM library_stale ORDER BY home, sort_album, row_id LIMIT ?',
      staleSchema,
      limit,
    )
    const touched = { albums: new Set<string>(), artists: new Set<string>() }
    for (const { album_id } of stale) if (album_id !== null) touched.albums.add(album_id)
    for (const group of Map.groupBy(stale, ({ home, sort_album }) => `${home}\0${sort_album}`).values()) {
      regroupOne(store, group, touched)
    }
    for (const albumId of touched.albums) {
      refreshAlbum(store, albumId)
      for (const artistId of artistsOfAlbum(store, albumId)) touched.artists.add(artistId)
    }
    for (const artistId of touched.artists) refreshArtist(store, artistId)
    return stale.length === limit
  })
}

interface Touched {
  readonly albums: Set<string>
  readonly artists: Set<string>
}

/** Groups the tracks of one album title in one home anew. Tracks without an album have nothing to do with each other. */
function regroupOne(store: Store, group: readonly Stale[], touched: Touched): void {
  const [first] = group
  if (first === undefined) return
  const { home, sort_album } = first
  const rows =
    sort_album === ''
      ? store.all(
          `SELECT ${columns} FROM library_track WHERE row_id IN (SELECT value FROM json_each(?))
             AND home = ? AND sort_album = ''`,
          rowSchema,
          JSON.stringify(group.map(({ row_id }) => row_id)),
          home,
        )
      : store.all(`SELECT ${columns} FROM library_track WHERE home = ? AND sort_album = ?`, rowSchema, home, sort_album)
  const present = rows
    .filter(({ missing_since }) => missing_since === null)
    .map((row): PresentRow => ({ row, tags: parseGroupingTags(row.tags_json) }))
  const assigned = assignAlbums(
    home,
    present.map(({ row, tags }) => ({ rowId: row.row_id, directory: row.directory, tags })),
  )
  const rowIds = new Set([...group, ...rows].map(({ row_id }) => row_id))
  const known = readTrackArtists(store, [...rowIds])
  for (const { artist_id } of [...known.values()].flat()) touched.artists.add(artist_id)
  for (const { row_id } of group) {
    // A row that went to another group is present there.
    store.run(
      `DELETE FROM track_artist WHERE row_id = ?
       AND row_id NOT IN (SELECT row_id FROM library_track WHERE row_id = ? AND missing_since IS NULL)`,
      row_id,
      row_id,
    )
  }
  for (const { row, tags } of present) {
    const assignment = assigned.get(row.row_id)
    for (const albumId of [row.album_id, assignment?.albumId]) if (albumId) touched.albums.add(albumId)
    writeAssignment(store, row, assignment)
    const artists = trackArtistsOf(row.row_id, tags, assignment)
    for (const { artist_id } of artists) touched.artists.add(artist_id)
    writeTrackArtists(store, row.row_id, artists, known.get(row.row_id) ?? [])
  }
  for (const { row_id } of group) {
    store.run('DELETE FROM library_stale WHERE home = ? AND sort_album = ? AND row_id = ?', home, sort_album, row_id)
  }
}

interface PresentRow {
  readonly row: Row
  readonly tags: GroupingTags
}

function writeAssignment(store: Store, row: Row, assignment: Assignment | undefined): void {
  const albumId = assignment?.albumId ?? null
  const disc = assignment?.discNumber ?? null
  const json = assignment === undefined ? null : albumJson(assignment)
  // Most tracks of a group are as they were when one more comes to it.
  if (row.album_id !== albumId || row.album_json !== json || row.disc !== (disc ?? row.disc)) {
    store.run(
      'UPDATE library_track SET album_id = ?, album_json = ?, disc = ? WHERE row_id = ?',
      albumId,
      json,
      disc ?? row.disc,
      row.row_id,
    )
  }
  store.run(
    `UPDATE track SET track_json = json_set(track_json, '$.albumId', ?, '$.discNumber', ifnull(?, track_json ->> '$.discNumber'))
     WHERE id = ? AND json_valid(track_json)
       AND (track_json ->> '$.albumId' IS NOT ? OR track_json ->> '$.discNumber' IS NOT ifnull(?, track_json ->> '$.discNumber'))`,
    albumId,
    disc,
    row.track_id,
    albumId,
    disc,
  )
}

function albumJson({ title, artists, isCompilation }: Assignment): string {
  return JSON.stringify({ title, artists, isCompilation })
}

const artistSchema = z.object({ artist_id: z.string() })

/** Whose page shows this album: their counts and cover hang on it. */
function artistsOfAlbum(store: Store, albumId: string): string[] {
  const sql = `SELECT DISTINCT artist_id FROM track_artist JOIN library_track USING (row_id)
    WHERE library_track.album_id = ?`
  return store.all(sql, artistSchema, albumId).map(({ artist_id }) => artist_id)
}

/** Marks all rows as changed, so that everything derived is made anew, and takes out what nothing stands behind. */
export function rebuildDerived(store: Store): void {
  store.transaction(() => {
    store.run('INSERT OR IGNORE INTO library_stale SELECT home, sort_album, row_id, album_id FROM library_track')
    store.run('DELETE FROM track_artist')
    store.run('DELETE FROM artist')
    store.run('DELETE FROM album')
  })
}
