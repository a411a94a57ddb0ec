import type { ImportSource } from '../../../src/imports/index.ts'
import type { Store } from '../store/index.ts'
import { breath, inSlices } from '../turns.ts'
import type { ImportJobs, StoredJob } from './jobs.ts'
import type { ImportRows } from './rows.ts'
import { isMusic, keysOf, type SourceRow } from './wanted.ts'

export interface AgainParts {
  readonly store: Store
  readonly jobs: ImportJobs
  readonly rows: ImportRows
}

/** Lists share more than this much of the shorter one where they are the same list at two times. */
const commonShare = 0.5
/** Rows that are compared or written in one go: a few ms. */
const rowsAtOnce = 500

/** Imports of the same source that were read whole and have a playlist still, the newest first. */
export function earlierOf(
  source: ImportSource,
  { store, jobs }: Pick<AgainParts, 'store' | 'jobs'>,
): readonly StoredJob[] {
  const name = nameOf(source)
  return jobs.all().filter((job) => nameOf(job.source) === name && isAlive(store, job.playlistId))
}

function nameOf(source: ImportSource): string {
  switch (source.kind) {
    case 'spotify-playlist':
      return JSON.stringify([source.kind, source.playlistId])
    case 'spotify-liked':
      return JSON.stringify([source.kind])
    case 'file':
      return JSON.stringify([source.kind, source.fileName])
    default:
      return source satisfies never
  }
}

/** One that was deleted is not filled behind somebody's back: they get another. */
function isAlive(store: Store, playlistId: string | null): boolean {
  return (
    playlistId !== null &&
    store.numbers('SELECT 1 FROM playlist WHERE playlist_id = ? AND deleted_at IS NULL', playlistId).length > 0
  )
}

/** What a list has that an earlier reading of it had not. */
export interface Compared {
  readonly added: readonly SourceRow[]
  /** Rows that both have. */
  readonly common: number
}

/** Compares a list with an import, row by row and by all names that recordings go by: what is in a list twice is so in both. */
export async function compare(
  job: StoredJob,
  list: readonly SourceRow[],
  { rows }: Pick<AgainParts, 'rows'>,
): Promise<Compared> {
  const known = new Map<string, Set<number>>()
  const names = new Map<number, readonly string[]>()
  for (let from = 0; ; from += rowsAtOnce) {
    const some = rows.read(job.number, null, from, from + rowsAtOnce)
    for (const row of some) {
      const keys = namesOf(row)
      names.set(row.place, keys)
      for (const key of keys) known.set(key, (known.get(key) ?? new Set()).add(row.place))
    }
    if (some.length < rowsAtOnce) break
    await breath()
  }
  const added: SourceRow[] = []
  let common = 0
  await inSlices(list, rowsAtOnce, (slice) => {
    for (const row of slice) {
      const keys = namesOf(row)
      // Of what the source itself has no more nothing can be said.
      if (keys.length === 0) continue
      const place = firstOf(keys, known)
      if (place === undefined) added.push(row)
      else {
        common += 1
        for (const key of names.get(place) ?? []) known.get(key)?.delete(place)
      }
    }
  })
  return { added, common }
}

/** A row that goes by one of these names and has no counterpart yet. */
function firstOf(keys: readonly string[], known: ReadonlyMap<string, ReadonlySet<number>>): number | undefined {
  for (const key of keys) for (const place of known.get(key) ?? []) return place
  return undefined
}

function namesOf({ kind, wanted }: SourceRow): readonly string[] {
  if (isMusic(kind)) return keysOf(wanted)
  return wanted.title === '' ? [] : [`${kind}:${wanted.title}`]
}

/** The import of a list that this one is at a later time, and what is new; null where there is none. `name`: the list's own. */
export async function earlierList(
  source: ImportSource,
  name: string,
  list: readonly SourceRow[],
  parts: AgainParts,
): Promise<{ readonly job: StoredJob; readonly added: readonly SourceRow[] } | null> {
  for (const job of earlierOf(source, parts)) {
    if (job.name !== name) continue
    const { added, common } = await compare(job, list, parts)
    // Files of one name need not be the same list: two people may both have a `liked.csv`.
    if (common > commonShare * Math.min(list.length, parts.rows.end(job.number))) return { job, added }
  }
  return null
}

/** Adds rows behind those that an import has, to be looked for. What is there, and what a person made of it, stays. */
export async function addRows(
  job: StoredJob,
  added: readonly SourceRow[],
  { store, jobs, rows }: AgainParts,
): Promise<void> {
  let place = rows.end(job.number)
  await inSlices(added, rowsAtOnce, (slice) => {
    store.transaction(() => {
      rows.insert(job.number, place, slice)
      place += slice.length
      jobs.extend(job.number, place)
    })
  })
}
