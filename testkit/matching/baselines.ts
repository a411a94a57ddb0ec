import type { Matcher } from './figures.ts'

/** Takes whatever the search put first. */
export const firstHit: Matcher = (_wanted, candidates) => candidates[0] ?? null

/** Above this, of 1, a candidate is taken. Chosen as the best for F1 on the tune half among steps of 0.05. */
const acceptLine = 0.7

/**
 * What a plain importer does: words of "artist title" against words of "channel title" as sets, with spotDL's curve for
 * the length where both are known. A re-implementation of the idea, not of any program.
 */
export const tokenSetRatio: Matcher = (wanted, candidates) => {
  let best = null
  let bestScore = acceptLine
  for (const candidate of candidates) {
    const text = ratio(
      `${wanted.artists.join(' ')} ${wanted.title}`,
      `${candidate.artists.join(' ')} ${candidate.title}`,
    )
    const seconds = Math.abs((wanted.durationMs ?? 0) - (candidate.durationMs ?? 0)) / 1000
    const isKnown = typeof wanted.durationMs === 'number' && typeof candidate.durationMs === 'number'
    const score = isKnown ? (text + Math.exp(-0.1 * seconds)) / 2 : text
    if (score <= bestScore) continue
    best = candidate
    bestScore = score
  }
  return best
}

function ratio(one: string, other: string): number {
  const [here, there] = [wordsOf(one), wordsOf(other)]
  const shared = [...here].filter((word) => there.has(word)).length
  // The subset scores whole, as in the usual token set ratio.
  return shared / Math.max(1, Math.min(here.size, there.size))
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu))
}
