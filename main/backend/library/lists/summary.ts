import type { LibrarySummary } from '../../../../src/library/index.ts'
import type { Store } from '../../store/index.ts'
import { breath } from '../../turns.ts'

/** The library in numbers: what lists show, `durationMs` in all, and beside it what is missing. All is read off indexes. */
export async function readSummary(store: Store, revision: number, durationMs: number): Promise<LibrarySummary> {
  const one = (sql: string): number => store.numbers(sql)[0] ?? 0
  const tracks = one('SELECT count(*) FROM library_track')
  await breath()
  return {
    revision,
    tracks: tracks - one('SELECT count(*) FROM library_track WHERE missing_since IS NOT NULL'),
    albums: one('SELECT count(*) FROM album'),
    artists: one('SELECT count(*) FROM artist'),
    durationMs,
    // What a person took out of the library is not missing.
    missing:
      one(
        `SELECT count(*) FROM library_track WHERE missing_since IS NOT NULL
           AND folder_id IN (SELECT id FROM library_folder WHERE state = 'ready')`,
      ) +
      one(
        `SELECT count(*) FROM library_track
           WHERE folder_id IN (SELECT id FROM library_folder WHERE state IN ('offline', 'unreadable'))`,
      ),
  }
}
