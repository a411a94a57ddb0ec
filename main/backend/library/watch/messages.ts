/** Something that happened in a watched folder. */
export interface Touched {
  readonly path: string
  /** It is a folder, or it is gone and may have been one: all below it is to be looked at. */
  readonly deep: boolean
}

/** Main thread → worker: these folders, and no others. */
export interface WatchOrder {
  readonly roots: readonly string[]
  /** Events are collected until there was none for so long, in ms. */
  readonly quietMs: number
}

/** Worker → main thread. */
export type WatchMessage =
  | { readonly kind: 'touched'; readonly touched: readonly Touched[] }
  /** Folders that cannot be watched: too many of them, a disk elsewhere, or none at all. */
  | { readonly kind: 'unwatched'; readonly roots: readonly string[] }
