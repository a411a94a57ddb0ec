import { partsOf } from './location.ts'

/** Tracks whose paths end alike. */
export interface Trail {
  readonly trackIds: readonly string[]
  /** How many folders and names at the end are equal. */
  readonly depth: number
}

/** Finds tracks by the end of their paths, for music that was moved as a whole. */
export interface TrailIndex {
  add(trackId: string, path: string): void
  /** Those with the longest common end; none when not even the file's name is known. */
  find(parts: readonly string[]): Trail
}

/** So many folders and names at the end of a path are compared. */
const deepest = 4

/** Keeps only tracks whose file names are among those `wanted`. */
export function createTrailIndex(wanted: Iterable<readonly string[]>): TrailIndex {
  const names = new Set<string>()
  for (const parts of wanted) names.add(parts.at(-1) ?? '')
  const byEnd = new Map<string, string[]>()
  return {
    add(trackId, path) {
      const parts = partsOf(path)
      if (!names.has(parts.at(-1) ?? '')) return
      for (let depth = 1; depth <= Math.min(deepest, parts.length); depth += 1) {
        const end = parts.slice(-depth).join('/')
        const known = byEnd.get(end)
        if (known === undefined) byEnd.set(end, [trackId])
        else known.push(trackId)
      }
    },
    find(parts) {
      for (let depth = Math.min(deepest, parts.length); depth > 0; depth -= 1) {
        const trackIds = byEnd.get(parts.slice(-depth).join('/'))
        if (trackIds !== undefined) return { trackIds, depth }
      }
      return { trackIds: [], depth: 0 }
    },
  }
}
