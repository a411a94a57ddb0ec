import { randomBytes } from 'node:crypto'
import {
  type CallInput,
  type CallOutput,
  FailureError,
  type Unsubscribe,
  failure,
} from '../../../src/contract/index.ts'
import type { PlaylistSummary, SmartRules } from '../../../src/library/index.ts'
import type { Track } from '../../../src/music/index.ts'
import type { Store, TrackRepository } from '../store/index.ts'
import {
  type Change,
  type ChangeContext,
  addEntries,
  applyUndo,
  entriesLimit,
  moveEntries,
  orderEntries,
  removeEntries,
} from './changes.ts'
import { createDetailsReader } from './details.ts'
import { createRecordingIndex } from './duplicates.ts'
import { type GrowingPlaylists, createGrowingPlaylists } from './growing.ts'
import { type ListedEntry, createPlaylistLists } from './lists.ts'
import type { Replacement } from './likes.ts'
import { cleanName, distinctName } from './names.ts'
import { createSerial } from './serial.ts'
import { inSlices } from '../turns.ts'
import { createSmartLists, dependencies } from './smart/index.ts'
import { sortEntries } from './sorting.ts'
import { readEntries, readOwnPlaylist, readPlaylist, readPlaylists, replaceTracks } from './stored.ts'
import { type Transfer, createTransfer } from './transfer.ts'
import { createUndoLog } from './undo.ts'

type Call<
  Name extends
    | 'create'
    | 'rename'
    | 'setRules'
    | 'delete'
    | 'entries'
    | 'add'
    | 'remove'
    | 'move'
    | 'sort'
    | 'duplicates',
> = (input: CallInput<`playlists.${Name}`>) => Promise<CallOutput<`playlists.${Name}`>>

/** The playlists. Calls that change something run one after the other, each as one transaction. */
export interface Playlists {
  all(): Promise<PlaylistSummary[]>
  readonly create: Call<'create'>
  readonly rename: Call<'rename'>
  readonly setRules: Call<'setRules'>
  readonly remove: Call<'delete'>
  readonly entries: Call<'entries'>
  readonly addEntries: Call<'add'>
  readonly removeEntries: Call<'remove'>
  readonly moveEntries: Call<'move'>
  readonly sortEntries: Call<'sort'>
  readonly duplicates: Call<'duplicates'>
  undo(undoId: string): Promise<void>
  /** The tracks of a playlist that exist, in its order, also those of a smart one. */
  trackIds(playlistId: string): Promise<string[]>
  /** Rows of tracks go over to others. Part of the caller's transaction; what it answers is to be called after it. */
  replace(pairs: readonly Replacement[]): () => void
  readonly growing: GrowingPlaylists
  readonly transfer: Transfer
  /** Hears at once of every change to a playlist's name, rules or entries. */
  onChanged(listener: (playlistId: string) => void): Unsubscribe
  /** Tracks came, went or changed. */
  tracksChanged(): void
  /** Likes or plays changed. Answers whether some smart playlist looks at them. */
  followed(what: 'likes' | 'plays'): boolean
}

export interface PlaylistsOptions {
  readonly store: Store
  readonly tracks: Pick<TrackRepository, 'tracksByIds' | 'saveUnsaved'>
  /** Unix time in ms. */
  readonly now: () => number
}

/** Rows of a playlist read in one go: some 3 ms. */
const rowsAtOnce = 100

/** Tracks looked up in one go: about 2 ms. */
const lookedUpAtOnce = 1000

/** Recordings compared with those before in one go: about 2 ms. */
const comparedAtOnce = 1000

/** Entries written in one go when a playlist is made. */
const filledAtOnce = 1000

/** Playlists over the store. */
export function createPlaylists(options: PlaylistsOptions): Playlists {
  const { store, tracks, now } = options
  const undoLog = createUndoLog()
  const inTurn = createSerial()
  const listeners = new Set<(playlistId: string) => void>()
  const smart = createSmartLists(store, now)
  const lists = createPlaylistLists({ store, firstRevision: now(), smart })

  const details = createDetailsReader(store)

  function changed(playlistId: string): void {
    lists.changed(playlistId)
    for (const listener of listeners) listener(playlistId)
  }

  const context = (): ChangeContext => ({ store, now: now(), rememberedPlaces: (id) => undoLog.places(id) })

  /** Writes a change, then remembers how to take it back: a write that fails leaves no trace here either. */
  function apply(playlistId: string, change: () => Change): string {
    const { undo, renumbered } = durably(change)
    if (renumbered !== null) undoLog.renumbered(playlistId, renumbered)
    changed(playlistId)
    return undoLog.add(undo)
  }

  function durably<Result>(work: () => Result): Result {
    return store.transaction(work, { durable: true })
  }

  const nameFor = (name: string, exceptId?: string): string =>
    distinctName(
      cleanName(name),
      readPlaylists(store).flatMap((playlist) => (playlist.id === exceptId ? [] : [playlist.name])),
    )

  const summaryOf = (id: string): Promise<PlaylistSummary> => lists.summary(readPlaylist(store, id))

  /** Changes what is said of a playlist, not its entries. */
  function describe(id: string, change: () => void): Promise<PlaylistSummary> {
    durably(() => {
      readPlaylist(store, id)
      change()
    })
    changed(id)
    return summaryOf(id)
  }

  /** Makes a playlist. One of many tracks is filled out of sight, so that others run in between, and shown when it is whole. */
  async function make(name: string, rules: SmartRules | null, trackIds: readonly string[]): Promise<PlaylistSummary> {
    tracks.saveUnsaved()
    const id = randomBytes(12).toString('base64url')
    const adding = await known(store, trackIds)
    if (adding.length > entriesLimit) throw new FailureError(failure('playlist-full', { limit: entriesLimit }))
    const isLarge = adding.length > filledAtOnce
    const insert = (): void => {
      store.run(
        `INSERT INTO playlist (playlist_id, name, rules_json, created_at, changed_at, deleted_at)
         VALUES (?, ?, ?, ?, ?, ?)`,
        id,
        nameFor(name),
        rules === null ? null : JSON.stringify(rules),
        now(),
        now(),
        isLarge ? now() : null,
      )
    }
    const fill = (slice: readonly string[]): void => void addEntries(context(), id, slice, null)
    if (isLarge) {
      store.transaction(insert)
      await inSlices(adding, filledAtOnce, (slice) => store.transaction(() => fill(slice)))
      durably(() => restore(id))
    } else {
      durably(() => {
        insert()
        if (adding.length > 0) fill(adding)
      })
    }
    changed(id)
    return summaryOf(id)
  }

  const trackIdsOf = async (playlistId: string): Promise<string[]> => {
    const { entries } = await lists.list(readPlaylist(store, playlistId))
    return entries.map(({ trackId }) => trackId)
  }

  const transfer = createTransfer({
    store,
    tracks,
    details,
    nameOf: (id) => readPlaylist(store, id).name,
    trackIds: trackIdsOf,
    create: (name, trackIds) => inTurn(() => make(name, null, trackIds)),
  })

  return {
    all: async () => {
      const found: PlaylistSummary[] = []
      for (const playlist of readPlaylists(store)) found.push(await lists.summary(playlist))
      return found
    },

    create: ({ name, trackIds, rules }) =>
      inTurn(() => {
        if (rules !== null && trackIds.length > 0) throw new FailureError(failure('bad-input'))
        return make(name, rules, trackIds)
      }),

    rename: ({ id, name }) =>
      inTurn(() =>
        describe(id, () => {
          store.run('UPDATE playlist SET name = ?, changed_at = ? WHERE playlist_id = ?', nameFor(name, id), now(), id)
        }),
      ),

    setRules: ({ id, rules }) =>
      inTurn(() =>
        describe(id, () => {
          if (readPlaylist(store, id).rules === null) throw new FailureError(failure('bad-input'))
          store.run(
            'UPDATE playlist SET rules_json = ?, changed_at = ? WHERE playlist_id = ?',
            JSON.stringify(rules),
            now(),
            id,
          )
        }),
      ),

    remove: ({ id }) =>
      inTurn(() => ({
        undoId: apply(id, () => {
          readPlaylist(store, id)
          store.run('UPDATE playlist SET deleted_at = ? WHERE playlist_id = ?', now(), id)
          return { undo: { kind: 'restore', playlistId: id }, renumbered: null }
        }),
      })),

    async entries({ id, range }) {
      const read = async () => {
        const list = await lists.list(readPlaylist(store, id))
        const wanted = list.entries.slice(range.from, range.to)
        const found = new Map<string, Track>()
        await inSlices(wanted, rowsAtOnce, (slice) => {
          for (const { track } of tracks.tracksByIds(slice.map(({ trackId }) => trackId))) found.set(track.id, track)
        })
        return { list, wanted, found }
      }
      let { list, wanted, found } = await read()
      const gone = wanted.filter(({ trackId }) => !found.has(trackId))
      if (gone.length > 0) {
        lists.tracksGone(gone.map(({ trackId }) => trackId))
        ;({ list, wanted, found } = await read())
      }
      const rows = wanted.flatMap((entry) => rowOf(entry, found))
      return { revision: list.revision, total: list.entries.length, rows }
    },

    addEntries: ({ id, trackIds, beforeEntryId, allowDuplicates }) =>
      inTurn(async () => {
        tracks.saveUnsaved()
        readOwnPlaylist(store, id)
        const wanted = await known(store, trackIds)
        const { adding, duplicateTrackIds } = allowDuplicates
          ? { adding: wanted, duplicateTrackIds: [] }
          : await withoutDuplicates(id, wanted)
        const undoId = apply(id, () => addEntries(context(), id, adding, beforeEntryId))
        return { undoId, added: adding.length, duplicateTrackIds }
      }),

    removeEntries: ({ id, entryIds }) =>
      inTurn(() => ({
        undoId: apply(id, () => {
          readOwnPlaylist(store, id)
          return removeEntries(context(), id, entryIds)
        }),
      })),

    moveEntries: ({ id, entryIds, beforeEntryId }) =>
      inTurn(() => ({
        undoId: apply(id, () => {
          readOwnPlaylist(store, id)
          return moveEntries(context(), id, entryIds, beforeEntryId)
        }),
      })),

    sortEntries: ({ id, by, descending }) =>
      inTurn(async () => {
        readOwnPlaylist(store, id)
        const entries = await readEntries(store, id)
        const found = await details.read(entries.map(({ trackId }) => trackId))
        const sorted = await sortEntries(entries, found, by, descending)
        return { undoId: apply(id, () => orderEntries(context(), id, sorted)) }
      }),

    async duplicates({ id }) {
      const { entries } = await lists.list(readPlaylist(store, id))
      const found = await details.read(entries.map(({ trackId }) => trackId))
      const index = createRecordingIndex<string>()
      const repeated: CallOutput<'playlists.duplicates'>[number][] = []
      await inSlices(entries, comparedAtOnce, (slice) => {
        for (const { entryId, trackId } of slice) {
          const recording = found.get(trackId)
          const firstEntryId = recording && index.firstOf(recording, entryId)
          if (firstEntryId !== undefined) repeated.push({ entryId, firstEntryId })
        }
      })
      return repeated
    },

    undo: (undoId) =>
      inTurn(() => {
        const undo = undoLog.get(undoId)
        const { playlistId } = undo
        durably(() => {
          if (undo.kind === 'restore') restore(playlistId)
          else {
            readOwnPlaylist(store, playlistId)
            applyUndo(context(), undo)
          }
        })
        undoLog.remove(undoId)
        changed(playlistId)
      }),

    replace(pairs) {
      const playlistIds = replaceTracks(store, pairs)
      return () => playlistIds.forEach(changed)
    },

    growing: createGrowingPlaylists({
      store,
      context,
      nameFor,
      onRenumbered: (playlistId, places) => undoLog.renumbered(playlistId, places),
      onGrown: changed,
    }),
    trackIds: trackIdsOf,
    transfer,
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tracksChanged() {
      lists.tracksChanged()
      details.forget()
    },
    followed(what) {
      if (what === 'likes') smart.likesChanged()
      else smart.playsChanged()
      return readPlaylists(store).some(({ rules }) => rules !== null && dependencies(rules)[what])
    },
  }

  /** Parts tracks into those whose recordings are new to a playlist and those it has, or that come twice. */
  async function withoutDuplicates(playlistId: string, trackIds: readonly string[]) {
    const present = (await readEntries(store, playlistId)).map(({ trackId }) => trackId)
    const found = await details.read([...present, ...trackIds])
    const index = createRecordingIndex<true>()
    const isRepeated = (trackId: string): boolean => {
      const unknown = { trackId, isrc: null, words: null, durationMs: null }
      return index.firstOf(found.get(trackId) ?? unknown, true) === true
    }
    await inSlices(present, comparedAtOnce, (slice) => slice.forEach(isRepeated))
    const adding: string[] = []
    const repeated = new Set<string>()
    await inSlices(trackIds, comparedAtOnce, (slice) => {
      for (const trackId of slice) {
        if (isRepeated(trackId)) repeated.add(trackId)
        else adding.push(trackId)
      }
    })
    return { adding, duplicateTrackIds: [...repeated] }
  }

  /** Brings a deleted playlist back, under another name where its own was given to another one since. */
  function restore(playlistId: string): void {
    store.run('UPDATE playlist SET deleted_at = NULL WHERE playlist_id = ?', playlistId)
    const { name } = readPlaylist(store, playlistId)
    const distinct = nameFor(name, playlistId)
    if (distinct !== name) store.run('UPDATE playlist SET name = ? WHERE playlist_id = ?', distinct, playlistId)
  }
}

/** Those of the tracks that exist, in their order, as often as they are named. */
async function known(store: Store, trackIds: readonly string[]): Promise<string[]> {
  const found: string[] = []
  await inSlices(trackIds, lookedUpAtOnce, (slice) => {
    const ids = store.texts(
      'SELECT value FROM json_each(?) JOIN track ON track.id = value ORDER BY key',
      JSON.stringify(slice),
    )
    for (const id of ids) found.push(id)
  })
  return found
}

function rowOf({ entryId, trackId, addedAt }: ListedEntry, tracks: ReadonlyMap<string, Track>) {
  const track = tracks.get(trackId)
  return track === undefined ? [] : [{ entryId, addedAt, track }]
}
