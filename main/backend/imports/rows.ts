import { z } from 'zod'
import type { ImportCounts, ImportOutcome } from '../../../src/imports/index.ts'
import { type Failure, failureSchema } from '../../../src/contract/index.ts'
import { ruleVersion } from '../matching/index.ts'
import type { Store } from '../store/index.ts'
import { parsed } from './json.ts'
import { detailSchema, outcomeKinds, type Settled } from './outcome.ts'
import { isMusic, nothingTold, rowKinds, type SourceRow, wantedSchema } from './wanted.ts'

/** A row as it is kept. */
export interface StoredRow extends SourceRow {
  readonly place: number
  readonly outcome: ImportOutcome['kind']
  /** What it came to, also while it is looked for anew. */
  readonly settled: Settled | null
  readonly trackId: string | null
  /** A person said so. */
  readonly isDecided: boolean
}

/** The rows of imports. All writing is part of the caller's transaction where there is one. */
export interface ImportRows {
  insert(job: number, from: number, rows: readonly SourceRow[]): void
  clear(job: number): void
  /** Removes some of a job's rows; answers how many. */
  clearSome(job: number, limit: number): number
  get(job: number, place: number): StoredRow | undefined
  /** The place behind the last row. */
  end(job: number): number
  /** Rows in their order, from the `from`th to before the `to`th of those that came to `only`. */
  read(job: number, only: ImportOutcome['kind'] | null, from: number, to: number): readonly StoredRow[]
  /** Rows that nothing was decided of, after a place. */
  open(job: number, after: number, limit: number): readonly StoredRow[]
  counts(job: number): ImportCounts
  /** Rows without a match for which no server could be asked, and why the last could not. */
  missed(job: number): { readonly rows: number; readonly error: Failure } | null
  /** Writes what a row came to. `missed`: why no server could be asked. */
  settle(
    job: number,
    place: number,
    settled: Settled,
    options: { readonly isDecided: boolean; readonly missed: Failure | null },
  ): void
  reopen(job: number, place: number): void
  /** Of the rows in a stretch opens those that nobody decided and that may come to something else now. */
  reopenSome(job: number, from: number, to: number): void
  /** Tracks went over to others. */
  replace(pairs: readonly { readonly from: string; readonly to: string }[]): void
}

const rowSchema = z.object({
  place: z.number(),
  kind: z.enum(rowKinds),
  wanted_json: z.string(),
  outcome: z.enum(outcomeKinds),
  track_id: z.string().nullable(),
  detail_json: z.string().nullable(),
  is_decided: z.number(),
})
const columns = 'place, kind, wanted_json, outcome, track_id, detail_json, is_decided'
const countSchema = z.object({ outcome: z.enum(outcomeKinds), rows: z.number() })
const missedSchema = z.object({ rows: z.number(), missed_json: z.string().nullable() })

/** The rows over the store. */
export function createImportRows(store: Store): ImportRows {
  const read = (sql: string, ...values: readonly (string | number)[]): readonly StoredRow[] =>
    store.all(sql, rowSchema, ...values).map(storedOf)

  return {
    insert(job, from, rows) {
      const values = rows.map(({ kind, wanted }) => [kind, JSON.stringify(wanted), isMusic(kind) ? 'open' : 'skipped'])
      store.run(
        `INSERT INTO import_row (job_number, place, kind, wanted_json, outcome)
         SELECT ?, ? + key, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`,
        job,
        from,
        JSON.stringify(values),
      )
    },
    clear: (job) => void store.run('DELETE FROM import_row WHERE job_number = ?', job),
    clearSome: (job, limit) =>
      store.run(
        `DELETE FROM import_row WHERE job_number = ? AND place IN
           (SELECT place FROM import_row WHERE job_number = ? ORDER BY place LIMIT ?)`,
        job,
        job,
        limit,
      ),
    get: (job, place) => read(`SELECT ${columns} FROM import_row WHERE job_number = ? AND place = ?`, job, place)[0],
    end: (job) => store.numbers('SELECT coalesce(max(place) + 1, 0) FROM import_row WHERE job_number = ?', job)[0] ?? 0,
    read: (job, only, from, to) =>
      only === null
        ? read(
            `SELECT ${columns} FROM import_row WHERE job_number = ? AND place >= ? AND place < ? ORDER BY place`,
            job,
            from,
            to,
          )
        : read(
            `SELECT ${columns} FROM import_row WHERE job_number = ? AND outcome = ? ORDER BY place LIMIT ? OFFSET ?`,
            job,
            only,
            to - from,
            from,
          ),
    open: (job, after, limit) =>
      read(
        `SELECT ${columns} FROM import_row WHERE job_number = ? AND outcome = 'open' AND place > ?
         ORDER BY place LIMIT ?`,
        job,
        after,
        limit,
      ),
    counts(job) {
      const rows = store.all(
        'SELECT outcome, count(*) AS rows FROM import_row WHERE job_number = ? GROUP BY outcome',
        countSchema,
        job,
      )
      const counts = { open: 0, matched: 0, review: 0, none: 0, skipped: 0 }
      for (const { outcome, rows: found } of rows) counts[outcome] = found
      return counts
    },
    missed(job) {
      // SQLite takes the other column from the row that holds the maximum.
      const row = store.get(
        `SELECT count(*) AS rows, missed_json, max(place) FROM import_row
         WHERE job_number = ? AND missed_json IS NOT NULL`,
        missedSchema,
        job,
      )
      const error = failureSchema.safeParse(parsed(row?.missed_json ?? null)).data
      return row === undefined || error === undefined ? null : { rows: row.rows, error }
    },
    settle(job, place, { detail, trackId }, { isDecided, missed }) {
      store.run(
        `UPDATE import_row SET outcome = ?, track_id = ?, detail_json = ?, missed_json = ?, rule_version = ?, is_decided = ?
         WHERE job_number = ? AND place = ?`,
        detail.kind,
        trackId,
        JSON.stringify(detail),
        missed === null ? null : JSON.stringify(missed),
        ruleVersion,
        isDecided ? 1 : 0,
        job,
        place,
      )
    },
    reopen: (job, place) =>
      void store.run(
        `UPDATE import_row SET outcome = 'open', is_decided = 0 WHERE job_number = ? AND place = ? AND outcome <> 'skipped'`,
        job,
        place,
      ),
    reopenSome: (job, from, to) =>
      void store.run(
        `UPDATE import_row SET outcome = 'open' WHERE job_number = ? AND place >= ? AND place < ? AND is_decided = 0
           AND (outcome IN ('review', 'none') OR (outcome = 'matched' AND rule_version < ?))`,
        job,
        from,
        to,
        ruleVersion,
      ),
    replace: (pairs) =>
      void store.run(
        `UPDATE import_row SET track_id = wanted.new_id
         FROM (SELECT value ->> 0 AS old_id, value ->> 1 AS new_id FROM json_each(?)) AS wanted
         WHERE import_row.track_id = wanted.old_id`,
        JSON.stringify(pairs.map(({ from, to }) => [from, to])),
      ),
  }
}

function storedOf(row: z.infer<typeof rowSchema>): StoredRow {
  const detail = detailSchema.safeParse(parsed(row.detail_json)).data
  return {
    place: row.place,
    kind: row.kind,
    // What cannot be read any more has no words to look for: nothing is found for it.
    wanted: wantedSchema.safeParse(parsed(row.wanted_json)).data ?? nothingTold,
    outcome: row.outcome,
    settled: detail === undefined ? null : { detail, trackId: row.track_id },
    trackId: row.track_id,
    isDecided: row.is_decided === 1,
  }
}
