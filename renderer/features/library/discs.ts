import type { Track } from '../../../src/music/index.ts'

/** Words above the first track of each disc; for an album of one disc there are none. */
export function discHeading(
  tracks: readonly Track[],
  words: (disc: number) => string,
): (index: number) => string | null {
  const discs = tracks.map((track) => track.discNumber ?? 1)
  if (new Set(discs).size < 2) return () => null
  return (index) => {
    const disc = discs[index]
    return disc === undefined || disc === discs[index - 1] ? null : words(disc)
  }
}
