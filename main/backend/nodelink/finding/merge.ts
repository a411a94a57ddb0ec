import type { Track } from '../../../../src/music/index.ts'

/**
 * Puts together what several sources found: the best of each in turn. A recording that was there already, by ISRC or as the
 * same track, is left out, also of what is merged later.
 */
export function createMerge(): (found: readonly (readonly Track[])[]) => readonly Track[] {
  const seen = new Set<string>()
  const isNew = ({ id, isrc }: Track): boolean => {
    const names = isrc === null ? [id] : [id, isrc]
    const isKnown = names.some((name) => seen.has(name))
    for (const name of names) seen.add(name)
    return !isKnown
  }
  return (found) => {
    const rounds = Math.max(0, ...found.map((tracks) => tracks.length))
    return Array.from({ length: rounds }, (_round, at) => found.flatMap((tracks) => tracks[at] ?? []))
      .flat()
      .filter(isNew)
  }
}
