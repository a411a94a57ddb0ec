/** A page of the centre. `collection` is an album or a set of opened files; `album`, `artist` and `folder` are of the library. */
export type Page =
  | { readonly kind: 'home' }
  | { readonly kind: 'search' }
  | { readonly kind: 'library'; readonly tab: LibraryTab }
  | { readonly kind: 'album'; readonly id: string }
  | { readonly kind: 'artist'; readonly id: string }
  /** Everything below a folder, by its absolute path. */
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'collection'; readonly id: string }
  | { readonly kind: 'playlist'; readonly id: string }
  | { readonly kind: 'imports' }
  /** One import, and which of its rows are shown. */
  | { readonly kind: 'import'; readonly id: string; readonly show: ImportShow }
  | { readonly kind: 'settings'; readonly section: SettingsSection }

export type SettingsSection =
  | 'folders'
  | 'nodelink'
  | 'spotify'
  | 'playback'
  | 'appearance'
  | 'shortcuts'
  | 'storage'
  | 'about'

export type LibraryTab = 'playlists' | 'liked' | 'albums' | 'artists' | 'tracks' | 'folders'

/** Rows of an import by what they came to. */
export type ImportShow = 'all' | 'open' | 'matched' | 'review' | 'none' | 'skipped'

/** Where the person is and where they have been, like a browser's own history. */
export interface PageHistory {
  readonly pages: readonly Page[]
  readonly at: number
}

export const firstHistory: PageHistory = { pages: [{ kind: 'home' }], at: 0 }

/** True when both show the same page. */
export function samePage(one: Page, other: Page): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The page on screen. */
export function pageOf(history: PageHistory): Page {
  return history.pages[history.at] ?? { kind: 'home' }
}

/**
 * Opens a page: what lay ahead is forgotten. The page on screen again is no step; sections of settings share one step, and
 * so do tabs of the library and parts of an import.
 */
export function visit(history: PageHistory, page: Page): PageHistory {
  const current = pageOf(history)
  if (samePage(current, page)) return history
  const until = isPartOfSame(current, page) ? history.at : history.at + 1
  return { pages: [...history.pages.slice(0, until), page], at: until }
}

function isPartOfSame(one: Page, other: Page): boolean {
  if (one.kind === 'import' && other.kind === 'import') return one.id === other.id
  return one.kind === other.kind && (one.kind === 'settings' || one.kind === 'library')
}

/** Moves by `steps` (negative: back), as far as there are pages. */
export function travel(history: PageHistory, steps: number): PageHistory {
  const at = Math.min(history.pages.length - 1, Math.max(0, history.at + steps))
  return at === history.at ? history : { ...history, at }
}
