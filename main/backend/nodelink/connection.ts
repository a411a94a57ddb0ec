import { type Failure, type FailureCode, failure } from '../../../src/contract/index.ts'
import type { NodeReport, NodeState } from '../../../src/nodelink/index.ts'
import type { Log } from '../log/index.ts'
import type { Outbound } from '../outbound/index.ts'
import type { NodeClient } from './client.ts'
import { detectNode } from './detect.ts'
import { failureOfOutbound } from './failures.ts'
import { readHealth } from './health.ts'
import type { NodeClock, Paced } from './paces.ts'

/** What it takes to ask a node. */
export interface Access {
  readonly client: NodeClient
  /** The way to its host, and to no other one at home. */
  readonly outbound: Outbound
  readonly pace: Paced
  /** Measures whether the node holds back. */
  readonly probe: Parameters<Paced['measureWith']>[0]
}

/** One node under one address and password: what is known of it, and looking for it while it is away. */
export interface Connection {
  readonly state: NodeState
  /** Null unless it is ready. */
  readonly usable: { readonly access: Access; readonly report: NodeReport } | null
  /** Somebody needs it: it is asked if that was not done yet, and looked for more often while it is away. */
  need(): void
  /** The same, and how it is if it is there. */
  look(): void
  /** Asks it now, whatever was known. Resolves with what came of it, and never rejects. */
  press(): Promise<NodeState>
  /** Resolves when it has been asked for the first time; begins with that if need be. Never rejects. */
  asked(): Promise<void>
  /** It did not answer as one does that is there: asks at once. */
  missed(error: Failure): void
  close(): void
}

/** Longest wait for each answer while finding out what a node is, in ms. */
const patienceMs = 6000
/** Wait before the first try to find it again, which doubles up to the longest, in ms. */
const firstRetryMs = 1000
const longestRetryMs = 60_000
/** The same while nobody needs it, in ms. */
const idleRetryMs = 5 * 60_000
/** Who needed it within this time may need it again, in ms. */
const recentlyMs = 2 * 60_000
/** How old the answer to how it is may become while somebody looks, in ms. */
const healthAgeMs = 10_000

/** Only the person can change these. Everything else may be over in a moment: a proxy answers oddly while the node behind it starts. */
const final: ReadonlySet<FailureCode> = new Set(['node-unauthorized', 'node-address-refused', 'node-password-needed'])

export function createConnection(parts: {
  /** Null when the password cannot be read. Called when the node is asked for the first time. */
  readonly open: () => Access | null
  readonly clock: NodeClock
  /** 0…1. */
  readonly random: () => number
  /** Whether somebody waits for it right now. */
  readonly isAwaited: () => boolean
  readonly onChange: () => void
  readonly log: Log
}): Connection {
  const { clock, random, isAwaited, onChange, log } = parts
  const ending = new AbortController()
  let state: NodeState = { kind: 'unknown' }
  let access: Access | null = null
  let asking: Promise<void> | null = null
  let cancelTimer: (() => void) | null = null
  let tries = 0
  let triedAtMs = -Infinity
  let neededAtMs = -Infinity
  let isAskingHealth = false
  /** What the log has of it: each change is one line, each try is none. */
  let logged: NodeState['kind'] | null = null

  const isNeeded = (): boolean => isAwaited() || clock.now() - neededAtMs < recentlyMs

  function become(next: NodeState): void {
    if (ending.signal.aborted) return
    state = next
    access?.pace.measureWith(next.kind === 'ready' ? access.probe : null)
    if (next.kind !== 'asking' && next.kind !== 'unknown' && next.kind !== logged) {
      logged = next.kind
      log.info('node', { state: next.kind, code: failureOfState(next, clock.now())?.code })
    }
    onChange()
  }

  function later(delayMs: number, work: () => void): void {
    cancelTimer?.()
    cancelTimer = clock.after(delayMs, work)
  }

  function lost(error: Failure): void {
    const closedForMs = access?.pace.governor.closedForMs() ?? 0
    if (final.has(error.code)) become({ kind: 'refused', failure: error })
    else if (error.code === 'node-locked-out' && closedForMs > 0) {
      later(closedForMs + 500, () => (isNeeded() ? void ask(null) : become({ kind: 'unknown' })))
      become({ kind: 'lockedOut', untilMs: clock.now() + closedForMs })
    } else {
      const usualMs = isNeeded() ? Math.min(longestRetryMs, firstRetryMs * 2 ** tries) : idleRetryMs
      const delayMs = usualMs * (0.75 + random() / 2)
      tries += 1
      later(delayMs, () => void ask(null))
      become({ kind: 'away', failure: error, retryAtMs: clock.now() + delayMs })
    }
  }

  /** Finds out what it is, and answers what that makes of the state. */
  async function detect(): Promise<() => void> {
    const urgency = isAwaited() ? 'playback' : 'search'
    try {
      // May fail as well: it reads the password from the store.
      access ??= parts.open()
      if (access === null) return () => lost(failure('node-password-needed'))
      const asker = { urgency, signal: ending.signal, patienceMs } as const
      const report = await detectNode(access.client, asker, () => performance.now())
      return () => {
        tries = 0
        become({ kind: 'ready', report, health: null })
      }
    } catch (error) {
      return () => lost(failureOfOutbound(error))
    }
  }

  function ask(before: Failure | null): Promise<void> {
    if (asking !== null) return asking
    cancelTimer?.()
    triedAtMs = clock.now()
    become({ kind: 'asking', before: before ?? failureOfState(state, clock.now()) })
    asking = detect().then((settle) => {
      // Before anybody hears of it: they may ask again at once.
      asking = null
      if (!ending.signal.aborted) settle()
      return undefined
    })
    return asking
  }

  /** Looks for it now, or a moment after the last try. */
  function askSoon(): void {
    const restMs = triedAtMs + firstRetryMs - clock.now()
    tries = 0
    if (restMs <= 0) void ask(null)
    else later(restMs, () => void ask(null))
  }

  async function askHealth(): Promise<void> {
    if (state.kind !== 'ready' || access === null || isAskingHealth) return
    if (state.health !== null && clock.now() - state.health.atMs < healthAgeMs) return
    isAskingHealth = true
    try {
      const health = await readHealth(
        access.client,
        { urgency: 'import', signal: ending.signal, patienceMs },
        clock.now,
      )
      if (state.kind === 'ready') become({ ...state, health })
    } catch (error) {
      if (!ending.signal.aborted) missed(failureOfOutbound(error))
    } finally {
      isAskingHealth = false
    }
  }

  function need(): void {
    const wasNeeded = isNeeded()
    neededAtMs = clock.now()
    if (state.kind === 'unknown') void ask(null)
    else if (state.kind === 'away' && !wasNeeded) askSoon()
  }

  function missed(error: Failure): void {
    neededAtMs = clock.now()
    if (state.kind === 'ready' || state.kind === 'unknown') void ask(error)
    else if (state.kind === 'away') askSoon()
  }

  return {
    get state() {
      return state
    },
    get usable() {
      return state.kind === 'ready' && access !== null ? { access, report: state.report } : null
    },
    need,
    look() {
      need()
      void askHealth()
    },
    async press() {
      neededAtMs = clock.now()
      tries = 0
      await ask(null)
      return state
    },
    async asked() {
      need()
      if (state.kind === 'asking' && state.before === null) await asking
    },
    missed,
    close() {
      ending.abort()
      cancelTimer?.()
      access?.pace.measureWith(null)
    },
  }
}

/** Why a node in this state cannot be asked; null when it can be, or when nobody has tried. */
export function failureOfState(state: NodeState, nowMs: number): Failure | null {
  switch (state.kind) {
    case 'unknown':
    case 'ready':
      return null
    case 'asking':
      return state.before
    case 'away':
    case 'refused':
      return state.failure
    default:
      return failure('node-locked-out', { minutes: Math.max(1, Math.ceil((state.untilMs - nowMs) / 60_000)) })
  }
}
