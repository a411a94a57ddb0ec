import { createHash } from 'node:crypto'

/** Lists that links led to, for as long as the app runs: a page reads them row by row. */
export interface FoundLists {
  /** Remembers a list; the same link has the same id. */
  put(url: string, trackIds: readonly string[]): string
  /** Its tracks; empty for one that is forgotten. */
  trackIds(listId: string): readonly string[]
}

/** Lists that are remembered at the same time. */
const mostLists = 20

export function createFoundLists(): FoundLists {
  const lists = new Map<string, readonly string[]>()
  return {
    put(url, trackIds) {
      const listId = createHash('sha256').update(url).digest('base64url').slice(0, 22)
      lists.delete(listId)
      lists.set(listId, trackIds)
      for (const oldest of lists.keys()) {
        if (lists.size <= mostLists) break
        lists.delete(oldest)
      }
      return listId
    },
    trackIds: (listId) => lists.get(listId) ?? [],
  }
}
