import { FailureError, failure } from '../../../../src/contract/index.ts'
import type { ImportFormat } from '../../../../src/imports/index.ts'

/** One entry of a list in a file: what is told of a recording, by words, codes and addresses. */
export interface ImportedRow {
  /** An episode is talk; of what is `unreadable` the file tells nothing that could be looked for. */
  readonly kind: 'track' | 'local' | 'episode' | 'unreadable'
  /** Where no artists are told it may hold both, as "Artist - Title". */
  readonly title: string
  /** The main one first; one text may name several where the file does not keep them apart. */
  readonly artists: readonly string[]
  readonly album: string | null
  readonly durationMs: number | null
  readonly isrc: string | null
  readonly isExplicit: boolean | null
  /** Spotify's id of it: 22 characters of which the case counts. */
  readonly spotifyId: string | null
  /** An address or path where it lies, as it is written. */
  readonly location: string | null
  /** Ms since the epoch. */
  readonly addedAtMs: number | null
}

/** A row of which nothing is known. */
export const emptyRow: ImportedRow = {
  kind: 'track',
  title: '',
  artists: [],
  album: null,
  durationMs: null,
  isrc: null,
  isExplicit: null,
  spotifyId: null,
  location: null,
  addedAtMs: null,
}

/** A list of a file. Two of the same name in a file that tells them apart are two lists. */
export interface ImportedList {
  readonly of: 'playlist' | 'liked'
  /** Null where the file does not say. */
  readonly name: string | null
  readonly rows: readonly ImportedRow[]
}

/** What a file turned out to be. */
export interface ImportedFile {
  readonly format: ImportFormat
  readonly lists: readonly ImportedList[]
  /** Albums and artists that were listed beside songs: they are no lists of songs. */
  readonly leftOut: number
  /** Most tracks come without a code and without a length: finding the right recording is a matter of words alone. */
  readonly isWeak: boolean
}

/** What readers find, piece by piece. Null is a moment to let others run. */
export type ImportPart =
  | {
      readonly kind: 'row'
      /** Tells the file's lists apart; rows of one list may come between those of others. */
      readonly list: string
      readonly row: ImportedRow
    }
  /** Names a list, before its rows; one without rows is none. */
  | { readonly kind: 'list'; readonly list: string; readonly of: 'playlist' | 'liked'; readonly name: string | null }
  | { readonly kind: 'left-out'; readonly count: number }
  | null

/** A row, or what it is where nothing can be looked for by it. */
export function checkedRow(row: ImportedRow): ImportedRow {
  const isKnown = row.title !== '' || row.spotifyId !== null || row.location !== null || row.isrc !== null
  return isKnown || row.kind === 'episode' ? row : { ...row, kind: 'unreadable' }
}

/** Nothing in this file is understood. */
export function unreadable(): FailureError {
  return new FailureError(failure('import-file-unreadable'))
}
