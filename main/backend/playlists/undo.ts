import { randomUUID } from 'node:crypto'
import { FailureError, failure } from '../../../src/contract/index.ts'
import type { PlacedEntry } from './place.ts'

/** An entry as it is stored. */
export interface StoredEntry extends PlacedEntry {
  readonly trackId: string
  readonly addedAt: number
}

/** What takes a change back. */
export type Undo =
  | { readonly kind: 'restore'; readonly playlistId: string }
  | { readonly kind: 'put-back'; readonly playlistId: string; readonly entries: readonly StoredEntry[] }
  | { readonly kind: 'replace'; readonly playlistId: string; readonly places: readonly PlacedEntry[] }
  | { readonly kind: 'take-out'; readonly playlistId: string; readonly entryIds: readonly string[] }

/** The changes that can be taken back, until the app is closed. */
export interface UndoLog {
  /** Remembers a change that was made. The oldest is forgotten when there are too many. */
  add(undo: Undo): string
  /** Throws `undo-gone` when it is not (or no longer) known. */
  get(undoId: string): Undo
  remove(undoId: string): void
  /** All places of a playlist that some undo may bring entries back to. */
  places(playlistId: string): number[]
  /** The playlist's entries got new places. */
  renumbered(playlistId: string, places: ReadonlyMap<number, number>): void
}

const keptChanges = 50

/** Starts without any. */
export function createUndoLog(): UndoLog {
  const log = new Map<string, Undo>()
  return {
    add(undo) {
      const undoId = randomUUID()
      log.set(undoId, undo)
      for (const oldest of log.keys()) {
        if (log.size <= keptChanges) break
        log.delete(oldest)
      }
      return undoId
    },
    get(undoId) {
      const undo = log.get(undoId)
      if (undo === undefined) throw new FailureError(failure('undo-gone'))
      return undo
    },
    remove(undoId) {
      log.delete(undoId)
    },
    places: (playlistId) =>
      [...log.values()].flatMap((undo) =>
        undo.playlistId === playlistId ? placesOf(undo).map(({ place }) => place) : [],
      ),
    renumbered(playlistId, places) {
      for (const [undoId, undo] of log) {
        if (undo.playlistId === playlistId) log.set(undoId, withPlaces(undo, places))
      }
    },
  }
}

function placesOf(undo: Undo): readonly PlacedEntry[] {
  switch (undo.kind) {
    case 'put-back':
      return undo.entries
    case 'replace':
      return undo.places
    default:
      return []
  }
}

function withPlaces(undo: Undo, places: ReadonlyMap<number, number>): Undo {
  const moved = <Entry extends PlacedEntry>(entry: Entry): Entry => ({
    ...entry,
    place: places.get(entry.place) ?? entry.place,
  })
  switch (undo.kind) {
    case 'put-back':
      return { ...undo, entries: undo.entries.map(moved) }
    case 'replace':
      return { ...undo, places: undo.places.map(moved) }
    default:
      return undo
  }
}
