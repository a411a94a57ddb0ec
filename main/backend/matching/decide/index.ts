export { matchAll, matchPrepared, matchRecording, scoreCandidate, type MatchTask } from './match.ts'
export { queriesFor, type MatchQuery } from './queries.ts'
