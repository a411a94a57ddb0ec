import { randomBytes } from 'node:crypto'
import { FailureError, failure } from '../../../src/contract/index.ts'
import type { Store } from '../store/index.ts'
import { type PlacedEntry, placesBetween, renumber } from './place.ts'
import { countEntries, neighbours, readEntriesById, readPlaces } from './stored.ts'
import type { StoredEntry, Undo } from './undo.ts'

/** Entries that one playlist holds at most. */
export const entriesLimit = 100_000

/** What a change of entries needs beside the store. */
export interface ChangeContext {
  readonly store: Store
  /** Unix time in ms. */
  readonly now: number
  /** Places that undo may need again; see `renumber`. */
  readonly rememberedPlaces: (playlistId: string) => readonly number[]
}

/** What a change did: how to take it back, and the new places of those remembered, when all had to be spread out. */
export interface Change {
  readonly undo: Undo
  readonly renumbered: ReadonlyMap<number, number> | null
}

/*
 * All of these run inside a transaction of the caller. Each writes the rows it is about and no others, unless the places
 * between two neighbours are used up.
 */

/** Puts tracks before an entry (null: at the end). Throws `playlist-full`. */
export function addEntries(
  { store, now, rememberedPlaces }: ChangeContext,
  playlistId: string,
  trackIds: readonly string[],
  beforeEntryId: string | null,
): Change {
  if (countEntries(store, playlistId) + trackIds.length > entriesLimit) {
    throw new FailureError(failure('playlist-full', { limit: entriesLimit }))
  }
  const { places, renumbered } = placesFor(store, playlistId, trackIds.length, beforeEntryId, [], rememberedPlaces)
  const prefix = randomBytes(9).toString('base64url')
  const entries = trackIds.map((trackId, index) => ({
    entryId: `${prefix}-${index}`,
    trackId,
    place: places[index] ?? 0,
    addedAt: now,
  }))
  insert(store, playlistId, entries)
  touch(store, playlistId, now)
  return { undo: { kind: 'take-out', playlistId, entryIds: entries.map(({ entryId }) => entryId) }, renumbered }
}

/**
 * Puts one entry with an id of the caller's before another (null: at the end); where it is there already, its track is exchanged and it stays
 * where it is. Answers the new places of those remembered, when all had to be spread out.
 */
export function putEntry(
  { store, now, rememberedPlaces }: ChangeContext,
  playlistId: string,
  { entryId, trackId }: { readonly entryId: string; readonly trackId: string },
  beforeEntryId: string | null,
): ReadonlyMap<number, number> | null {
  const exchanged = store.run(
    'UPDATE playlist_entry SET track_id = ? WHERE entry_id = ? AND playlist_id = ?',
    trackId,
    entryId,
    playlistId,
  )
  touch(store, playlistId, now)
  if (exchanged > 0) return null
  const { places, renumbered } = placesFor(store, playlistId, 1, beforeEntryId, [], rememberedPlaces)
  insert(
    store,
    playlistId,
    places.map((place) => ({ entryId, trackId, place, addedAt: now })),
  )
  return renumbered
}

/** Takes entries out; those that are not in the playlist are left alone. */
export function removeEntries({ store, now }: ChangeContext, playlistId: string, entryIds: readonly string[]): Change {
  const entries = readEntriesById(store, playlistId, entryIds)
  takeOut(store, playlistId, entryIds)
  touch(store, playlistId, now)
  return { undo: { kind: 'put-back', playlistId, entries }, renumbered: null }
}

/** Brings entries, in the order they are in, before another one (null: to the end). */
export function moveEntries(
  { store, now, rememberedPlaces }: ChangeContext,
  playlistId: string,
  entryIds: readonly string[],
  beforeEntryId: string | null,
): Change {
  const count = readEntriesById(store, playlistId, entryIds).length
  const { places, renumbered } = placesFor(store, playlistId, count, beforeEntryId, entryIds, rememberedPlaces)
  // Read after the places: to make room, these may have got new ones.
  const moving = readEntriesById(store, playlistId, entryIds)
  setPlaces(
    store,
    playlistId,
    moving.map(({ entryId }, index) => ({ entryId, place: places[index] ?? 0 })),
  )
  touch(store, playlistId, now)
  const before = moving.map(({ entryId, place }) => ({ entryId, place }))
  return { undo: { kind: 'replace', playlistId, places: before }, renumbered }
}

/** Brings all entries into the order of `entryIds`; those not named come behind them, as they were. */
export function orderEntries(
  { store, now, rememberedPlaces }: ChangeContext,
  playlistId: string,
  entryIds: readonly string[],
): Change {
  const found = readPlaces(store, playlistId)
  const hasTies = found.some(({ place }, index) => found[index + 1]?.place === place)
  const renumbered = hasTies ? makeRoom(store, playlistId, rememberedPlaces) : null
  const before = hasTies ? readPlaces(store, playlistId) : found
  const rank = new Map(entryIds.map((entryId, index) => [entryId, index]))
  const rankOf = ({ entryId }: PlacedEntry): number => rank.get(entryId) ?? entryIds.length
  const ordered = before.toSorted((a, b) => rankOf(a) - rankOf(b))
  // The same places are dealt out anew, which keeps the room between them and what undo remembers of them.
  const places = before.map(({ place }) => place)
  setPlaces(
    store,
    playlistId,
    ordered
      .map(({ entryId }, index) => ({ entryId, place: places[index] ?? 0 }))
      .filter(({ entryId }, index) => before[index]?.entryId !== entryId),
  )
  touch(store, playlistId, now)
  return { undo: { kind: 'replace', playlistId, places: before }, renumbered }
}

/** Takes back a change of entries. What has changed since stays as far as it can. */
export function applyUndo({ store, now }: ChangeContext, undo: Exclude<Undo, { kind: 'restore' }>): void {
  const { playlistId } = undo
  switch (undo.kind) {
    case 'put-back':
      insert(store, playlistId, undo.entries)
      break
    case 'replace':
      setPlaces(store, playlistId, undo.places)
      break
    case 'take-out':
      takeOut(store, playlistId, undo.entryIds)
      break
  }
  touch(store, playlistId, now)
}

function placesFor(
  store: Store,
  playlistId: string,
  count: number,
  beforeEntryId: string | null,
  moving: readonly string[],
  rememberedPlaces: ChangeContext['rememberedPlaces'],
): { readonly places: readonly number[]; readonly renumbered: ReadonlyMap<number, number> | null } {
  const between = (): number[] | null => {
    const { before, after } = neighbours(store, playlistId, beforeEntryId, moving)
    return placesBetween(before, after, count)
  }
  const places = between()
  if (places !== null) return { places, renumbered: null }
  const renumbered = makeRoom(store, playlistId, rememberedPlaces)
  return { places: between() ?? [], renumbered }
}

/** Spreads the places of all entries. Answers what became of those remembered. */
function makeRoom(
  store: Store,
  playlistId: string,
  rememberedPlaces: ChangeContext['rememberedPlaces'],
): ReadonlyMap<number, number> {
  const { entries, remembered } = renumber(readPlaces(store, playlistId), rememberedPlaces(playlistId))
  setPlaces(store, playlistId, entries)
  return remembered
}

function insert(store: Store, playlistId: string, entries: readonly StoredEntry[]): void {
  store.run(
    `INSERT INTO playlist_entry (entry_id, playlist_id, place, track_id, added_at)
     SELECT value ->> 0, ?, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`,
    playlistId,
    JSON.stringify(entries.map(({ entryId, place, trackId, addedAt }) => [entryId, place, trackId, addedAt])),
  )
}

function setPlaces(store: Store, playlistId: string, places: readonly PlacedEntry[]): void {
  // The plus keeps SQLite from walking over the whole playlist for each of the places: entries are looked up by their ids.
  store.run(
    `UPDATE playlist_entry SET place = wanted.place
     FROM (SELECT value ->> 0 AS entry_id, value ->> 1 AS place FROM json_each(?)) AS wanted
     WHERE playlist_entry.entry_id = wanted.entry_id AND +playlist_entry.playlist_id = ?`,
    JSON.stringify(places.map(({ entryId, place }) => [entryId, place])),
    playlistId,
  )
}

function takeOut(store: Store, playlistId: string, entryIds: readonly string[]): void {
  store.run(
    'DELETE FROM playlist_entry WHERE entry_id IN (SELECT value FROM json_each(?)) AND playlist_id = ?',
    JSON.stringify(entryIds),
    playlistId,
  )
}

function touch(store: Store, playlistId: string, now: number): void {
  store.run('UPDATE playlist SET changed_at = ? WHERE playlist_id = ?', now, playlistId)
}
