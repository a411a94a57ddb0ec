/** What tells recordings apart. */
export interface Recording {
  readonly trackId: string
  readonly isrc: string | null
  /** Folded title and artists; null where there are not both, for then nothing can be said. */
  readonly words: string | null
  readonly durationMs: number | null
}

/** Two files of one recording differ by so much at most: silence at the ends, an encoder's padding. */
const toleranceMs = 2000

/**
 * Recognises recordings that were there before: the same track, the same ISRC, or the same title and artists at about the
 * same length. Cost per recording does not grow with their number.
 */
export interface RecordingIndex<Key> {
  /** The key of the first recording that this one repeats; undefined (and it is remembered) when it is a new one. */
  firstOf(recording: Recording, key: Key): Key | undefined
}

/** Starts without recordings. */
export function createRecordingIndex<Key>(): RecordingIndex<Key> {
  const byTrack = new Map<string, Key>()
  const byIsrc = new Map<string, Key>()
  /** Those of the same words, by length in steps of the tolerance: what may be equal lies in a step or beside it. */
  const byWords = new Map<string, { readonly durationMs: number; readonly key: Key }>()

  const stepKey = (words: string, step: number): string => `${step}\0${words}`

  function byLength(words: string, durationMs: number): Key | undefined {
    const step = Math.floor(durationMs / toleranceMs)
    for (const near of [step, step - 1, step + 1]) {
      const found = byWords.get(stepKey(words, near))
      if (found !== undefined && Math.abs(found.durationMs - durationMs) <= toleranceMs) return found.key
    }
    return undefined
  }

  return {
    firstOf({ trackId, isrc, words, durationMs }, key) {
      const hasWords = words !== null && durationMs !== null
      const first =
        byTrack.get(trackId) ??
        (isrc === null ? undefined : byIsrc.get(isrc)) ??
        (hasWords ? byLength(words, durationMs) : undefined)
      // What repeats one is known under its own track and ISRC too, but its length does not widen the tolerance.
      if (!byTrack.has(trackId)) byTrack.set(trackId, first ?? key)
      if (isrc !== null && !byIsrc.has(isrc)) byIsrc.set(isrc, first ?? key)
      if (first === undefined && hasWords) {
        byWords.set(stepKey(words, Math.floor(durationMs / toleranceMs)), { durationMs, key })
      }
      return first
    },
  }
}
