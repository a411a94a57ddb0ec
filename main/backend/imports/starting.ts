import { FailureError, failure } from '../../../src/contract/index.ts'
import type { ImportFile, ImportSource } from '../../../src/imports/index.ts'
import { entriesLimit, type GrowingPlaylists } from '../playlists/index.ts'
import type { Store } from '../store/index.ts'
import { inSlices } from '../turns.ts'
import { addRows, earlierList } from './again.ts'
import { type ImportedList, readAnyImportFile } from './formats/index.ts'
import type { ImportJobs } from './jobs.ts'
import type { ImportRows } from './rows.ts'
import { isMusic, rowOfFile, type SourceRow } from './wanted.ts'

export interface StartingParts {
  readonly store: Store
  readonly jobs: ImportJobs
  readonly rows: ImportRows
  readonly playlists: Pick<GrowingPlaylists, 'begin' | 'grown'>
  readonly newId: () => string
  /** Unix time in ms. */
  readonly now: () => number
}

/** Rows written in one go: a few ms. */
const rowsAtOnce = 500

/**
 * Makes an import of each list of a file; one that was brought over before gets what is new, behind what it has. They are written out of sight, so that others run in between, and are all there at once when they
 * are whole: a process that ends before that leaves nothing that anybody sees. Rejects as `readAnyImportFile` does, and for `signal`.
 */
export async function startFile(
  file: {
    readonly fileName: string
    readonly text: string
    readonly likedName: string
    /** Places of those wanted; null: all. */
    readonly lists: readonly number[] | null
  },
  parts: StartingParts,
  signal: AbortSignal,
): Promise<{ readonly numbers: readonly number[]; readonly leftOut: number; readonly isWeak: boolean }> {
  const { store, jobs, rows, playlists, newId, now } = parts
  const { format, lists, leftOut, isWeak } = await readAnyImportFile(
    { name: file.fileName, text: file.text },
    entriesLimit,
    signal,
  )
  if (file.lists?.some((at) => at < lists.length) === false) throw new FailureError(failure('bad-input'))
  const source: ImportSource = { kind: 'file', fileName: baseName(file.fileName), format }
  const written: { readonly number: number; readonly name: string; readonly total: number }[] = []
  const continued: number[] = []
  try {
    for (const [at, list] of lists.entries()) {
      if (file.lists?.includes(at) === false) continue
      const name = nameOf(list, file)
      const sourceRows: SourceRow[] = []
      await inSlices(list.rows, rowsAtOnce, (slice) => void sourceRows.push(...slice.map(rowOfFile)))
      const earlier = await earlierList(source, name, sourceRows, parts)
      if (earlier !== null) {
        if (earlier.added.length > 0) await addRows(earlier.job, earlier.added, 'matching', parts)
        jobs.goOn(earlier.job.number)
        continued.push(earlier.job.number)
        continue
      }
      const job = { id: newId(), name, source, phase: 'matching' as const, isReady: false, startedAt: now() }
      const number = jobs.insert(job)
      written.push({ number, name, total: list.rows.length })
      let from = 0
      await inSlices(sourceRows, rowsAtOnce, (slice) => {
        signal.throwIfAborted()
        rows.insert(number, from, slice)
        from += slice.length
      })
      await store.room()
    }
  } catch (error) {
    for (const { number } of written) await removeWritten(number, parts)
    throw error
  }
  const playlistIds = written.map(() => newId())
  store.transaction(
    () => {
      for (const [at, { number, name, total }] of written.entries()) {
        const playlistId = playlistIds[at] ?? newId()
        playlists.begin(playlistId, name)
        jobs.startMatching(number, total, playlistId)
        jobs.makeReady(number)
      }
    },
    { durable: true },
  )
  for (const playlistId of playlistIds) playlists.grown(playlistId)
  return { numbers: [...continued, ...written.map(({ number }) => number)], leftOut, isWeak }
}

/** Songs of a list that are named before anything is done with it. */
const namedSongs = 3

/** What is in a file. Rejects as `readAnyImportFile` does, and for `signal`. */
export async function tellFile(
  file: { readonly fileName: string; readonly text: string },
  signal: AbortSignal,
): Promise<ImportFile> {
  const { lists, ...told } = await readAnyImportFile({ name: file.fileName, text: file.text }, entriesLimit, signal)
  return {
    ...told,
    lists: lists.map(({ of, name, rows }) => {
      const songs = rows.filter(({ kind }) => isMusic(kind))
      const first = songs.slice(0, namedSongs).map(({ title, artists }) => ({ title, artists }))
      return { of, name, songs: songs.length, others: rows.length - songs.length, first }
    }),
  }
}

/** Removes a job and its rows, in slices. */
export async function removeWritten(
  number: number,
  { store, jobs, rows }: Pick<StartingParts, 'store' | 'jobs' | 'rows'>,
): Promise<void> {
  while (rows.clearSome(number, rowsAtOnce) === rowsAtOnce) await store.room()
  jobs.remove(number)
}

function nameOf(list: ImportedList, file: { readonly fileName: string; readonly likedName: string }): string {
  const ofFile = baseName(file.fileName).replace(/\.[a-z\d]{1,5}$/iu, '') || file.fileName
  const name = (list.name ?? (list.of === 'liked' ? file.likedName : ofFile)).trim()
  return name === '' ? ofFile : name
}

function baseName(fileName: string): string {
  return fileName.split(/[\\/]/u).at(-1) ?? fileName
}
