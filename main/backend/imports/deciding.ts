import { type Failure, FailureError } from '../../../src/contract/index.ts'
import type { Track } from '../../../src/music/index.ts'
import {
  type Candidate,
  type Decision,
  matchPrepared,
  prepareWanted,
  queriesFor,
  titleAlone,
} from '../matching/index.ts'
import type { NodeFinder } from '../nodelink/finding/index.ts'
import type { TrackLookup } from '../search/index.ts'
import { breath } from '../turns.ts'
import type { MatchMemory } from './memory.ts'
import { candidateOf, chosenByPerson, leftOut, type Settled, settledBy } from './outcome.ts'
import { keysOf, recordingOf, type Wanted } from './wanted.ts'

export interface DecidingParts {
  readonly memory: MatchMemory
  readonly lookup: TrackLookup
  readonly finder: NodeFinder
  /** Tracks in the order of the ids, once each. */
  readonly tracksByIds: (ids: readonly string[]) => readonly Track[]
}

/** What a row came to. */
export interface Decided {
  readonly settled: Settled
  /** A person said so, for this recording, earlier or elsewhere. */
  readonly isDecided: boolean
  /** Why no server could be asked although one might have had it. */
  readonly missed: Failure | null
}

/** Tracks of the library that one way of looking brings at most. */
const mostOfLibrary = 40

/**
 * Decides which recording is wanted: what a person said of it, then what was found for it before, then the library, and the person's servers
 * for what none of these has. A server that cannot be asked leaves the library's answer. Rejects for `signal`.
 */
export async function decideRow(wanted: Wanted, parts: DecidingParts, signal: AbortSignal): Promise<Decided> {
  const { memory, finder, tracksByIds } = parts
  const { decided, foundId, refusedIds } = memory.recall(keysOf(wanted))
  if (decided?.trackId === null) return { settled: leftOut, isDecided: true, missed: null }
  if (decided !== null && tracksByIds([decided.trackId]).length > 0)
    return { settled: chosenByPerson(decided.trackId), isDecided: true, missed: null }

  const recording = recordingOf(wanted)
  const prepared = prepareWanted(recording)
  const decide = (candidates: Iterable<Candidate>): Decision =>
    matchPrepared(prepared, [...candidates], { rejectedIds: refusedIds })
  const byRules = (settled: Settled, missed: Failure | null = null): Decided => ({ settled, isDecided: false, missed })

  if (foundId !== null) {
    const before = decide(tracksByIds([foundId]).filter(isThere).map(candidateOf))
    if (before.kind === 'match') return byRules(settledBy(before, true))
  }
  const candidates = new Map<string, Candidate>()
  for (const track of tracksByIds(inLibrary(wanted, parts.lookup)).filter(isThere))
    candidates.set(track.id, candidateOf(track))
  await breath()
  signal.throwIfAborted()
  let decision = decide(candidates.values())
  if (decision.kind === 'match' || !finder.isThere()) return byRules(settledBy(decision, false))
  try {
    for await (const found of finder.find(queriesFor(recording), signal)) {
      for (const track of found) candidates.set(track.id, candidateOf(track))
      await breath()
      decision = decide(candidates.values())
      if (decision.kind === 'match') break
    }
  } catch (error) {
    if (signal.aborted || !(error instanceof FailureError)) throw error
    return byRules(settledBy(decision, false), error.failure)
  }
  return byRules(settledBy(decision, false))
}

/**
 * Whatever of the library holds the words: all of them anywhere, or the title's in a title, for artists that are written otherwise; also without
 * what names a version: that there are only others is worth saying.
 */
function inLibrary(wanted: Wanted, lookup: TrackLookup): readonly string[] {
  const recording = recordingOf(wanted)
  const texts = queriesFor({ ...recording, isrc: null }).map(({ text }) => text)
  const found = new Set(texts.flatMap((text) => lookup.withWords(text, mostOfLibrary)))
  const titles = [wanted.title, titleAlone(wanted.title)].flatMap((title) =>
    queriesFor({ title, artists: [] }).slice(0, 1),
  )
  for (const text of new Set(titles.map((query) => query.text)))
    for (const id of lookup.withWords(text, mostOfLibrary, 'title')) found.add(id)
  return [...found]
}

function isThere({ missing }: Track): boolean {
  return !missing
}
