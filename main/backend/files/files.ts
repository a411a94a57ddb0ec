import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import {
  type EventPayload,
  FailureError,
  type OpenedFiles,
  type Reply,
  failed,
  failure,
  success,
} from '../../../src/contract/index.ts'
import type { Track } from '../../../src/music/index.ts'
import { hasCover } from '../covers/index.ts'
import type { MediaFile } from '../media/index.ts'
import type { StoredTrack, TrackRepository } from '../store/index.ts'
import { fileFailureCode, mimeTypeOf, type TagReader } from '../tags/index.ts'
import { randomTrackId, trackIdOf } from './ids.ts'
import { inPlayingOrder } from './order.ts'
import { throttled } from './progress.ts'
import { storedTrackOf } from './track.ts'
import { type FoundFile, walk, type WalkLimits } from './walk.ts'

export interface FilesOptions {
  readonly tracks: TrackRepository
  readonly tags: TagReader
  readonly coverFolder: string
  /** Any clock in ms; for throttling progress. */
  readonly now?: () => number
  readonly limits?: WalkLimits
}

export interface OpenOptions {
  readonly taskId: string
  readonly signal: AbortSignal
  readonly emit: (progress: EventPayload<'files.progress'>) => void
}

/** The user's own files. */
export interface Files {
  /** Reads files and folders and makes them playable. Rejects with `cancelled`; a bad file never stops the others. */
  openPaths(paths: readonly string[], options: OpenOptions): Promise<OpenedFiles>
  /** Reads one file and makes it playable. `isCopy`: it lies in our own folder, and `name` is what it was called. */
  openFile(file: FoundFile, isCopy: boolean): Promise<Reply<Track>>
  /** The file behind a registered track, for the media handler. */
  audioFile(trackId: string): MediaFile | undefined
}

/** Files read at the same time: enough to keep the worker busy while the disk seeks. */
const readsAtOnce = 4
/** Tracks written to the store in one transaction. */
const batchSize = 100

export function createFiles(options: FilesOptions): Files {
  const { tracks, tags, coverFolder, now = () => performance.now() } = options

  async function readOne(file: FoundFile, isCopy: boolean): Promise<Reply<{ stored: StoredTrack; isNew: boolean }>> {
    // A file that moved is the track it was before; its old id may stand for another file then.
    const known = tracks.trackByPath(file.path)
    const id = known?.track.id ?? newIdOf(file.path)
    try {
      if (known !== undefined && (await isUnchanged(known, file.path, coverFolder))) {
        return success({ stored: known, isNew: false })
      }
    } catch (error) {
      return failed(fileFailureCode(error), { name: file.name })
    }
    const facts = await tags.read({ path: file.path, name: file.name, coverFolder })
    if (!facts.ok) return facts
    return success({ stored: storedTrackOf(facts.value, { id, path: file.path, isCopy }), isNew: true })
  }

  function newIdOf(file: string): string {
    const own = trackIdOf(file)
    return tracks.trackById(own) === undefined ? own : randomTrackId()
  }

  return {
    async openPaths(paths, { taskId, signal, emit }) {
      const progress = throttled(emit, now)
      const unsaved: StoredTrack[] = []
      const save = (): void => {
        if (unsaved.length > 0) tracks.saveTracks(unsaved.splice(0))
      }
      try {
        const found = await walk(paths, {
          signal,
          onFound: (total, name) => progress.report({ taskId, done: 0, total, name }),
          ...(options.limits === undefined ? {} : { limits: options.limits }),
        })
        const total = found.files.length
        let done = 0
        const replies = await mapInParallel(found.files, readsAtOnce, async (file) => {
          signal.throwIfAborted()
          const reply = await readOne(file, false)
          if (reply.ok && reply.value.isNew) unsaved.push(reply.value.stored)
          if (unsaved.length >= batchSize) save()
          done += 1
          progress.report({ taskId, done, total, name: file.name })
          return { file, reply }
        })
        signal.throwIfAborted()
        progress.flush()
        const good = replies.flatMap(({ file, reply }) => (reply.ok ? [placed(file, reply.value.stored.track)] : []))
        const bad = replies.flatMap(({ file, reply }) =>
          reply.ok ? [] : [{ name: file.name, location: file.path, error: reply.error }],
        )
        return {
          tracks: inPlayingOrder(good).map(({ track }) => track),
          skipped: [...found.skipped, ...bad],
          ignored: found.ignored,
        }
      } catch (error) {
        throw signal.aborted ? new FailureError(failure('cancelled'), { cause: error }) : error
      } finally {
        // What was read before a cancel need not be read again.
        save()
      }
    },
    async openFile(file, isCopy) {
      const reply = await readOne({ ...file, path: await realpath(file.path) }, isCopy)
      if (!reply.ok) return reply
      if (reply.value.isNew) tracks.saveTracks([reply.value.stored])
      return success(reply.value.stored.track)
    },
    audioFile(trackId) {
      const stored = tracks.trackById(trackId)
      if (stored === undefined || stored.path === null) return undefined
      const { path: file, track } = stored
      return { path: file, name: path.basename(file), mimeType: mimeTypeOf(track.format.container) }
    },
  }
}

function placed(file: FoundFile, track: Track) {
  const { albumId, discNumber, trackNumber } = track
  return { folder: path.dirname(file.path), name: file.name, albumId, discNumber, trackNumber, track }
}

/** Same size, same time, cover still kept: nothing to read. Rejects when the file is gone. */
async function isUnchanged(known: StoredTrack, file: string, coverFolder: string): Promise<boolean> {
  const facts = await stat(file)
  if (facts.size !== known.sizeBytes || facts.mtimeMs !== known.modifiedMs) return false
  return known.coverHash === null || hasCover(coverFolder, known.coverHash)
}

/** Maps with so many at work at once; answers in the order of the items. The first rejection ends it. */
async function mapInParallel<Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  async function run(): Promise<void> {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index]
      if (item !== undefined) results[index] = await work(item)
    }
  }
  await Promise.all(Array.from({ length: width }, run))
  return results
}
