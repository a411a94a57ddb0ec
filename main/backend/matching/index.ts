export {
  matchAll,
  matchPrepared,
  matchRecording,
  queriesFor,
  scoreCandidate,
  titleAlone,
  type MatchQuery,
  type MatchTask,
} from './decide/index.ts'
export { acceptLine, prepareWanted, reviewLine, ruleVersion, type PreparedWanted } from './score/index.ts'
export type {
  Candidate,
  Decision,
  MatchOptions,
  NoMatchReason,
  Reason,
  ReviewReason,
  ScoredCandidate,
  ScoreParts,
  WantedRecording,
} from './types.ts'
export type { VersionTag } from './versions/index.ts'
