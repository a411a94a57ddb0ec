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

/** Imports of the same source that are still read for the first time, or whose playlist is there still, the newest first. */
export function earlierOf(
  source: ImportSource,
  { store, jobs }: Pick<AgainParts, 'store' | 'jobs'>,
): readonly StoredJob[] {
  const name = nameOf(source)
  return jobs
    .all()
    .filter(
      ({ source: other, playlistId }) => nameOf(other) === name && (playlistId === null || isAlive(store, playlistId)),
    )
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
function isAlive(store: Store, playlistId: string): boolean {
  return store.numbers('SELECT 1 FROM playlist WHERE playlist_id = ? AND deleted_at IS NULL', playlistId).length > 0
}

/** What a list has that an earlier reading of it had not. */
export interface Compared {
  readonly added: readonly SourceRow[]
  /** Rows that both have. */
  readonly common: number
}

/** A name of a row, the most certain kind first. By words alone another release is easily taken for the one that is there. */
const namesByCertainty: readonly ((names: readonly string[]) => string | undefined)[] = [
  (names) => names.find((name) => name.startsWith('spotify:')),
  (names) => names.find((name) => name.startsWith('isrc:')),
  (names) => names.at(-1),
]

/**
 * Compares a list with an import, row by row and by all names that recordings go by: what is in a list twice is so in both. Rows of the same
 * certain name find each other before any is taken for another by its words.
 */
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
  let waiting: { readonly row: SourceRow; readonly keys: readonly string[] }[] = []
  // Of what the source itself has no more nothing can be said.
  let nameless = 0
  await inSlices(list, rowsAtOnce, (slice) => {
    for (const row of slice) {
      const keys = namesOf(row)
      if (keys.length === 0) nameless += 1
      else waiting.push({ row, keys })
    }
  })
  for (const nameOfRow of namesByCertainty) {
    const others: typeof waiting = []
    await inSlices(waiting, rowsAtOnce, (slice) => {
      for (const one of slice) {
        const [place] = known.get(nameOfRow(one.keys) ?? '') ?? []
        if (place === undefined) others.push(one)
        else for (const key of names.get(place) ?? []) known.get(key)?.delete(place)
      }
    })
    waiting = others
  }
  return { added: waiting.map(({ row }) => row), common: list.length - nameless - waiting.length }
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

/**
 * Adds rows behind those that an import has, to be looked for. What is there, and what a person made of it, stays. `phase`: where the import is
 * until all of them are there; one that is read goes on reading where it is interrupted.
 */
export async function addRows(
  job: StoredJob,
  added: readonly SourceRow[],
  phase: 'reading' | 'matching',
  { store, jobs, rows }: AgainParts,
): Promise<void> {
  let place = rows.end(job.number)
  await inSlices(added, rowsAtOnce, (slice) => {
    store.transaction(() => {
      rows.insert(job.number, place, slice)
      place += slice.length
      jobs.extend(job.number, place, phase)
    })
  })
}
