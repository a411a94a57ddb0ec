import type { Emit } from '../../../src/contract/index.ts'
import type { Log } from '../log/index.ts'
import type { Store } from '../store/index.ts'
import type { TagReader } from '../tags/index.ts'
import type { Track } from '../../../src/music/index.ts'
import { createFolderHandlers } from './folderHandlers.ts'
import { createFolders } from './folders.ts'
import { createCatalogue, createScanner, walkInWorker } from './scan/index.ts'

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
  /** How long after the start the folders are looked at, in ms. */
  readonly startDelayMs?: number
}

/** A few seconds into the run: the page is there, and nobody waits for the disk. */
const usualStartDelayMs = 4000

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
    onStatus: (status) => emit('library.scan', status),
    onFolders: (list) => emit('library.foldersChanged', list),
    onChanged: options.onChanged,
    now: Date.now,
    clock: () => performance.now(),
  })
  // Goes on with what a kill or a full disk left unfinished, and sees what changed while nobody watched.
  const starting = setTimeout(() => scanner.scan(null), options.startDelayMs ?? usualStartDelayMs)
  starting.unref()
  return {
    handlers: createFolderHandlers({ folders, scanner, catalogue }),
    /** Ends what is under way; it goes on at the next start. The tag reader may be closed after this. */
    async close(): Promise<void> {
      clearTimeout(starting)
      await scanner.close()
    },
  }
}

export type LibraryRoom = ReturnType<typeof createLibraryRoom>
