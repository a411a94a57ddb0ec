import type { PlaylistSummary } from '../../../src/library/index.ts'
import type { Store } from '../store/index.ts'
import { createFactsCache } from './facts.ts'
import type { SmartLists } from './smart/index.ts'
import { type StoredPlaylist, readEntries } from './stored.ts'

/** A row of a playlist. */
export interface ListedEntry {
  /** The track's id in a smart playlist. */
  readonly entryId: string
  readonly trackId: string
  /** Unix time in ms. */
  readonly addedAt: number
}

/** A playlist as it can be shown: entries whose track is gone are left out. */
export interface PlaylistList {
  /** Grows with every change of what the rows show. */
  readonly revision: number
  readonly entries: readonly ListedEntry[]
}

/** What is shown of playlists, kept in memory until something changes. */
export interface PlaylistLists {
  list(playlist: StoredPlaylist): Promise<PlaylistList>
  summary(playlist: StoredPlaylist): Promise<PlaylistSummary>
  /** The playlist's own entries or rules changed. */
  changed(playlistId: string): void
  /** Tracks came, went or changed. */
  tracksChanged(): void
  /** These tracks turned out to be gone. */
  tracksGone(trackIds: readonly string[]): void
}

interface Loaded extends PlaylistList {
  readonly key: string
  readonly epoch: number
  readonly summary: Pick<PlaylistSummary, 'trackCount' | 'durationMs' | 'coverPaths'>
}

/** Lists kept whole; of the others only the summaries. */
const keptLists = 8
/** Covers in a collage. */
const collageSize = 4
/** More entries than any list has. */
const wholeList = 1_000_000
/** Attempts to load a list that changes while it is loaded, before what was found is good enough. */
const attempts = 3

/** Lists over the store. Revisions begin at `firstRevision`: above those of an earlier run that a page may remember. */
export function createPlaylistLists(options: {
  readonly store: Store
  readonly firstRevision: number
  readonly smart: Pick<SmartLists, 'rows' | 'key'>
}): PlaylistLists {
  const { store, smart } = options
  const facts = createFactsCache(store)
  const lists = new Map<string, Loaded>()
  const summaries = new Map<string, Pick<Loaded, 'key' | 'summary'>>()
  const loading = new Map<string, { readonly key: string; readonly result: Promise<Loaded> }>()
  const versions = new Map<string, number>()
  let revision = options.firstRevision
  let epoch = 0

  const keyOf = (playlist: StoredPlaylist): string =>
    [
      store.generation(),
      epoch,
      versions.get(playlist.id) ?? 0,
      playlist.rules === null ? '' : smart.key(playlist.rules),
    ].join('/')

  const rowsOf = (playlist: StoredPlaylist, entriesAtOnce?: number): Promise<ListedEntry[]> =>
    playlist.rules === null ? readEntries(store, playlist.id, entriesAtOnce) : smart.rows(playlist.id, playlist.rules)

  async function build(playlist: StoredPlaylist): Promise<Loaded> {
    for (let attempt = 1; ; attempt += 1) {
      const key = keyOf(playlist)
      const startedIn = epoch
      // A list that goes on changing is read in one go at last: an entry that moves between two would be there twice.
      const rows = await rowsOf(playlist, attempt < attempts ? undefined : wholeList)
      await facts.learn(rows.map(({ trackId }) => trackId))
      if (keyOf(playlist) !== key && attempt < attempts) continue
      const entries = rows.filter(({ trackId }) => facts.get(trackId) !== null)
      const before = lists.get(playlist.id)
      const isSame = before !== undefined && before.epoch === startedIn && sameEntries(before.entries, entries)
      if (!isSame) revision += 1
      return {
        key,
        epoch: startedIn,
        revision: isSame ? before.revision : revision,
        entries,
        summary: summarise(entries),
      }
    }
  }

  function summarise(entries: readonly ListedEntry[]): Loaded['summary'] {
    let durationMs = 0
    const coverPaths = new Set<string>()
    for (const { trackId } of entries) {
      const fact = facts.get(trackId)
      durationMs += fact?.durationMs ?? 0
      if (coverPaths.size < collageSize && fact?.coverPath) coverPaths.add(fact.coverPath)
    }
    return { trackCount: entries.length, durationMs, coverPaths: [...coverPaths] }
  }

  async function load(playlist: StoredPlaylist): Promise<Loaded> {
    const { id } = playlist
    const key = keyOf(playlist)
    const known = lists.get(id)
    if (known?.key === key) {
      keep(id, known)
      return known
    }
    const running = loading.get(id)
    if (running?.key === key) return running.result
    const result = build(playlist)
    loading.set(id, { key, result })
    try {
      const loaded = await result
      keep(id, loaded)
      return loaded
    } finally {
      if (loading.get(id)?.result === result) loading.delete(id)
    }
  }

  /** The lists asked for last stay. */
  function keep(id: string, loaded: Loaded): void {
    summaries.set(id, loaded)
    lists.delete(id)
    lists.set(id, loaded)
    for (const oldest of lists.keys()) {
      if (lists.size <= keptLists) break
      lists.delete(oldest)
    }
  }

  return {
    list: load,
    async summary(playlist) {
      const known = summaries.get(playlist.id)
      const { summary } = known?.key === keyOf(playlist) ? known : await load(playlist)
      return { ...playlist, ...summary }
    },
    changed(playlistId) {
      versions.set(playlistId, (versions.get(playlistId) ?? 0) + 1)
    },
    tracksChanged() {
      epoch += 1
      facts.forget()
    },
    tracksGone(trackIds) {
      epoch += 1
      facts.forget(trackIds)
    },
  }
}

function sameEntries(some: readonly ListedEntry[], others: readonly ListedEntry[]): boolean {
  const isSame = ({ entryId, trackId }: ListedEntry, other: ListedEntry | undefined): boolean =>
    entryId === other?.entryId && trackId === other.trackId
  return some.length === others.length && some.every((entry, index) => isSame(entry, others[index]))
}
