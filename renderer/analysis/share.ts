import type { HeardPosition } from '../player/engine/types.ts'
import type { PlayerStatus } from '../player/controller/types.ts'

/** Nothing is measured this long after the start, in ms: others have more to do then. */
const afterStartMs = 20_000
/** Nor this long after a seek, a start of a track or a change of what follows: something may be loading. */
const afterDisturbanceMs = 10_000
/** Less decoded ahead than this, in ms, and the decoder needs the processor more. */
const aheadMs = 10_000
/** Share of one core while music plays, and while none does. */
const whilePlaying = 0.25
const whileResting = 0.5

/** What decides how much measuring may do. Times in ms of one clock. */
export interface Surroundings {
  readonly nowMs: number
  readonly startedMs: number
  /** When something was last begun that may still be loading. */
  readonly disturbedMs: number
  readonly status: PlayerStatus['kind']
  readonly wantsPlay: boolean
  readonly position: Pick<HeardPosition, 'positionMs' | 'durationMs' | 'bufferedToMs'>
}

/** The share of one core that measuring may take now; 0 where it must stand still. */
export function shareOf({ nowMs, startedMs, disturbedMs, status, wantsPlay, position }: Surroundings): number {
  if (nowMs - startedMs < afterStartMs || nowMs - disturbedMs < afterDisturbanceMs) return 0
  if (status === 'loading' || status === 'stalled') return 0
  if (!wantsPlay) return whileResting
  const { positionMs, durationMs, bufferedToMs } = position
  // At the end of a track there is no more to decode; a length may be off by a little.
  const wantedMs = Math.min(positionMs + aheadMs, (durationMs ?? Number.POSITIVE_INFINITY) - 500)
  return bufferedToMs >= wantedMs ? whilePlaying : 0
}
