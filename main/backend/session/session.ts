import { z } from 'zod'
import {
  type PlaybackPlace,
  type QueueEntryRecord,
  type QueueRecord,
  type StoredSession,
  playbackPlaceSchema,
} from '../../../src/contract/index.ts'
import { sessionTracksLimit } from '../../../src/library/index.ts'
import type { Track } from '../../../src/music/index.ts'
import type { Store, TrackRepository } from '../store/index.ts'
import { inSlices } from '../turns.ts'
import { packQueue, pieceCount, readPiece, unpackQueue } from './packing.ts'
import { placeInQueue, reconcile } from './reconcile.ts'

/** Queue and place over restarts. */
export interface SessionStore {
  load(signal?: AbortSignal): Promise<StoredSession>
  /** Those of the tracks that exist. */
  tracks(trackIds: readonly string[]): Promise<Track[]>
  saveQueue(queue: QueueRecord): void
  savePlace(place: PlaybackPlace): void
  /** Ids of the tracks soon to be heard: the current one, then what comes next. */
  soonTrackIds(limit: number): readonly string[]
  /** Ids of all tracks that the stored queue names. */
  trackIds(): readonly string[]
}

const valueSchema = z.object({ value: z.string() })

/** Tracks looked up in one go: some 3 ms. */
const tracksPerGo = 100

/** Pieces of the queue read in one go: 1 or 2 ms. */
const piecesPerGo = 4

/** The session over the store. Only what differs from the last write is written. */
export function createSession(store: Store, tracks: Pick<TrackRepository, 'tracksByIds'>): SessionStore {
  /** The queue as it was saved last in this run. */
  let latest: QueueRecord | null = null
  /** Pieces as they are in the store, as long as it is the same store; null until known. */
  let written: { readonly pieces: readonly string[]; readonly generation: number } | null = null

  const read = (key: string): string | undefined =>
    store.get('SELECT value FROM session WHERE key = ?', valueSchema, key)?.value
  const write = (key: string, value: string): void => {
    store.run(
      'INSERT INTO session (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      key,
      value,
    )
  }
  const readPlace = (): PlaybackPlace | null => {
    const stored = read('place')
    return stored === undefined ? null : (playbackPlaceSchema.safeParse(parseJson(stored)).data ?? null)
  }
  const readQueue = (): QueueRecord | null => {
    const head = read('queue')
    if (head === undefined) return null
    return unpackQueue(head, readPieces(head).flatMap(readPiece))
  }
  const readPieces = (head: string): (string | undefined)[] =>
    Array.from({ length: pieceCount(head) }, (_, index) => read(pieceKey(index)))
  /** All that is stored is read at once, so that it belongs together, and made out some pieces at a time. */
  const readQueueInSlices = async (head: string, pieces: readonly (string | undefined)[]) => {
    const entries: QueueEntryRecord[] = []
    await inSlices(pieces, piecesPerGo, (some) => {
      for (const piece of some) entries.push(...readPiece(piece))
    })
    return unpackQueue(head, entries)
  }

  async function readTracks(trackIds: readonly string[]): Promise<Track[]> {
    const found: Track[] = []
    await inSlices(trackIds, tracksPerGo, (some) => {
      for (const { track } of tracks.tracksByIds(some)) found.push(track)
    })
    return found
  }

  return {
    async load(signal) {
      const [head, storedPlace] = [read('queue'), readPlace()]
      const stored = head === undefined ? null : await readQueueInSlices(head, readPieces(head))
      signal?.throwIfAborted()
      const { queue, place } = reconcile(stored, storedPlace)
      const ids = namedTracks(queue)
      const found = await readTracks(ids.slice(0, sessionTracksLimit))
      return { queue, place, tracks: found, rest: ids.slice(sessionTracksLimit) }
    },

    tracks: readTracks,

    saveQueue(queue) {
      latest = queue
      const { head, pieces } = packQueue(queue)
      store.transaction(() => {
        const known = written?.generation === store.generation() ? written.pieces : null
        const before = known ?? []
        pieces.forEach((piece, index) => {
          if (piece !== before[index]) write(pieceKey(index), piece)
        })
        if (known === null || before.length > pieces.length) {
          store.run(`DELETE FROM session WHERE key >= ? AND key < 'queue/:'`, pieceKey(pieces.length))
        }
        write('queue', head)
        const place = readPlace()
        const placed = place === null ? null : placeInQueue(place, queue)
        if (placed !== null && placed !== place) write('place', JSON.stringify(placed))
      })
      // Only after the commit: a write that failed has to be repeated whole.
      written = { pieces, generation: store.generation() }
    },

    savePlace(place) {
      write('place', JSON.stringify(place))
    },

    soonTrackIds(limit) {
      const queue = latest ?? readQueue()
      if (queue === null) return []
      const soon = [...(queue.current === null ? [] : [queue.current]), ...queue.upcoming.slice(0, limit - 1)]
      return soon.map(({ trackId }) => trackId)
    },

    trackIds: () => namedTracks(readQueue()),
  }
}

/** Sorts like its number, so that a range of keys is a range of pieces. */
function pieceKey(index: number): string {
  return `queue/${String(index).padStart(6, '0')}`
}

function namedTracks(queue: QueueRecord | null): string[] {
  if (queue === null) return []
  const entries = [...queue.past, ...(queue.current === null ? [] : [queue.current]), ...queue.upcoming]
  return [...new Set(entries.map((entry) => entry.trackId))]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
