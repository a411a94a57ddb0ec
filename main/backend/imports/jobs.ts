import { z } from 'zod'
import { type Failure, FailureError, failure, failureSchema } from '../../../src/contract/index.ts'
import { type ImportSource, importSourceSchema } from '../../../src/imports/index.ts'
import type { ListPlace } from '../spotify/index.ts'
import type { Store } from '../store/index.ts'
import { parsed } from './json.ts'

export type Phase = 'reading' | 'matching' | 'done'

/** An import as it is kept, without its rows. */
export interface StoredJob {
  readonly number: number
  readonly id: string
  /** Empty until the source has told it. */
  readonly name: string
  readonly source: ImportSource
  readonly phase: Phase
  readonly isStopped: boolean
  readonly error: Failure | null
  /** How far a list of Spotify's was read; null where it was not begun. */
  readonly place: ListPlace | null
  readonly total: number | null
  readonly playlistId: string | null
  readonly startedAt: number
  readonly revision: number
}

/** The imports. All writing is part of the caller's transaction where there is one. */
export interface ImportJobs {
  /** Those that are ready, the newest first. */
  all(): readonly StoredJob[]
  /** Throws `import-gone`. */
  get(id: string): StoredJob
  byNumber(number: number): StoredJob | undefined
  /** The oldest one that has something to do, but for those held back. */
  next(held: ReadonlySet<number>): StoredJob | undefined
  /** Numbers of those that a process left behind while it wrote them. */
  unready(): readonly number[]
  /** Answers its number. */
  insert(job: NewJob): number
  makeReady(number: number): void
  setName(number: number, name: string): void
  setPlace(number: number, place: ListPlace): void
  /** All of it was read: its rows are looked for, and go into this playlist. */
  startMatching(number: number, total: number, playlistId: string): void
  setPhase(number: number, phase: Phase): void
  /** There are so many rows now, some of them to be looked for. */
  extend(number: number, total: number, phase: 'reading' | 'matching'): void
  stop(number: number, error: Failure | null): void
  goOn(number: number): void
  /** Rows are different now. */
  changed(number: number): void
  /** Takes it out of sight: unless `makeReady` brings it back, it is removed with the next start. */
  hide(number: number): void
  remove(number: number): void
}

export interface NewJob {
  readonly id: string
  readonly name: string
  readonly source: ImportSource
  readonly phase: Phase
  readonly isReady: boolean
  readonly startedAt: number
}

const placeSchema = z.object({
  reading: z.union([z.literal(1), z.literal(2)]),
  mark: z.string().nullable(),
  next: z.number().int().nonnegative(),
  total: z.number().int().nonnegative().nullable(),
  last: z.string().nullable(),
  first: z.string().nullable(),
  content: z.string(),
  before: z.string().nullable(),
})

const jobSchema = z.object({
  job_number: z.number(),
  job_id: z.string(),
  name: z.string(),
  source_json: z.string(),
  phase: z.enum(['reading', 'matching', 'done']),
  is_stopped: z.number(),
  error_json: z.string().nullable(),
  place_json: z.string().nullable(),
  total: z.number().nullable(),
  playlist_id: z.string().nullable(),
  started_at: z.number(),
  revision: z.number(),
})
const columns = `job_number, job_id, name, source_json, phase, is_stopped, error_json, place_json, total, playlist_id,
  started_at, revision`

/** The imports over the store. */
export function createImportJobs(store: Store): ImportJobs {
  const read = (sql: string, ...values: readonly (string | number)[]): readonly StoredJob[] =>
    store.all(sql, jobSchema, ...values).flatMap(jobOf)

  return {
    all: () => read(`SELECT ${columns} FROM import_job WHERE is_ready = 1 ORDER BY job_number DESC`),
    get(id) {
      const [job] = read(`SELECT ${columns} FROM import_job WHERE job_id = ? AND is_ready = 1`, id)
      if (job === undefined) throw new FailureError(failure('import-gone'))
      return job
    },
    byNumber: (number) => read(`SELECT ${columns} FROM import_job WHERE job_number = ? AND is_ready = 1`, number)[0],
    next: (held) =>
      read(
        `SELECT ${columns} FROM import_job WHERE is_ready = 1 AND is_stopped = 0 AND phase <> 'done'
           AND job_number NOT IN (SELECT value FROM json_each(?)) ORDER BY job_number LIMIT 1`,
        JSON.stringify([...held]),
      )[0],
    unready: () => store.numbers('SELECT job_number FROM import_job WHERE is_ready = 0'),
    insert({ id, name, source, phase, isReady, startedAt }) {
      store.run(
        `INSERT INTO import_job (job_id, name, source_json, phase, is_ready, started_at) VALUES (?, ?, ?, ?, ?, ?)`,
        id,
        name,
        JSON.stringify(source),
        phase,
        isReady ? 1 : 0,
        startedAt,
      )
      return store.numbers('SELECT job_number FROM import_job WHERE job_id = ?', id)[0] ?? 0
    },
    makeReady: (number) => void store.run('UPDATE import_job SET is_ready = 1 WHERE job_number = ?', number),
    setName: (number, name) => void store.run('UPDATE import_job SET name = ? WHERE job_number = ?', name, number),
    setPlace: (number, place) =>
      void store.run(
        'UPDATE import_job SET place_json = ?, total = ?, revision = revision + 1 WHERE job_number = ?',
        JSON.stringify(place),
        place.total,
        number,
      ),
    startMatching: (number, total, playlistId) =>
      void store.run(
        `UPDATE import_job SET phase = 'matching', total = ?, playlist_id = ?, revision = revision + 1
         WHERE job_number = ?`,
        total,
        playlistId,
        number,
      ),
    setPhase: (number, phase) => void store.run('UPDATE import_job SET phase = ? WHERE job_number = ?', phase, number),
    extend: (number, total, phase) =>
      void store.run(
        'UPDATE import_job SET total = ?, phase = ?, revision = revision + 1 WHERE job_number = ?',
        total,
        phase,
        number,
      ),
    stop: (number, error) =>
      void store.run(
        'UPDATE import_job SET is_stopped = 1, error_json = ? WHERE job_number = ?',
        error === null ? null : JSON.stringify(error),
        number,
      ),
    goOn: (number) =>
      void store.run('UPDATE import_job SET is_stopped = 0, error_json = NULL WHERE job_number = ?', number),
    changed: (number) => void store.run('UPDATE import_job SET revision = revision + 1 WHERE job_number = ?', number),
    hide: (number) => void store.run('UPDATE import_job SET is_ready = 0 WHERE job_number = ?', number),
    remove: (number) => void store.run('DELETE FROM import_job WHERE job_number = ?', number),
  }
}

/** A job whose source cannot be read any more is none. */
function jobOf(row: z.infer<typeof jobSchema>): readonly StoredJob[] {
  const source = importSourceSchema.safeParse(parsed(row.source_json)).data
  if (source === undefined) return []
  return [
    {
      number: row.job_number,
      id: row.job_id,
      name: row.name,
      source,
      phase: row.phase,
      isStopped: row.is_stopped === 1,
      error: failureSchema.safeParse(parsed(row.error_json)).data ?? null,
      place: placeSchema.safeParse(parsed(row.place_json)).data ?? null,
      total: row.total,
      playlistId: row.playlist_id,
      startedAt: row.started_at,
      revision: row.revision,
    },
  ]
}
