import { breath } from '../../turns.ts'
import { longestText } from '../normalise/index.ts'
import { prepareWanted, scorePrepared, type PreparedWanted } from '../score/index.ts'
import type { Candidate, Decision, MatchOptions, ScoredCandidate, WantedRecording } from '../types.ts'
import { decide } from './decide.ts'

/** Scores one candidate, for lists that a person chooses from and for anything else that has title, artists and length. */
export function scoreCandidate<Kind extends Candidate>(
  wanted: WantedRecording,
  candidate: Kind,
): ScoredCandidate<Kind> {
  return scorePrepared(prepareWanted(wanted), candidate)
}

/** Decides which of the candidates is the wanted recording, if any. */
export function matchRecording<Kind extends Candidate>(
  wanted: WantedRecording,
  candidates: readonly Kind[],
  options: MatchOptions = {},
): Decision<Kind> {
  return matchPrepared(prepareWanted(wanted), candidates, options)
}

/** The same for a recording that was prepared, when candidates come more than once. */
export function matchPrepared<Kind extends Candidate>(
  wanted: PreparedWanted,
  candidates: readonly Kind[],
  options: MatchOptions = {},
): Decision<Kind> {
  const scored = candidates.map((candidate) => scorePrepared(wanted, candidate))
  return decide(wanted, scored, options)
}

/** A wanted recording with what was found for it. */
export interface MatchTask<Kind extends Candidate> {
  readonly wanted: WantedRecording
  readonly candidates: readonly Kind[]
  readonly options?: MatchOptions
}

/** What a stretch of work may cost, in characters of titles and names: some milliseconds. */
const stretch = 6000
/** What a candidate costs beside its characters. */
const perCandidate = 60

/** Decides many, in their order, in slices between which everything else has its turn. */
export async function* matchAll<Kind extends Candidate>(
  tasks: Iterable<MatchTask<Kind>> | AsyncIterable<MatchTask<Kind>>,
): AsyncGenerator<Decision<Kind>> {
  let spent = 0
  for await (const { wanted, candidates, options } of tasks) {
    const prepared = prepareWanted(wanted)
    const scored: ScoredCandidate<Kind>[] = []
    for (const candidate of candidates) {
      if (spent > stretch) {
        await breath()
        spent = 0
      }
      scored.push(scorePrepared(prepared, candidate))
      const letters = candidate.artists.reduce((sum, name) => sum + Math.min(name.length, longestText), 0)
      spent += perCandidate + Math.min(candidate.title.length, longestText) + letters
    }
    yield decide(prepared, scored, options ?? {})
  }
}
