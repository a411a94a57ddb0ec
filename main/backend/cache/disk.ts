import { createSqliteAdapter } from './adapter.ts'
import { createKeyv } from './keyv.ts'
import type { Log } from '../log/index.ts'
import type { Shelf } from './shelf.ts'
import { openEntryTable } from './table.ts'

/** Entries in a database of their own in `folder`, bounded in size. */
export function openDiskShelf(options: {
  readonly folder: string
  readonly limitBytes: number
  readonly log: Log
}): Shelf {
  const adapter = createSqliteAdapter({
    table: openEntryTable(options.folder, options.log),
    limitBytes: options.limitBytes,
  })
  const keyv = createKeyv(adapter, options.log)
  return {
    kind: 'disk',
    get: (key) => keyv.get<unknown>(key),
    async set(key, entry, ttlMs) {
      await keyv.set(key, entry, ttlMs)
    },
    clear: () => keyv.clear(),
    bytes: () => adapter.bytes(),
    isReachable: () => true,
    close: () => keyv.disconnect(),
  }
}
