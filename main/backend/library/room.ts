import path from 'node:path'
import type { Emit } from '../../../src/contract/index.ts'
import type { ScanStatus } from '../../../src/library/index.ts'
import type { Track } from '../../../src/music/index.ts'
import type { Log } from '../log/index.ts'
import type { Store } from '../store/index.ts'
import type { TagReader } from '../tags/index.ts'
import { createFolderHandlers } from './folderHandlers.ts'
import { createFolders } from './folders.ts'
import { createCatalogue, createScanner, type ScannerOptions, walkInWorker } from './scan/index.ts'
import { createWatcher, type Touched } from './watch/index.ts'

export interface LibraryRoomOptions {
  readonly store: Store
  readonly tags: TagReader
  readonly coverFolder: string
  readonly emit: Emit
  readonly log: Log
  /** Puts a row of the library into the full-text index, in the transaction that writes it. */
  readonly indexTrack: (rowId: number, track: Track) => void
  /** Rows of the library were written, or are shown as missing now. */
  readonly onChanged: () => void
  /** These tracks are missing while their recordings are here, as other tracks. Hears of them again at every scan. */
  readonly onReplaced: ScannerOptions['onReplaced']
  /** How long after the start the folders are looked at, in ms. */
  readonly startDelayMs?: number
}

/** A few seconds into the run: the page is there, and nobody waits for the disk. */
const usualStartDelayMs = 4000

/** A scan that a full disk stopped is tried again so often, in ms. */
const retryMs = 60_000

/** With more places than this at once, folders are scanned as a whole. */
const placeLimit = 200

/** The library's folders and what keeps it as they are. Does nothing of its own accord in the first seconds. */
export function createLibraryRoom(options: LibraryRoomOptions) {
  const { store, tags, coverFolder, emit, log } = options
  const folders = createFolders(store, Date.now)
  const catalogue = createCatalogue({ store, now: Date.now, indexTrack: options.indexTrack })
  const scanner = createScanner({
    store,
    folders,
    catalogue,
    tags,
    coverFolder,
    walk: walkInWorker,
    log,
    onStatus: (status) => {
      emit('library.scan', status)
      retryLater(status)
    },
    onFolders: (list) => emit('library.foldersChanged', list),
    onChanged: options.onChanged,
    onReplaced: options.onReplaced,
    onRoots: (roots) => watcher.watch(roots.map((root) => root.path)),
    now: Date.now,
    clock: () => performance.now(),
  })
  const watcher = createWatcher({
    onTouched(touched) {
      if (touched.length > placeLimit) scanner.scan(null)
      else scanner.look(touched.flatMap(placesOf))
    },
    onPeriod(roots) {
      const ids = folders.roots().filter((root) => roots.includes(root.path))
      scanner.scan(ids.map(({ id }) => id))
    },
    log,
  })
  let retry: NodeJS.Timeout | undefined

  function retryLater(status: ScanStatus): void {
    clearTimeout(retry)
    if (status.kind !== 'stopped' || status.error.code !== 'disk-full') return
    retry = setTimeout(() => scanner.scan(null), retryMs).unref()
  }

  const starting = setTimeout(() => {
    watcher.watch(folders.roots().map((root) => root.path))
    // Goes on with what a kill or a full disk left unfinished, and sees what changed while nobody watched.
    scanner.scan(null)
  }, options.startDelayMs ?? usualStartDelayMs)
  starting.unref()
  return {
    handlers: createFolderHandlers({ folders, scanner, catalogue }),
    /** Ends what is under way; it goes on at the next start. The tag reader may be closed after this. */
    async close(): Promise<void> {
      clearTimeout(starting)
      clearTimeout(retry)
      await Promise.all([watcher.close(), scanner.close()])
    },
  }
}

export type LibraryRoom = ReturnType<typeof createLibraryRoom>

/** The folder in which something happened, and what is below it if that is one itself. */
function placesOf({ path: file, deep }: Touched) {
  const around = { path: path.dirname(file), deep: false }
  return deep ? [around, { path: file, deep }] : [around]
}
