import type { Failure } from '../../../src/contract/index.ts'
import type { EngineState } from '../engine/types.ts'
import type { PlayerStatus } from './types.ts'

/** What the status follows from. */
export interface StatusFacts {
  readonly hasCurrent: boolean
  readonly wantsPlay: boolean
  readonly isElsewhere: boolean
  readonly stoppedBy: Failure | null
  readonly engine: EngineState
}

/** The status that the transport shows. What the person asked for counts before what the engine has come to. */
export function statusOf(facts: StatusFacts): PlayerStatus {
  if (!facts.hasCurrent) return { kind: 'idle' }
  if (facts.isElsewhere) return { kind: 'elsewhere' }
  if (facts.stoppedBy !== null) return { kind: 'stopped', error: facts.stoppedBy }
  if (!facts.wantsPlay) return { kind: 'paused' }
  switch (facts.engine.kind) {
    case 'stalled':
      return { kind: 'stalled' }
    case 'playing':
    case 'paused':
      return { kind: 'playing' }
    case 'loading':
    case 'empty':
    case 'ended':
    case 'failed':
      return { kind: 'loading' }
    default:
      return facts.engine satisfies never
  }
}
