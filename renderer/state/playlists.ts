import { atom } from 'jotai'
import type { CallOutput } from '../../src/contract/index.ts'
import type { PlaylistSummary } from '../../src/library/index.ts'

/** Playlists in the order of the rail; null until they arrived. */
export const playlistsAtom = atom<readonly PlaylistSummary[] | null>(null)

/** The playlist whose name is being written in its page's head. */
export const renamingPlaylistAtom = atom<string | null>(null)

/** One row of a playlist. */
export type PlaylistEntry = CallOutput<'playlists.entries'>['rows'][number]

/** Rows of the playlist on screen. `complete` is false while further blocks are on their way. */
export interface PlaylistRows {
  readonly id: string
  readonly entries: readonly PlaylistEntry[]
  readonly total: number
  readonly complete: boolean
}

/** Rows that the page of a playlist asks for first: more than a screen holds, few enough to be there at once. */
export const playlistFirstRows = { from: 0, to: 60 }

/** Rows of the playlist whose page is open; null when none is, or nothing of it has come yet. */
export const playlistRowsAtom = atom<PlaylistRows | null>(null)

/** Grows with every change that is shown before the backend answered: rows that were asked for before it are out of date. */
export const playlistEditsAtom = atom(0)

/** What the editor of smart playlists is about: a new one, or one that exists; null while it is closed. */
export const smartDraftAtom = atom<{ readonly id: string | null } | null>(null)

/** The playlist file that was read last, and what in it was not found, as the file names it. */
export const importedAtom = atom<{ readonly name: string; readonly missing: readonly string[] }>({
  name: '',
  missing: [],
})
