import type { Track } from '../../../src/music/index.ts'
import type { Surroundings } from '../../player/controller/types.ts'
import type { ShownList } from './useList.ts'

/** Tracks of a list of any length, as a table and the player work with them. Rows are named by their place. */
export interface TrackRows {
  readonly total: number
  /** Undefined while the row is under way. */
  readonly trackAt: (index: number) => Track | undefined
  /** These rows are in sight. */
  readonly look: (first: number, end: number) => void
  /** Tracks of these rows, in order, for an action. Fewer when some cannot be had. */
  readonly take: (first: number, end: number) => Promise<readonly Track[]>
}

/** Tracks that join the queue around the one that was started, at most. */
export const surroundingTracks = 10_000

/** A list whose tracks are all here. */
export function rowsOfTracks(tracks: readonly Track[]): TrackRows {
  return {
    total: tracks.length,
    trackAt: (index) => tracks[index],
    look: () => undefined,
    take: async (first, end) => tracks.slice(first, end),
  }
}

/** A list of the backend, whatever its rows are. */
export function rowsOfList<Row>({ view, source }: ShownList<Row>, trackOf: (row: Row) => Track): TrackRows {
  return {
    total: view.total,
    trackAt: (index) => {
      const row = view.rowAt(index)
      return row === undefined ? undefined : trackOf(row)
    },
    look: (first, end) => source.look(first, end),
    take: async (first, end) => (await source.take(first, Math.min(end, view.total))).map(trackOf),
  }
}

/** Rows from `first` to before `end` around a place, `limit` at most, as even on both sides as the list allows. */
export function rangeAround(
  index: number,
  total: number,
  limit: number,
): { readonly first: number; readonly end: number } {
  const first = Math.max(0, Math.min(index - Math.floor(limit / 2), total - limit))
  return { first, end: Math.min(total, first + limit) }
}

/** The rest of a list around a track of it that was started. Missing tracks are left out: nothing plays them. */
export async function surroundingsOf(rows: TrackRows, index: number): Promise<Surroundings> {
  const { first, end } = rangeAround(index, rows.total, surroundingTracks)
  const [before, after] = await Promise.all([rows.take(first, index), rows.take(index + 1, end)])
  return { before: before.filter(isThere), after: after.filter(isThere) }
}

const isThere = (track: Track) => !track.missing

/** Rows that are taken in one go, so that there is something to say in between. */
const portionRows = 5000

/**
 * Tracks of several ranges of a list, in order, `limit` of them at most. `goesOn` hears after each portion how many there
 * are and answers whether to go on.
 */
export async function takeRanges(
  rows: TrackRows,
  ranges: readonly { readonly first: number; readonly end: number }[],
  limit: number,
  goesOn: (taken: number) => boolean = () => true,
): Promise<readonly Track[]> {
  const tracks: Track[] = []
  for (const range of ranges) {
    for (let { first } = range; first < range.end && tracks.length < limit; first += portionRows) {
      const end = Math.min(range.end, first + portionRows, first + limit - tracks.length)
      for (const track of await rows.take(first, end)) tracks.push(track)
      if (!goesOn(tracks.length)) return tracks
    }
  }
  return tracks
}

/** Rows of a selection that decide what a menu says about all of it. */
const deciding = 500

/** Tracks of several ranges that are here, the first few hundred of them at most. */
export function loadedOf(
  rows: TrackRows,
  ranges: readonly { readonly first: number; readonly end: number }[],
): readonly Track[] {
  const tracks: Track[] = []
  let looked = 0
  for (const { first, end } of ranges) {
    for (let index = first; index < end && looked < deciding; index += 1, looked += 1) {
      const track = rows.trackAt(index)
      if (track !== undefined) tracks.push(track)
    }
  }
  return tracks
}
