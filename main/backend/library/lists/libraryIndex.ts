import type { CallInput, CallOutput } from '../../../../src/contract/index.ts'
import type { LibrarySummary, TrackQuery } from '../../../../src/library/index.ts'
import type { Track } from '../../../../src/music/index.ts'
import { type Store, albumsAt, artistsAt, readLibraryRows, readTracks } from '../../store/index.ts'
import { breath, inSlices } from '../../turns.ts'
import { regroupSome } from '../derived/index.ts'
import { albumRowIds, artistRowIds, readAlbum, readArtist, readNewAlbums } from './albums.ts'
import { createCache } from './cache.ts'
import { type Subfolder, readSubfolders } from './folders.ts'
import { readNamedList } from './named.ts'
import { isNamedScope, type NamedScope, readNamed } from './scopes.ts'
import { readSummary } from './summary.ts'
import { createTrackLists, isLibraryQuery } from './tracks.ts'
import { warmLists } from './warm.ts'

/** The library's lists, and what is derived for them. */
export interface LibraryIndex {
  /**
   * For whoever wrote `library_track` rows: what is derived from them is brought up to date in the background, in small
   * steps, and `onChange` hears of it once. Cheap to call after every batch.
   */
  changed(): void
  /** Brings everything derived up to date at once; part of the caller's transaction, if there is one. */
  regroup(): void
  /** Resolves when nothing is left to be brought up to date. */
  settled(): Promise<void>
  summary(): Promise<LibrarySummary>
  tracks(input: CallInput<'library.tracks'>): Promise<CallOutput<'library.tracks'>>
  albums(input: CallInput<'library.albums'>): Promise<CallOutput<'library.albums'>>
  artists(input: CallInput<'library.artists'>): Promise<CallOutput<'library.artists'>>
  album(id: string): CallOutput<'library.album'>
  artist(id: string): CallOutput<'library.artist'>
  subfolders(path: string | null): Promise<CallOutput<'library.subfolders'>>
  newAlbums(limit: number): CallOutput<'library.newAlbums'>
  close(): void
}

export interface LibraryIndexOptions {
  readonly store: Store
  /** Hears what the library is after changes: at most twice a second, less often the larger it is. */
  readonly onChange: (summary: LibrarySummary) => void
  /** Tracks of a playlist in its order, also of one that rules fill. Rejects with `playlist-gone`. */
  readonly playlistTrackIds?: (playlistId: string) => Promise<readonly string[]>
  /** Tracks of a list that a link led to; empty once it is forgotten. */
  readonly foundTrackIds?: (listId: string) => readonly string[]
  readonly schedule?: (work: () => void, delayMs: number) => () => void
}

/** Rows brought up to date in one step: a few ms. */
const stepRows = 40

/** Between two revisions of the lists, in ms: the page reads what it shows anew with each, and orders of all rows are made. */
const leastPauseMs = 500
const pausePerRowMs = 0.02

/** A few seconds into the run: what a process that was killed, or a repair, left to be grouped. */
const startDelayMs = 3000

/** The library has been as it is for so long before lists are made ahead, in ms: while a scan goes on they would be in vain. */
const warmDelayMs = 3000

/** Builds the lists over the store. Reads nothing in the first seconds until it is asked. */
export function createLibraryIndex(options: LibraryIndexOptions): LibraryIndex {
  const { store, onChange, schedule = later } = options
  let revision = 1
  let generation = store.generation()
  let state = emptyState(store)
  let cancelTimer: (() => void) | undefined
  let work: Promise<void> | undefined
  let cancelWarming: (() => void) | undefined
  const cancelStart = schedule(() => {
    if ((store.numbers('SELECT count(*) FROM library_stale')[0] ?? 0) > 0) changed()
    else warmLater()
  }, startDelayMs)
  const closing = new AbortController()

  function renew(): void {
    revision += 1
    state = emptyState(store)
  }

  /** The lists as they are now; anew when a damaged database was replaced. */
  function current(): ListState {
    if (store.generation() !== generation) {
      generation = store.generation()
      renew()
    }
    return state
  }

  async function update(): Promise<void> {
    await store.room()
    while (!closing.signal.aborted && regroupSome(store, stepRows)) {
      await breath()
      await store.room()
    }
    if (closing.signal.aborted) return
    renew()
    onChange(await summary())
    warmLater()
  }

  function warmLater(): void {
    cancelWarming?.()
    cancelWarming = schedule(() => {
      const mine = current()
      const isWanted = (): boolean => state === mine && cancelTimer === undefined && !closing.signal.aborted
      // What cannot be read now is read when it is asked for.
      warmLists(index, isWanted).catch(() => undefined)
    }, warmDelayMs)
  }

  async function summary(): Promise<LibrarySummary> {
    const { tracks } = current()
    const answered = revision
    return readSummary(store, answered, await tracks.totalMs())
  }

  function changed(): void {
    if (cancelTimer !== undefined || closing.signal.aborted) return
    // Nearly their number, and known without counting them.
    const rows = store.numbers('SELECT ifnull(max(row_id), 0) FROM library_track')[0] ?? 0
    cancelTimer = schedule(
      () => {
        cancelTimer = undefined
        // What could not be written (a full disk) stays noted; the next change tries again.
        work = (work ?? Promise.resolve()).then(update).catch(() => undefined)
      },
      Math.max(leastPauseMs, rows * pausePerRowMs),
    )
  }

  async function idsOf(scope: NamedScope): Promise<readonly string[]> {
    if (scope.kind === 'found') return options.foundTrackIds?.(scope.id) ?? []
    const ofPlaylist = scope.kind === 'playlist' ? await options.playlistTrackIds?.(scope.id) : undefined
    return ofPlaylist ?? readNamed(store, scope)
  }

  async function namedTracks(query: TrackQuery): Promise<{ readonly trackIds: readonly string[]; totalMs: number }> {
    if (!isNamedScope(query.scope)) return { trackIds: [], totalMs: 0 }
    const { scope } = query
    const ids = await idsOf(scope)
    // Likes and playlists change without the library: their ids say whether what is remembered still holds.
    const key = `${JSON.stringify(query)} ${JSON.stringify(ids)}`
    return current().named.get(key, () => readNamedList(store, ids, query))
  }

  const index: LibraryIndex = {
    changed,
    regroup() {
      while (regroupSome(store, stepRows));
    },
    async settled() {
      await work
    },
    summary,
    async tracks({ query, range }) {
      const { tracks } = current()
      const answered = revision
      if (!isLibraryQuery(query)) {
        const { trackIds, totalMs } = await namedTracks(query)
        const rows = await rowsOf(trackIds.slice(range.from, range.to), (some) => readTracks(store, some))
        return { revision: answered, total: trackIds.length, totalMs, rows }
      }
      const { rowIds, totalMs } = await tracks.list(query)
      const wanted = [...rowIds.subarray(range.from, range.to)]
      const rows = await rowsOf(wanted, (some) => readLibraryRows(store, some))
      return { revision: answered, total: rowIds.length, totalMs, rows }
    },
    async albums({ query, range }) {
      const { albums } = current()
      const answered = revision
      const ids = await albums.get(JSON.stringify(query), () => Promise.resolve(albumRowIds(store, query)))
      return { revision: answered, total: ids.length, rows: albumsAt(store, ids.slice(range.from, range.to)) }
    },
    async artists({ query, range }) {
      const { artists } = current()
      const answered = revision
      const ids = await artists.get(JSON.stringify(query), () => Promise.resolve(artistRowIds(store, query)))
      return { revision: answered, total: ids.length, rows: artistsAt(store, ids.slice(range.from, range.to)) }
    },
    album: (id) => readAlbum(store, id),
    artist: (id) => readArtist(store, id),
    subfolders: async (path) => [...(await readSubfolders(store, path, current().folders))],
    newAlbums: (limit) => readNewAlbums(store, limit),
    close() {
      closing.abort()
      cancelStart()
      cancelWarming?.()
      cancelTimer?.()
    },
  }
  return index
}

type ListState = ReturnType<typeof emptyState>

function emptyState(store: Store) {
  return {
    tracks: createTrackLists(store),
    named: createCache<{ readonly trackIds: readonly string[]; readonly totalMs: number }>(8),
    albums: createCache<readonly number[]>(8),
    artists: createCache<readonly number[]>(8),
    folders: createCache<readonly Subfolder[]>(24),
  }
}

/** Tracks read in one go: some 3 ms. */
const rowsAtOnce = 100

/** Reads tracks. One whose description is damaged cannot be shown; it comes back when its file is read again. */
async function rowsOf<Id>(
  ids: readonly Id[],
  read: (some: readonly Id[]) => readonly (Track | undefined)[],
): Promise<Track[]> {
  const rows: Track[] = []
  await inSlices(ids, rowsAtOnce, (some) => {
    for (const track of read(some)) if (track !== undefined) rows.push(track)
  })
  return rows
}

function later(work: () => void, delayMs: number): () => void {
  const timer = setTimeout(work, delayMs)
  timer.unref()
  return () => clearTimeout(timer)
}
