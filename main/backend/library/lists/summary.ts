import type { LibrarySummary } from '../../../../src/library/index.ts'
import type { Store } from '../../store/index.ts'

/** The library in numbers: what lists show, and beside it what is missing. */
export function readSummary(store: Store, revision: number): LibrarySummary {
  const one = (sql: string): number => store.numbers(sql)[0] ?? 0
  const gone = one('SELECT count(*) FROM library_track WHERE missing_since IS NOT NULL')
  const goneMs = one('SELECT ifnull(sum(duration_ms), 0) FROM library_track WHERE missing_since IS NOT NULL')
  return {
    revision,
    tracks: one('SELECT count(*) FROM library_track') - gone,
    albums: one('SELECT count(*) FROM album'),
    artists: one('SELECT count(*) FROM artist'),
    durationMs: Math.max(0, one('SELECT ifnull(sum(duration_ms), 0) FROM library_track') - goneMs),
    // What a person took out of the library is not missing.
    missing: one(
      `SELECT count(*) FROM library_folder JOIN library_track ON folder_id = id
       WHERE state IN ('offline', 'unreadable') OR (state = 'ready' AND missing_since IS NOT NULL)`,
    ),
  }
}
