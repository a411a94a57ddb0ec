export { matchAll, matchPrepared, matchRecording, scoreCandidate, type MatchTask } from './match.ts'
export { queriesFor, titleAlone, type MatchQuery } from './queries.ts'
