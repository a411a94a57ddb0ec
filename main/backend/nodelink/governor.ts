import { failure, FailureError } from '../../../src/contract/index.ts'
import { createUrgencyQueue } from '../outbound/index.ts'
import { type NodeCount, Pace, type PaceMemory, type Urgency, urgencies } from './pace.ts'

/** What a node answered to a request, as far as the pace is concerned. */
export type PaceAnswer =
  /** `count`: what the node says of its own count; null where it keeps none, undefined where somebody else answered. */
  | { readonly kind: 'fine'; readonly count: NodeCount | null | undefined }
  /** 403 with the node's own mark: its protection has locked this address out. */
  | { readonly kind: 'lockedOut' }
  /** 429. `retryAfterMs`: as the node said it. */
  | { readonly kind: 'tooMany'; readonly retryAfterMs: number | null }

/** Lets requests to one node out at the pace it bears, the most urgent first. */
export interface Governor {
  /**
   * Runs `work` when its turn has come. Rejects with `cancelled` when `signal` aborts while it waits (nothing is sent then),
   * and with `node-locked-out` at once while the node lets nothing in: nobody waits minutes without a word.
   */
  run<Value>(
    urgency: Urgency,
    signal: AbortSignal,
    work: () => Promise<{ readonly value: Value; readonly answer: PaceAnswer }>,
  ): Promise<Value>
  /** For how long the node lets nothing in, in ms; 0 when it does. */
  closedForMs(): number
  /** Requests that wait for their turn. */
  waiting(): number
  /** The connection was lost: what was measured of the node may be true no longer. */
  doubt(): void
  close(): void
}

export interface GovernorOptions {
  readonly memory?: PaceMemory | undefined
  /** Ms since the epoch. */
  readonly now: () => number
  /** Calls back after so many ms, and answers what cancels that. */
  readonly after: (delayMs: number, callback: () => void) => () => void
  /** Something worth keeping over a restart has changed. */
  readonly onMemory?: (memory: PaceMemory) => void
  /** A cheap request of the node, to find out whether it holds back; rejects when it cannot be had. */
  readonly probe?: () => Promise<PaceAnswer>
  /** Whether the probe may be sent now; always, where left out. */
  readonly mayProbe?: () => boolean
}

/** Blocks up to this length are waited for in the queue, in ms; longer ones are told at once. */
const patienceMs = 10_000

export function createGovernor(options: GovernorOptions): Governor {
  const { now, after, onMemory, mayProbe = () => true } = options
  const pace = new Pace(options.memory)
  const queue = createUrgencyQueue(urgencies)
  let cancelTimer: (() => void) | null = null
  let isClosed = false
  let isProbing = false
  /** How long the probe takes when nothing holds it back, in ms. */
  let usualProbeMs: number | null = null

  function learn(answer: PaceAnswer): void {
    const before = pace.remembered
    if (answer.kind === 'lockedOut') pace.lockedOut(now())
    if (answer.kind === 'fine' && answer.count !== undefined) pace.told(answer.count, now())
    if (answer.kind === 'tooMany') pace.toldToWait(answer.retryAfterMs, now())
    if (pace.remembered !== before) onMemory?.(pace.remembered)
  }

  function lockedOutError(untilMs: number): FailureError {
    return new FailureError(failure('node-locked-out', { minutes: Math.ceil((untilMs - now()) / 60_000) }))
  }

  /** Whoever would wait longer than anybody has patience is told now. */
  function turnAway(): void {
    const untilMs = pace.closedUntilMs(now())
    if (untilMs === null || untilMs - now() <= patienceMs) return
    queue.turnAway(lockedOutError(untilMs))
  }

  function pump(): void {
    cancelTimer?.()
    cancelTimer = null
    if (isClosed) return
    pace.canProbe = options.probe !== undefined && usualProbeMs !== null && mayProbe()
    turnAway()
    let soonestMs = Infinity
    for (const urgency of urgencies) {
      while (!queue.isEmpty(urgency)) {
        const waitMs = pace.waitMs(urgency, now())
        if (waitMs > 0) {
          soonestMs = Math.min(soonestMs, waitMs)
          break
        }
        pace.send(now())
        queue.begin(urgency)
      }
    }
    if (soonestMs === Infinity) return
    void findOut()
    cancelTimer = after(soonestMs, pump)
  }

  /** The window is full and somebody waits: asks the node whether it would bear more. */
  async function findOut(): Promise<void> {
    const { probe } = options
    if (probe === undefined || isProbing || usualProbeMs === null || !pace.wantsProbe(now())) return
    isProbing = true
    pace.probing(now())
    try {
      const tookMs = await timed(probe)
      if (tookMs === null) return
      pace.probed(tookMs - usualProbeMs, now())
      onMemory?.(pace.remembered)
    } catch {
      // Not to be had: the pace stays as it is.
    } finally {
      isProbing = false
      pump()
    }
  }

  /** Sends the probe, which counts like any request, and answers how long it took in ms; null when it was turned away. */
  async function timed(probe: () => Promise<PaceAnswer>): Promise<number | null> {
    const sentMs = now()
    pace.send(sentMs)
    const answer = await probe()
    learn(answer)
    return answer.kind === 'fine' ? now() - sentMs : null
  }

  /** Measures the probe once, early in a window, where nothing holds it back. */
  function measureUsual(): void {
    const { probe } = options
    if (probe === undefined || isProbing || usualProbeMs !== null || pace.used(now()) > stillEarly) return
    if (pace.closedUntilMs(now()) !== null || !mayProbe()) return
    isProbing = true
    timed(probe)
      .then((tookMs) => {
        usualProbeMs = tookMs
        return undefined
      })
      .catch(() => undefined)
      .finally(() => {
        isProbing = false
      })
  }

  return {
    run(urgency, signal, work) {
      const done = queue.join(urgency, signal, async () => {
        try {
          const { value, answer } = await work()
          learn(answer)
          return value
        } finally {
          pump()
        }
      })
      if (!isClosed && !signal.aborted) {
        measureUsual()
        pump()
      }
      return done
    },
    closedForMs: () => (pace.closedUntilMs(now()) ?? now()) - now(),
    waiting: () => queue.size,
    doubt() {
      usualProbeMs = null
      pace.doubt()
    },
    close() {
      isClosed = true
      cancelTimer?.()
      queue.close()
    },
  }
}

/** The usual length of the probe is measured while the window holds no more than this many requests. */
const stillEarly = 16
