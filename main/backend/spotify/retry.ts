import { OutboundError } from '../outbound/index.ts'
import { pause, type SpotifyClock } from './clock.ts'

/** Tries of one request, at most. */
export const tries = 3
/** Rest after the first failure, which doubles, in ms. */
const firstRestMs = 500

/** Rests before the next try: longer each time, and for no two askers equally long. `failures`: 1 after the first. */
export function restAfter(
  failures: number,
  parts: { readonly clock: SpotifyClock; readonly random: () => number; readonly signal: AbortSignal },
): Promise<void> {
  return pause(parts.clock, firstRestMs * 2 ** (failures - 1) * (0.5 + parts.random()), parts.signal)
}

/** Whether the same request may go better the next time. */
export function isPassing(error: unknown): boolean {
  return error instanceof OutboundError && (error.reason === 'unreachable' || error.reason === 'timed-out')
}
