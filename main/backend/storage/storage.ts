import { rm, truncate } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { CallInput, CallOutput, Handlers } from '../../../src/contract/index.ts'
import type { CacheRoom } from '../cache/index.ts'
import type { Store } from '../store/index.ts'
import { bytesOf, filesBelow, folderBytes, type FoundFile } from './sizes.ts'

/** A cover that was kept this shortly ago may be of a track that is still being written. */
const youngMs = 3_600_000

const hashSchema = z.object({ hash: z.string() })

/** What takes room in the data folder, and clearing what can be made again. */
export function createStorageHandlers(options: {
  readonly dataFolder: string
  readonly store: Store
  readonly cache: Pick<CacheRoom, 'diskBytes' | 'clear'>
  /** Unix time in ms. */
  readonly now: () => number
}): Pick<Handlers, 'storage.summary' | 'storage.clear'> {
  const { dataFolder, store, cache, now } = options
  const at = (name: string): string => path.join(dataFolder, name)

  async function summary(): Promise<CallOutput<'storage.summary'>> {
    return {
      // Damaged databases that were set aside are beside it, and count: nothing else shows them.
      database: await bytesOf(dataFolder, (name) => name.startsWith('melofy') && name.includes('.sqlite')),
      covers: await folderBytes(at('covers')),
      thumbnails: await folderBytes(at('thumbnails')),
      cache: cache.diskBytes(),
      dropped: await folderBytes(at('dropped')),
      backups: await folderBytes(at('backups')),
      logs: await folderBytes(at('logs')),
    }
  }

  /** Covers that something still shows. They are read out of the music when it is read; clearing leaves them. */
  function coversInUse(): ReadonlySet<string> {
    const rows = store.all(
      `SELECT cover_hash AS hash FROM track WHERE cover_hash IS NOT NULL
       UNION SELECT replace(track_json ->> '$.coverPath', 'media/cover/', '') FROM played_track
         WHERE json_valid(track_json) AND track_json ->> '$.coverPath' IS NOT NULL`,
      hashSchema,
    )
    return new Set(rows.map(({ hash }) => hash))
  }

  async function clear(what: Exclude<CallInput<'storage.clear'>['what'], 'cache'>): Promise<number> {
    const used = what === 'covers' ? coversInUse() : null
    const isCleared = (file: FoundFile): boolean =>
      used === null || (!used.has(file.name) && file.modifiedMs < now() - youngMs)
    let freed = 0
    for await (const file of filesBelow(at(what))) {
      if (!isCleared(file)) continue
      // The log is being written: it is emptied, not taken away from under its writer.
      const clearing = what === 'logs' ? truncate(file.path) : rm(file.path, { force: true })
      freed += await clearing.then(
        () => file.sizeBytes,
        () => 0,
      )
    }
    return freed
  }

  return {
    'storage.summary': summary,
    'storage.clear': async ({ what }) => ({ freed: await (what === 'cache' ? cache.clear() : clear(what)) }),
  }
}
