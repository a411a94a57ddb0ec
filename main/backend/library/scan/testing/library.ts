import fs from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { LibraryFolder, ScanStatus } from '../../../../../src/library/index.ts'
import { silentLog } from '../../../log/index.ts'
import { type OpenedStore, openStore } from '../../../store/index.ts'
import { createTagReader, type TagReader } from '../../../tags/index.ts'
import { createFolders } from '../../folders.ts'
import { createCatalogue } from '../catalogue.ts'
import { realDisk } from '../disk.ts'
import { createScanner, type ScannerOptions } from '../scanner.ts'
import type { WalkDisk } from '../types.ts'
import { WalkEnded, walkPlaces } from '../walk.ts'
import { walkInWorker, type Walker } from '../walker.ts'

/** A library over a data folder, the way the backend makes one. */
export function openLibrary(
  dataFolder: string,
  options: {
    walk?: Walker
    tags?: TagReader
    store?: OpenedStore
    onChanged?: () => void
    onReplaced?: ScannerOptions['onReplaced']
  } = {},
) {
  fs.mkdirSync(dataFolder, { recursive: true })
  const store = options.store ?? openStore({ folder: dataFolder, log: silentLog })
  const tags = options.tags ?? createTagReader({ log: silentLog })
  const folders = createFolders(store, Date.now)
  const statuses: ScanStatus[] = []
  const told: (readonly LibraryFolder[])[] = []
  let changes = 0
  const catalogue = createCatalogue({ store, now: Date.now, indexTrack: () => undefined })
  const scanner = createScanner({
    store,
    folders,
    catalogue,
    tags,
    coverFolder: path.join(dataFolder, 'covers'),
    walk: options.walk ?? walkInWorker,
    log: silentLog,
    onStatus: (status) => statuses.push(status),
    onFolders: (list) => told.push(list),
    onChanged: () => {
      changes += 1
      options.onChanged?.()
    },
    onReplaced: (pairs) => options.onReplaced?.(pairs),
    now: Date.now,
    clock: () => performance.now(),
  })
  return {
    store,
    folders,
    catalogue,
    scanner,
    statuses,
    told,
    changes: () => changes,
    /** Scans and answers how that went. */
    async scan(ids: readonly number[] | null = null): Promise<ScanStatus> {
      scanner.scan(ids)
      await scanner.settled()
      return scanner.status()
    },
    rows: () => store.all(rowsSql, rowSchema),
    /** What a person would find in it, ids aside. */
    content: () =>
      store
        .all(rowsSql, rowSchema)
        .filter((row) => row.missing_since === null)
        .map(({ path: file, segment, title, home, tags_json, fingerprint, number }) => ({
          file,
          segment,
          title,
          home,
          tags: tags_json,
          fingerprint,
          number,
        })),
    async close() {
      await scanner.close()
      if (options.tags === undefined) await tags.close()
      store.close()
    },
  }
}

/** Walks a disk in this thread. */
export function walkOn(disk: WalkDisk): Walker {
  return async function* walk(places, signal) {
    const pause = (): void => {
      if (signal.aborted) throw new WalkEnded()
    }
    try {
      for (const step of walkPlaces(places, disk, pause)) {
        yield [step]
        await setImmediate()
      }
    } catch (error) {
      if (!(error instanceof WalkEnded)) throw error
    }
  }
}

/** Walks in this thread, for tests that scan very often. */
export const walkHere = walkOn(realDisk)

export type TestLibrary = ReturnType<typeof openLibrary>

const rowsSql = `SELECT row_id, track_id, path, segment, track_json ->> '$.title' AS title, folder_id, directory, home,
  fingerprint, missing_since, tags_json, number, duration_ms FROM library_track JOIN track ON id = track_id
  ORDER BY path, segment, row_id`

const rowSchema = z.object({
  row_id: z.number(),
  track_id: z.string(),
  path: z.string().nullable(),
  segment: z.number(),
  title: z.string(),
  folder_id: z.number(),
  directory: z.string(),
  home: z.string(),
  fingerprint: z.string(),
  missing_since: z.number().nullable(),
  tags_json: z.string(),
  number: z.number(),
  duration_ms: z.number().nullable(),
})
