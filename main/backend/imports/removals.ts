import { FailureError, failure } from '../../../src/contract/index.ts'
import type { PlaylistRoom } from '../playlists/index.ts'
import type { Store } from '../store/index.ts'
import type { ImportJobs, StoredJob } from './jobs.ts'
import type { ImportRows } from './rows.ts'
import { removeWritten } from './starting.ts'

type PlaylistHandlers = Pick<PlaylistRoom, 'handlers'>['handlers']
type Context = Parameters<PlaylistHandlers['playlists.delete']>[1]

/** Imports that were taken away and can be brought back. */
export interface Removals {
  /** Takes one that nothing works on out of sight, with its playlist where that is wanted. */
  remove(
    job: StoredJob,
    how: { readonly withPlaylist: boolean; readonly wasStopped: boolean },
    context: Context,
  ): Promise<void>
  /** Brings it back as it was. Throws `import-gone`. */
  restore(id: string, context: Context): Promise<StoredJob>
}

interface Removed {
  readonly job: StoredJob
  readonly undoId: string | null
  readonly wasStopped: boolean
}

/** Nobody takes back what was done so many removals ago. */
const mostKept = 20

/** Removed imports stay in the store, out of sight, until the next start or until many others were removed. */
export function createRemovals(parts: {
  readonly store: Store
  readonly jobs: ImportJobs
  readonly rows: ImportRows
  readonly playlists: Pick<PlaylistHandlers, 'playlists.delete' | 'playlists.undo'>
}): Removals {
  const { jobs, playlists } = parts
  const removed = new Map<string, Removed>()

  /** Null where a person has deleted it already. */
  async function removePlaylist(id: string, context: Context): Promise<string | null> {
    try {
      return (await playlists['playlists.delete']({ id }, context)).undoId
    } catch (error) {
      if (error instanceof FailureError && error.failure.code === 'playlist-gone') return null
      throw error
    }
  }

  return {
    async remove(job, { withPlaylist, wasStopped }, context) {
      const undoId = withPlaylist && job.playlistId !== null ? await removePlaylist(job.playlistId, context) : null
      jobs.hide(job.number)
      removed.set(job.id, { job, undoId, wasStopped })
      for (const [id, { job: oldest }] of removed) {
        if (removed.size <= mostKept) break
        removed.delete(id)
        await removeWritten(oldest.number, parts)
      }
    },
    async restore(id, context) {
      const kept = removed.get(id)
      if (kept === undefined) throw new FailureError(failure('import-gone'))
      removed.delete(id)
      jobs.makeReady(kept.job.number)
      if (!kept.wasStopped) jobs.goOn(kept.job.number)
      if (kept.undoId !== null) await playlists['playlists.undo']({ undoId: kept.undoId }, context)
      return jobs.get(id)
    },
  }
}
