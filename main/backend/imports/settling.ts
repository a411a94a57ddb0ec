import type { GrowingPlaylists } from '../playlists/index.ts'
import type { Store } from '../store/index.ts'
import type { Decided } from './deciding.ts'
import type { ImportJobs, StoredJob } from './jobs.ts'
import type { MatchMemory } from './memory.ts'
import type { Settled } from './outcome.ts'
import type { ImportRows, StoredRow } from './rows.ts'
import { keysOf } from './wanted.ts'

export interface SettlingParts {
  readonly store: Store
  readonly jobs: ImportJobs
  readonly rows: ImportRows
  readonly memory: MatchMemory
  readonly playlists: Pick<GrowingPlaylists, 'put' | 'takeOut'>
}

/**
 * Writes what a row was found to be: the row, what is remembered of the recording and the playlist's entry are one transaction. A
 * row that somebody decided of meanwhile stays as it is.
 */
export function settleFound(job: StoredJob, place: number, decided: Decided, parts: SettlingParts): void {
  const { store, jobs, rows, memory } = parts
  const { settled, isDecided, missed } = decided
  const afterwards = store.transaction(() => {
    const row = rows.get(job.number, place)
    if (row?.outcome !== 'open') return null
    rows.settle(job.number, place, settled, { isDecided, missed })
    if (!isDecided && settled.trackId !== null) memory.keepFound(keysOf(row.wanted), settled.trackId)
    jobs.changed(job.number)
    // What a person took out of the playlist stays out, whatever is found when it is looked for again.
    const wasTakenOut = row.trackId !== null && !hasEntry(store, entryIdOf(job, place))
    return wasTakenOut ? null : updateEntry(job, place, settled.trackId, parts)
  })
  afterwards?.()
}

/** Writes what a person said a row is, or that they want none of it. It holds for this recording from now on. */
export function settleDecided(job: StoredJob, row: StoredRow, settled: Settled, parts: SettlingParts): void {
  const { store, jobs, rows, memory } = parts
  const afterwards = store.transaction(
    () => {
      rows.settle(job.number, row.place, settled, { isDecided: true, missed: null })
      memory.decide(keysOf(row.wanted), settled.trackId)
      jobs.changed(job.number)
      return updateEntry(job, row.place, settled.trackId, parts)
    },
    { durable: true },
  )
  afterwards()
}

/** Opens a row, to be looked for as what is remembered now says: it is none of these, or what was said last is forgotten. */
export function reopenRow(
  job: StoredJob,
  row: StoredRow,
  said:
    | { readonly kind: 'refuse'; readonly trackIds: readonly string[] }
    | { readonly kind: 'forget'; readonly refusedIds: readonly string[] },
  parts: SettlingParts,
): void {
  const { store, jobs, rows, memory } = parts
  const keys = keysOf(row.wanted)
  store.transaction(
    () => {
      if (said.kind === 'forget') memory.forget(keys, said.refusedIds)
      else for (const trackId of said.trackIds) memory.refuse(keys, trackId)
      rows.reopen(job.number, row.place)
      if (job.phase === 'done') jobs.setPhase(job.number, 'matching')
      jobs.changed(job.number)
    },
    { durable: true },
  )
}

/** The same for a row for ever, so that what is done twice is there once. */
function entryIdOf({ id }: StoredJob, place: number): string {
  return `import-${id}-${place}`
}

function updateEntry(job: StoredJob, place: number, trackId: string | null, parts: SettlingParts): () => void {
  const { store, playlists } = parts
  const entryId = entryIdOf(job, place)
  if (job.playlistId === null) return nothing
  if (trackId !== null) {
    const before = nextEntry(store, job, job.playlistId, place)
    return playlists.put(job.playlistId, { entryId, trackId }, before)
  }
  if (hasEntry(store, entryId)) playlists.takeOut(job.playlistId, entryId)
  return nothing
}

const nothing = (): void => undefined

function hasEntry(store: Store, entryId: string): boolean {
  return store.numbers('SELECT 1 FROM playlist_entry WHERE entry_id = ?', entryId).length > 0
}

/** The entry of the next row that is in the playlist: this one comes before it. Null: there is none. */
function nextEntry(store: Store, job: StoredJob, playlistId: string, place: number): string | null {
  const [next] = store.texts(
    `SELECT entry_id FROM import_row JOIN playlist_entry ON entry_id = ? || import_row.place
     WHERE job_number = ? AND outcome = 'matched' AND import_row.place > ? AND playlist_id = ?
     ORDER BY import_row.place LIMIT 1`,
    entryIdOf(job, 0).slice(0, -1),
    job.number,
    place,
    playlistId,
  )
  return next ?? null
}
