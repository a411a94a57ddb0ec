import { FailureError } from '../../../../src/contract/index.ts'
import { createUrgencyQueue } from '../../outbound/index.ts'
import type { SpotifyClock } from '../clock.ts'
import { failureOfClosure } from '../failures.ts'
import { type Closure, isWaitedFor, Pace, type PaceLimits, type PaceMemory, type Urgency, urgencies } from './pace.ts'

/** What an answer says about the pace. */
export type PaceAnswer =
  | { readonly kind: 'fine' }
  /** 429. `retryAfterMs`: as it was said, null where it was not. */
  | { readonly kind: 'tooMany'; readonly why: Closure['why']; readonly retryAfterMs: number | null }

/** Lets requests to Spotify out one at a time, at the pace it bears, the most urgent first. */
export interface Governor {
  /**
   * Runs `work` when its turn has come. Rejects with `cancelled` when `signal` aborts while it waits (nothing is sent then), and with
   * `spotify-blocked` or `spotify-quota-exceeded` at once while Spotify lets nobody in for longer than anybody waits.
   */
  run<Value>(
    urgency: Urgency,
    signal: AbortSignal,
    work: () => Promise<{ readonly value: Value; readonly answer: PaceAnswer }>,
  ): Promise<Value>
  /** Takes in an answer to a request that did not wait for its turn. */
  learn(answer: PaceAnswer): void
  /** Null while Spotify may be asked. */
  closure(): Closure | null
  close(): void
}

export function createGovernor(parts: {
  readonly clock: SpotifyClock
  readonly limits?: PaceLimits | undefined
  readonly memory?: PaceMemory | undefined
  /** Something worth keeping over a restart has changed. */
  readonly onMemory?: (memory: PaceMemory) => void
}): Governor {
  const { clock, onMemory } = parts
  const pace = new Pace(parts.limits, parts.memory)
  const queue = createUrgencyQueue(urgencies)
  let cancelTimer: (() => void) | null = null
  let isBusy = false
  let isClosed = false

  function learn(answer: PaceAnswer): void {
    const before = pace.remembered
    if (answer.kind === 'fine') pace.answered()
    else pace.tooMany(answer.retryAfterMs, answer.why, clock.now())
    if (pace.remembered !== before) onMemory?.(pace.remembered)
    pump()
  }

  /** Whoever would wait longer than anybody has patience is told now. */
  function turnAway(): void {
    const closure = pace.closure(clock.now())
    if (closure === null || isWaitedFor(closure, clock.now())) return
    queue.turnAway(new FailureError(failureOfClosure(closure)))
  }

  function pump(): void {
    cancelTimer?.()
    cancelTimer = null
    if (isClosed) return
    turnAway()
    if (isBusy) return
    let soonestMs = Infinity
    for (const urgency of urgencies) {
      if (queue.isEmpty(urgency)) continue
      const waitMs = pace.waitMs(urgency, clock.now())
      if (waitMs > 0) {
        soonestMs = Math.min(soonestMs, waitMs)
        continue
      }
      pace.send(clock.now())
      isBusy = true
      queue.begin(urgency)
      return
    }
    if (soonestMs < Infinity) cancelTimer = clock.after(soonestMs, pump)
  }

  return {
    run(urgency, signal, work) {
      const done = queue.join(urgency, signal, async () => {
        try {
          const { value, answer } = await work()
          isBusy = false
          learn(answer)
          return value
        } catch (error) {
          isBusy = false
          pump()
          throw error
        }
      })
      pump()
      return done
    },
    learn,
    closure: () => pace.closure(clock.now()),
    close() {
      isClosed = true
      cancelTimer?.()
      queue.close()
    },
  }
}
