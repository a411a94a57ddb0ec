import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type Failure, failure } from '../../../../src/contract/index.ts'
import { randomTrackId, trackIdOf } from '../../files/index.ts'
import type { Store } from '../../store/index.ts'
import { readSheet, type TagReader } from '../../tags/index.ts'
import type { Catalogue, KnownTrack } from './catalogue.ts'
import { compare } from './diff.ts'
import { partsOf } from './entries.ts'
import { identify } from './identify.ts'
import { createReading, type ReadFile } from './reading.ts'
import { isCovered, isWithin, placesOf, rootOf, type Scope } from './scope.ts'
import type { FoundFile, Root, WalkStep } from './types.ts'
import { untilAborted } from './untilAborted.ts'
import { isVacated } from './vacated.ts'
import type { Walker } from './walker.ts'

/** What a scan has done so far. */
export interface Tally {
  phase: 'finding' | 'reading' | 'finishing'
  folder: string
  found: number
  done: number
  added: number
  updated: number
  moved: number
  missing: number
  failed: number
}

/** A track that is missing, and the one that its recording is now. */
export interface Replaced {
  readonly from: string
  readonly to: string
}

export interface RunOptions {
  readonly store: Store
  readonly catalogue: Catalogue
  readonly tags: TagReader
  readonly coverFolder: string
  readonly walk: Walker
  readonly scope: Scope
  /** All folders of the library. */
  readonly roots: readonly Root[]
  /** Grows from scan to scan. */
  readonly scanId: number
  readonly signal: AbortSignal
  /** Whether a folder of the library is there, now. */
  readonly isReachable: (folderId: number) => Promise<boolean>
  /** Hears of every step; the object is the same each time. */
  readonly onStep: (tally: Readonly<Tally>) => void
  /** Rows were written. */
  readonly onChanged: () => void
  /** These tracks are missing while their recordings are here, as other tracks. */
  readonly onReplaced: (pairs: readonly Replaced[]) => void
  /** Monotonic clock in ms. */
  readonly clock: () => number
}

/** The tally of a scan that begins. */
export function emptyTally(scope: Scope): Tally {
  return {
    phase: 'finding',
    folder: path.basename(scope.roots[0]?.path ?? scope.places[0]?.path ?? ''),
    found: 0,
    done: 0,
    added: 0,
    updated: 0,
    moved: 0,
    missing: 0,
    failed: 0,
  }
}

/** Longest stay on the main thread that a portion of writes is meant to have, in ms. */
const writeGoalMs = 5
/** Rows looked at, or marked, in one go while finishing. */
const rowsPerGo = 500

/**
 * Scans once: walks, compares, reads what is new or changed, writes it, and marks what is no longer there. Ends early when
 * the signal says so; what was read stays. Throws what the store throws.
 */
export async function runScan(options: RunOptions): Promise<Readonly<Tally>> {
  const { store, catalogue, tags, scope, roots, signal, onStep } = options
  const tally = emptyTally(scope)
  const seenRows = new Set<number>()
  const seenProblems = new Set<string>()
  const closed: string[] = []
  const failing = new AbortController()
  const ending = AbortSignal.any([signal, failing.signal])

  const folderOf = (file: { readonly path: string }): number =>
    (rootOf(roots, file.path) ?? scope.roots[0] ?? rootOf(roots, scope.places[0]?.path ?? '') ?? roots[0])?.id ?? 0

  const reading = createReading({ tags, coverFolder: options.coverFolder, signal: ending, write })
  reading.done.catch(() => failing.abort())

  let portion = 8
  async function write(files: readonly ReadFile[]): Promise<number> {
    await store.room()
    const vacated = await vacatedRows(files)
    // Ended while a disk was asked: who a moved track is cannot be told, and the next scan reads it again.
    if (vacated === null) return portion
    const startedMs = options.clock()
    const before = { ...tally }
    try {
      store.transaction(() => {
        for (const read of files) writeOne(read, vacated)
      })
    } catch (error) {
      Object.assign(tally, before)
      throw error
    }
    const tookMs = options.clock() - startedMs
    tally.done += files.length
    options.onChanged()
    onStep(tally)
    portion = Math.max(1, Math.min(64, Math.floor((portion * writeGoalMs) / Math.max(1, tookMs)), portion * 2))
    await setImmediate()
    return portion
  }

  /**
   * Of tracks with the same recordings: those that are gone from where they were, with that place (one that was found is
   * elsewhere by then). Looked up ahead of the transaction. Null when the scan ended meanwhile.
   */
  async function vacatedRows(files: readonly ReadFile[]): Promise<ReadonlyMap<number, string | null> | null> {
    const candidates = new Map<number, KnownTrack>()
    for (const { file, reply } of files) {
      if (!reply.ok || reply.value.library === null) continue
      for (const part of partsOf(file, { facts: reply.value, library: reply.value.library }, placeOf(file))) {
        for (const track of catalogue.withFingerprint(part.fingerprint)) {
          if (track.path !== file.path) candidates.set(track.rowId, track)
        }
      }
    }
    if (candidates.size === 0) return new Map()
    const checking = [...candidates.values()].map(async (track) => ({
      track,
      isVacated: await isVacated(track, options),
    }))
    const checked = await untilAborted(Promise.all(checking), ending, null)
    if (checked === null) return null
    return new Map(checked.filter((one) => one.isVacated).map(({ track }) => [track.rowId, track.path]))
  }

  function placeOf(file: FoundFile) {
    return { folderId: folderOf(file), scanId: options.scanId }
  }

  function writeOne({ file, reply }: ReadFile, vacated: ReadonlyMap<number, string | null>): void {
    const here = catalogue.tracksAt([file.path]).get(file.path) ?? []
    if (!reply.ok || reply.value.library === null) {
      const error = reply.ok ? failure('internal') : reply.error
      refuse(file, error)
      // A file that may not be read now is still the music it was.
      if (error.code === 'file-unreadable') for (const track of here) seenRows.add(track.rowId)
      return
    }
    catalogue.clearProblems([file.path])
    const parts = partsOf(file, { facts: reply.value, library: reply.value.library }, placeOf(file))
    const kept = new Set<number>()
    for (const part of parts) {
      const identity = identify(part, file.path, {
        catalogue,
        here,
        vacated: (track) => track.path === null || vacated.get(track.rowId) === track.path,
        idFor: (where, segment) => trackIdOf(segment === 0 ? where : `${where}\0${segment}`),
        randomId: randomTrackId,
      })
      if (identity.displaced !== null) catalogue.displace(identity.displaced)
      catalogue.put(part.entry(identity.trackId))
      count(identity.kind)
    }
    for (const track of catalogue.tracksAt([file.path]).get(file.path) ?? []) {
      if (parts.some(({ segment }) => segment === track.segment)) kept.add(track.rowId)
      // A sheet came or went: what this file was before, it is no longer.
      else if (track.besideStamp !== '') catalogue.displace(track)
    }
    for (const rowId of kept) seenRows.add(rowId)
    for (const { name, error } of reply.value.library.sheetProblems) {
      noteSheet(path.join(file.directory, name), error)
    }
  }

  function count(kind: 'same' | 'moved' | 'new'): void {
    if (kind === 'new') tally.added += 1
    else if (kind === 'moved') tally.moved += 1
    else tally.updated += 1
  }

  function refuse(file: FoundFile, error: Failure): void {
    tally.failed += 1
    if (error.code === 'file-missing') return
    // Rights may change without the file: such a file is tried again each time.
    const modifiedMs = error.code === 'file-unreadable' ? -1 : file.modifiedMs
    catalogue.putProblem({ path: file.path, folderId: folderOf(file), sizeBytes: file.sizeBytes, modifiedMs, error })
    seenProblems.add(file.path)
  }

  const sheetStamps = new Map<string, { readonly sizeBytes: number; readonly modifiedMs: number }>()

  function noteSheet(sheet: string, error: Failure): void {
    const stamp = sheetStamps.get(sheet) ?? { sizeBytes: 0, modifiedMs: -1 }
    catalogue.putProblem({ path: sheet, folderId: folderOf({ path: sheet }), ...stamp, error })
    seenProblems.add(sheet)
  }

  async function take(steps: readonly WalkStep[]): Promise<void> {
    const files = steps.flatMap((step) => (step.kind === 'file' ? [step.file] : []))
    const difference = compare(files, catalogue, folderOf)
    for (const rowId of difference.unchanged) seenRows.add(rowId)
    for (const file of difference.stillBad) seenProblems.add(file)
    if (difference.back.size > 0) {
      store.transaction(() => {
        for (const [folderId, rowIds] of difference.back) catalogue.revive(rowIds, folderId)
      })
      tally.updated += [...difference.back.values()].flat().length
      options.onChanged()
    }
    tally.found += files.length
    tally.done += files.length - difference.toRead.length
    tally.failed += difference.stillBad.length
    for (const step of steps) {
      if (step.kind === 'closed') closed.push(step.path)
      else if (step.kind === 'problem') takeProblem(step.path, step.error)
      else if (step.kind === 'sheet') await takeSheet(step)
    }
    reading.add(difference.toRead)
    onStep(tally)
    await reading.room()
  }

  function takeProblem(where: string, error: Failure): void {
    catalogue.putProblem({ path: where, folderId: folderOf({ path: where }), sizeBytes: 0, modifiedMs: -1, error })
    seenProblems.add(where)
    tally.failed += 1
  }

  async function takeSheet(sheet: Extract<WalkStep, { kind: 'sheet' }>): Promise<void> {
    const { path: file, sizeBytes, modifiedMs, isLonely } = sheet
    sheetStamps.set(file, { sizeBytes, modifiedMs })
    const known = catalogue.problemsAt([file]).get(file)
    if (known?.sizeBytes === sizeBytes && known.modifiedMs === modifiedMs) seenProblems.add(file)
    else if (isLonely) {
      const read = await untilAborted(readSheet(file), ending, null)
      if (read !== null && 'error' in read) noteSheet(file, read.error)
    }
  }

  try {
    for await (const steps of options.walk(placesOf(scope), ending)) await take(steps)
    tally.phase = 'reading'
    onStep(tally)
  } finally {
    // Also after an error: what is being read has to end before anybody closes the store.
    await reading.complete()
  }
  if (signal.aborted) return tally
  tally.phase = 'finishing'
  onStep(tally)
  await finish()
  return tally

  /** Marks what a finished walk has not seen. */
  async function finish(): Promise<void> {
    const reachable = new Map<number, boolean>()
    for (const root of roots) reachable.set(root.id, await options.isReachable(root.id))
    const isGone = (folderId: number, directory: string): boolean =>
      isCovered(scope, folderId, directory) &&
      // A disk that went while it was being walked says nothing about its files.
      reachable.get(folderId) === true &&
      !closed.some((folder) => isWithin(directory, folder))
    for (let after = 0; !signal.aborted;) {
      const rows = catalogue.presentAfter(after, rowsPerGo)
      const gone = rows.filter((row) => !seenRows.has(row.rowId) && isGone(row.folderId, row.directory))
      if (gone.length > 0) await markMissing(gone.map(({ rowId }) => rowId))
      await setImmediate()
      const last = rows.at(-1)
      if (last === undefined) break
      after = last.rowId
    }
    for (let after = ''; !signal.aborted;) {
      const rows = catalogue.problemsAfter(after, rowsPerGo)
      const solved = rows.filter((row) => !seenProblems.has(row.path) && isGone(row.folderId, path.dirname(row.path)))
      if (solved.length > 0) catalogue.clearProblems(solved.map((row) => row.path))
      await setImmediate()
      const last = rows.at(-1)
      if (last === undefined) break
      after = last.path
    }
    await replaceMissing()
  }

  /**
   * Says which missing tracks are here as others: one that was brought elsewhere while its disk was away is a track of its own
   * by now. Looks at all of them each time, so that none is forgotten when a scan was killed here.
   */
  async function replaceMissing(): Promise<void> {
    let missing = catalogue.missingAfter(null, rowsPerGo)
    while (missing.length > 0 && !signal.aborted) {
      const pairs = missing.flatMap(({ trackId, standInId }) =>
        standInId === null ? [] : [{ from: trackId, to: standInId }],
      )
      if (pairs.length > 0) options.onReplaced(pairs)
      await setImmediate()
      missing = catalogue.missingAfter(missing.at(-1) ?? null, rowsPerGo)
    }
  }

  async function markMissing(rowIds: readonly number[]): Promise<void> {
    for (let from = 0; from < rowIds.length; from += 50) {
      const some = rowIds.slice(from, from + 50)
      await store.room()
      store.transaction(() => catalogue.markMissing(some))
      tally.missing += some.length
      options.onChanged()
      await setImmediate()
    }
  }
}
