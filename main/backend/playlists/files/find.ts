import { z } from 'zod'
import { fold } from '../../search/index.ts'
import type { Store } from '../../store/index.ts'
import type { DetailsReader, TrackDetails } from '../details.ts'
import { breath, inSlices } from '../../turns.ts'
import { type Location, readLocation } from './location.ts'
import { type Described, agreement, bestOf, firstWordLast, wordsOf } from './match.ts'
import type { FileEntry } from './parts.ts'
import { createTrailIndex } from './trail.ts'

export interface FindOptions {
  readonly store: Store
  readonly details: DetailsReader
  /** The playlist file's folder, when it is known. */
  readonly folder: string | null
  readonly signal: AbortSignal
}

/** An entry that is being looked for, and what was found. */
interface Wanted extends Described {
  readonly location: Location
  trackId: string | null
}

/** Entries handled in one go. */
const sliceSize = 300
/** Of tracks that look alike so many are compared. */
const comparedAtMost = 500
/** Entries compared in one go. */
const settledAtOnce = 50

/**
 * Finds the tracks that a playlist file names, among those we know: by path, by the end of the path (the music moved, or
 * this is another computer), by ISRC, by title and artist. Answers ids in the file's order, null for what was not found.
 */
export async function findTracks(
  entries: readonly FileEntry[],
  { store, details, folder, signal }: FindOptions,
): Promise<(string | null)[]> {
  const wanted: Wanted[] = []
  await inSlices(entries, sliceSize, (slice) => {
    for (const entry of slice) {
      const location = entry.location === null ? { paths: [], parts: [] } : readLocation(entry.location, folder)
      wanted.push({ entry, words: wordsOf(entry), location, trackId: null })
    }
  })

  /** Gives each entry that is still open the one of its candidates that `choose` picks. */
  async function settle(
    candidatesOf: (one: Wanted) => readonly string[],
    choose: (one: Wanted, tracks: readonly TrackDetails[]) => TrackDetails | undefined,
  ): Promise<void> {
    const open = wanted.filter(({ trackId }) => trackId === null)
    for (let from = 0; from < open.length; from += settledAtOnce) {
      signal.throwIfAborted()
      const slice = open.slice(from, from + settledAtOnce).map((one) => ({
        one,
        candidates: [...new Set(candidatesOf(one))].slice(0, comparedAtMost),
      }))
      const known = await details.read(slice.flatMap(({ candidates }) => candidates))
      for (const { one, candidates } of slice) {
        const tracks = candidates.flatMap((trackId) => known.get(trackId) ?? [])
        one.trackId = choose(one, tracks)?.trackId ?? null
      }
      await breath()
    }
  }

  const byPath = new Map<string, string[]>()
  await inSlices(wanted, sliceSize, (slice) => readPaths(store, slice, byPath))
  await settle(
    ({ location }) => location.paths.map((path) => byPath.get(path)).find((ids) => ids !== undefined) ?? [],
    (one, tracks) => bestOf(one, tracks, 'known'),
  )
  const open = wanted.filter(({ trackId }) => trackId === null)
  if (open.length === 0) return wanted.map(({ trackId }) => trackId)

  const trail = createTrailIndex(open.map(({ location }) => location.parts))
  const byTitle = new Map<string, string[]>()
  const byIsrc = new Map<string, string[]>()
  await inSlices(open, sliceSize, (slice) => {
    for (const { entry, words } of slice) {
      for (const { title } of words) byTitle.set(title, [])
      if (entry.isrc !== null) byIsrc.set(entry.isrc, [])
    }
  })
  await walkTracks(store, byIsrc.size > 0, signal, ({ id, path, title, isrc }) => {
    if (path !== null) trail.add(id, path)
    for (const form of new Set([title, firstWordLast(title)])) byTitle.get(form)?.push(id)
    if (isrc !== null) byIsrc.get(isrc)?.push(id)
  })
  await settle(
    ({ location }) => trail.find(location.parts).trackIds,
    (one, tracks) => {
      const { parts } = one.location
      const { depth } = trail.find(parts)
      const fits = tracks.filter((track) => isLikely(one, track, depth, depth === parts.length))
      return bestOf(one, fits, 'alike')
    },
  )
  await settle(
    ({ entry }) => byIsrc.get(entry.isrc ?? '') ?? [],
    (one, tracks) => bestOf(one, tracks, 'known'),
  )
  await settle(
    ({ words }) => words.flatMap(({ title }) => byTitle.get(title) ?? []),
    (one, tracks) =>
      bestOf(
        one,
        tracks.filter((track) => agreement(one, track) === 'yes'),
        'known',
      ),
  )
  return wanted.map(({ trackId }) => trackId)
}

/** How much of a path has to be equal depends on what the words say: many albums have a "CD 1/01.flac". */
function isLikely(one: Described, track: TrackDetails, depth: number, isWhole: boolean): boolean {
  switch (agreement(one, track)) {
    case 'yes':
      return true
    case 'no':
      return depth > 2
    default:
      return depth > 1 || isWhole
  }
}

const pathSchema = z.object({ id: z.string(), path: z.string() })

function readPaths(store: Store, slice: readonly Wanted[], byPath: Map<string, string[]>): void {
  const rows = store.all(
    `SELECT track.id, track.path FROM json_each(?) JOIN track ON track.path = value
     ORDER BY track.path, segment`,
    pathSchema,
    JSON.stringify([...new Set(slice.flatMap(({ location }) => location.paths))]),
  )
  for (const { id, path } of rows) {
    const known = byPath.get(path) ?? []
    if (!known.includes(id)) known.push(id)
    byPath.set(path, known)
  }
}

const walkSchema = z.object({
  row: z.number(),
  id: z.string(),
  path: z.string().nullable(),
  sort_title: z.string().nullable(),
  title: z.string().nullable(),
  isrc: z.string().nullable(),
})

/** Tracks looked at in one go. */
const walkSize = 1000

const walkStatement = (isrc: string): string =>
  `SELECT track.rowid AS row, track.id, track.path, sort_title,
     CASE WHEN sort_title IS NULL AND json_valid(track_json) THEN track_json ->> 'title' END AS title, ${isrc} AS isrc
   FROM track LEFT JOIN library_track ON library_track.track_id = track.id
   WHERE track.rowid > ? ORDER BY track.rowid LIMIT ?`
const walkWithIsrc = walkStatement(`CASE WHEN json_valid(track_json) THEN track_json ->> 'isrc' END`)
const walkWithoutIsrc = walkStatement('NULL')

/** Shows all tracks there are, with their folded titles; others run in between. */
async function walkTracks(
  store: Store,
  withIsrc: boolean,
  signal: AbortSignal,
  look: (track: { id: string; path: string | null; title: string; isrc: string | null }) => void,
): Promise<void> {
  for (let after = 0; ;) {
    signal.throwIfAborted()
    const rows = store.all(withIsrc ? walkWithIsrc : walkWithoutIsrc, walkSchema, after, walkSize)
    for (const { id, path, sort_title, title, isrc } of rows) {
      look({ id, path, title: sort_title ?? fold(title ?? ''), isrc })
    }
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.row
    await breath()
  }
}
