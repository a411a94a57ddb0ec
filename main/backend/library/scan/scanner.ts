import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Failure, failure, FailureError } from '../../../../src/contract/index.ts'
import type { LibraryFolder, ScanResult, ScanStatus } from '../../../../src/library/index.ts'
import { throttled } from '../../files/progress.ts'
import type { Log } from '../../log/index.ts'
import type { Store } from '../../store/index.ts'
import { fileFailureCode, type TagReader } from '../../tags/index.ts'
import type { Folders } from '../folders.ts'
import type { Catalogue } from './catalogue.ts'
import { type RootState, rootState } from './roots.ts'
import { emptyTally, type Replaced, runScan, type Tally } from './run.ts'
import { merged, rootOf, type Scope } from './scope.ts'
import type { Place, Root } from './types.ts'
import { untilAborted } from './untilAborted.ts'
import type { Walker } from './walker.ts'

export interface ScannerOptions {
  readonly store: Store
  readonly folders: Folders
  readonly catalogue: Catalogue
  readonly tags: TagReader
  readonly coverFolder: string
  readonly walk: Walker
  readonly log: Log
  readonly onStatus: (status: ScanStatus) => void
  readonly onFolders: (folders: readonly LibraryFolder[]) => void
  /** Rows of the library were written. */
  readonly onChanged: () => void
  /** These tracks are missing while their recordings are here, as other tracks. Hears of them again at every scan. */
  readonly onReplaced: (pairs: readonly Replaced[]) => void
  /** The folders to watch are others now. */
  readonly onRoots?: (roots: readonly Root[]) => void
  /** Unix time in ms. */
  readonly now: () => number
  /** Monotonic clock in ms. */
  readonly clock: () => number
}

/** Keeps the library as its folders are: one scan at a time, what is asked for meanwhile comes right after it. */
export interface Scanner {
  /** Adds folders and begins to scan them. */
  addFolders(paths: readonly string[]): Promise<{ readonly refused: readonly { path: string; error: Failure }[] }>
  removeFolder(id: number): Promise<void>
  /** Asks for a scan of folders of the library; null for all. */
  scan(ids: readonly number[] | null): void
  /** Asks for a look at places where something happened. */
  look(places: readonly Place[]): void
  /** Ends the scan under way and forgets what was asked for; what was read stays. */
  cancel(): void
  status(): ScanStatus
  /** Resolves when nothing is under way and nothing is waiting. */
  settled(): Promise<void>
  /** Ends the scan under way, which goes on at the next start. */
  close(): Promise<void>
}

/** Reports of progress per second: five. */
const reportGapMs = 200
/** How long a folder may take to say that it is there, in ms: a disk that slept takes some ten seconds. */
const rootPatienceMs = 30_000

type Running = { readonly scope: Scope; readonly abort: AbortController; isCancelled: boolean }

export function createScanner(options: ScannerOptions): Scanner {
  const { store, folders, catalogue, log, now, clock } = options
  const nothing: Scope = { roots: [], places: [] }
  let pending = nothing
  let running: Running | null = null
  let status: ScanStatus = { kind: 'idle', last: null }
  let work: Promise<void> | null = null
  let lastScanId = 0
  const closing = new AbortController()

  const reports = throttled<ScanStatus>(options.onStatus, clock, reportGapMs)

  function show(next: ScanStatus, isEnd: boolean): void {
    status = next
    reports.report(next)
    if (isEnd) reports.flush()
  }

  const tellFolders = (): void => options.onFolders(folders.list())

  function ask(scope: Scope): void {
    if (closing.signal.aborted || (scope.roots.length === 0 && scope.places.length === 0)) return
    pending = merged(pending, scope)
    work ??= workOff().finally(() => {
      work = null
    })
  }

  async function workOff(): Promise<void> {
    while (!closing.signal.aborted && (pending.roots.length > 0 || pending.places.length > 0)) {
      const scope = pending
      pending = nothing
      const error = await runOne(scope)
      if (error === null) continue
      // What stopped one scan stops the next: it waits until somebody asks again.
      pending = nothing
      show({ kind: 'stopped', error }, true)
    }
  }

  /** Runs a scan over what of the scope can be reached; answers what stopped it. */
  async function runOne(asked: Scope): Promise<Failure | null> {
    const abort = new AbortController()
    const current: Running = { scope: asked, abort, isCancelled: false }
    running = current
    try {
      const scope = await reachablePart(asked, abort.signal)
      if (scope.roots.length + scope.places.length === 0) {
        if (status.kind !== 'idle') show({ kind: 'idle', last: null }, true)
        return null
      }
      for (const root of scope.roots) folders.remember(root.id, { isUnfinished: true })
      lastScanId = Math.max(lastScanId + 1, now())
      show(scanning(emptyTally(scope)), false)
      const tally = await runScan({
        ...options,
        scope,
        roots: folders.roots(),
        scanId: lastScanId,
        signal: abort.signal,
        isReachable: async (id) => (await stateOf(id, abort.signal))?.kind === 'ready',
        onStep: (so) => show(scanning(so), false),
      })
      if (!abort.signal.aborted) for (const root of scope.roots) folders.setScanned(root.id)
      if (!closing.signal.aborted) for (const root of scope.roots) folders.remember(root.id, { isUnfinished: false })
      show({ kind: 'idle', last: resultOf(tally, current.isCancelled) }, true)
      tellFolders()
      return null
    } catch (error) {
      log.warn('scan stopped', { error: error instanceof Error ? error : undefined })
      return error instanceof FailureError ? error.failure : failure('internal')
    } finally {
      running = null
    }
  }

  function resultOf(tally: Readonly<Tally>, cancelled: boolean): ScanResult {
    const { added, updated, moved, missing, failed } = tally
    return { finishedAt: now(), added, updated, moved, missing, failed, cancelled }
  }

  /** Null once the signal says so. A disk that does not answer is offline. */
  async function stateOf(id: number, signal: AbortSignal): Promise<RootState | null> {
    const root = folders.pathOf(id)
    if (root === undefined) return { kind: 'offline' }
    const state = rootState(root, folders.memory(id).device)
    const inTime = untilAborted(state, AbortSignal.timeout(rootPatienceMs), { kind: 'offline' } as const)
    return untilAborted(inTime, signal, null)
  }

  /** Notes which folders can be reached, and leaves out those that cannot. Nothing once the signal says so. */
  async function reachablePart(scope: Scope, signal: AbortSignal): Promise<Scope> {
    const known = folders.roots()
    const wanted = new Map(scope.roots.map((root) => [root.id, root]))
    for (const place of scope.places) {
      const root = rootOf(known, place.path)
      if (root !== undefined) wanted.set(root.id, root)
    }
    const ready = new Set<number>()
    let hasChanged = false
    for (const { id } of wanted.values()) {
      if (!known.some((root) => root.id === id)) continue
      const state = await stateOf(id, signal)
      if (state === null) return nothing
      if (folders.setState(id, state.kind)) hasChanged = true
      if (state.kind !== 'ready') continue
      ready.add(id)
      if (folders.memory(id).device !== state.device) folders.remember(id, { device: state.device })
    }
    if (hasChanged) {
      tellFolders()
      // A disk that is back can be watched again.
      options.onRoots?.(known)
      options.onChanged()
    }
    return {
      roots: scope.roots.filter((root) => ready.has(root.id)),
      places: scope.places.filter((place) => ready.has(rootOf(known, place.path)?.id ?? -1)),
    }
  }

  async function addOne(given: string): Promise<Root | Failure> {
    const name = path.basename(given) || given
    if (!path.isAbsolute(given)) return failure('file-missing', { name })
    try {
      const real = await realpath(given)
      if (!(await stat(real)).isDirectory()) return failure('not-a-folder', { name })
      const state = await rootState(real, null)
      if (state.kind !== 'ready') return failure('folder-unreadable', { name })
      return folders.add(real) ?? failure('folder-in-library', { name })
    } catch (error) {
      if (error instanceof FailureError) throw error
      return failure(fileFailureCode(error) === 'file-missing' ? 'file-missing' : 'folder-unreadable', { name })
    }
  }

  return {
    async addFolders(paths) {
      const refused: { path: string; error: Failure }[] = []
      const added: Root[] = []
      for (const given of paths) {
        const answer = await addOne(given)
        if ('code' in answer) refused.push({ path: given, error: answer })
        else added.push(answer)
      }
      if (added.length > 0) {
        tellFolders()
        options.onRoots?.(folders.roots())
        const still = new Set(folders.roots().map(({ id }) => id))
        ask({ roots: added.filter(({ id }) => still.has(id)), places: [] })
      }
      return { refused }
    },
    async removeFolder(id) {
      if (!folders.remove(id)) throw new FailureError(failure('not-found'))
      pending = { ...pending, roots: pending.roots.filter((root) => root.id !== id) }
      if (running?.scope.roots.some((root) => root.id === id) === true) {
        const others = running.scope.roots.filter((root) => root.id !== id)
        running.abort.abort()
        ask({ roots: others, places: [] })
      }
      options.onRoots?.(folders.roots())
      tellFolders()
      for (let after = 0; !closing.signal.aborted;) {
        const rows = catalogue.presentAfter(after, 200)
        const gone = rows.filter(({ folderId }) => folderId === id).map(({ rowId }) => rowId)
        if (gone.length > 0) store.transaction(() => catalogue.markMissing(gone))
        await new Promise((resolve) => {
          setImmediate(resolve)
        })
        await store.room()
        const last = rows.at(-1)
        if (last === undefined) break
        after = last.rowId
      }
      options.onChanged()
    },
    scan(ids) {
      ask({ roots: folders.roots().filter(({ id }) => ids === null || ids.includes(id)), places: [] })
    },
    look(places) {
      ask({ roots: [], places })
    },
    cancel() {
      pending = nothing
      if (running === null) return
      running.isCancelled = true
      running.abort.abort()
    },
    status: () => status,
    async settled() {
      await work
    },
    async close() {
      closing.abort()
      pending = nothing
      running?.abort.abort()
      await work
    },
  }
}

function scanning(tally: Readonly<Tally>): ScanStatus {
  const { phase, folder, found, done, added, updated, moved, failed } = tally
  return { kind: 'scanning', phase, folder, found, done, added, updated: updated + moved, failed }
}
