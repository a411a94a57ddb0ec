import { failure, type FailureCode, FailureError } from '../../../src/contract/index.ts'
import type { Nodes, UsableNode } from '../nodelink/ports.ts'
import { OutboundError } from '../outbound/index.ts'

/** A node, and how long it is waited for when it is gone. */
export interface NodeAccess {
  readonly nodes: Nodes
  readonly nodeId: string
  /** In ms: less where another node could take over. */
  readonly patienceMs: () => number
  /** What this track has cost the node, by whatever way it was asked for. */
  readonly harm: Harm
}

/** How often a node ended when it was asked for one track. */
export interface Harm {
  deaths: number
}

/** Waits before a node that is gone is asked again, in ms; the last one goes on. */
const waitsMs = [100, 250, 500, 1000, 2000] as const
/** Failures in a row of a node that answers everything else: what was asked for is the trouble. */
const triesWhileAlive = 2
/** A node that ended so often when it was asked for a track is not asked for it any more. */
const deathsLimit = 2
/** How often a node may ask for a pause before it is left. */
const pausesLimit = 3
/** What the node says of the app as a whole, whatever was asked for. */
const ofTheWholeNode: ReadonlySet<FailureCode> = new Set(['node-unauthorized', 'node-locked-out'])

/**
 * Asks a node. One that is gone is waited for and asked again; one that is there but closes the connection over this very
 * request, as it does over what it cannot decode, is asked twice, and so is one that ends over it; one that asks for a pause
 * gets it. Rejects with a `FailureError`.
 */
export async function withNode<Answer>(
  access: NodeAccess,
  signal: AbortSignal,
  ask: (node: UsableNode) => Promise<Answer>,
): Promise<Answer> {
  const untilMs = performance.now() + access.patienceMs()
  let failuresWhileAlive = 0
  let pauses = 0
  for (let attempt = 0; ; attempt += 1) {
    if (access.harm.deaths >= deathsLimit) throw new FailureError(failure('node-track-unplayable'))
    const node = await usable(access, untilMs, signal)
    try {
      return await ask(node)
    } catch (error) {
      if (error instanceof FailureError && ofTheWholeNode.has(error.failure.code))
        access.nodes.missed(access.nodeId, error.failure)
      // The next request waits for as long as the node said, or is told at once that this is too long.
      if (isPause(error) && pauses < pausesLimit && !signal.aborted) {
        pauses += 1
        continue
      }
      if (!isNodeGone(error) || signal.aborted) throw error
      access.nodes.missed(access.nodeId, error.failure)
      if (await isAlive(node, signal)) failuresWhileAlive += 1
      // It may have ended before anybody asked: only what reached it can have been the reason.
      else if (hasReached(error)) access.harm.deaths += 1
      if (failuresWhileAlive >= triesWhileAlive || access.harm.deaths >= deathsLimit)
        throw new FailureError(failure('node-track-unplayable'), { cause: error })
      const waitMs = waitsMs[attempt] ?? 2000
      if (performance.now() + waitMs > untilMs) throw error
      await pause(waitMs, signal)
    }
  }
}

/** A failure that says that nobody is there, rather than that somebody refused. */
export function isNodeGone(error: unknown): error is FailureError {
  return error instanceof FailureError && error.failure.code === 'node-unreachable'
}

function hasReached({ cause }: FailureError): boolean {
  return cause instanceof OutboundError && cause.hasReached
}

function isPause(error: unknown): boolean {
  return error instanceof FailureError && error.failure.code === 'node-too-many'
}

async function usable({ nodes, nodeId }: NodeAccess, untilMs: number, signal: AbortSignal): Promise<UsableNode> {
  const now = nodes.usable().find(({ id }) => id === nodeId)
  if (now !== undefined) return now
  const limit = AbortSignal.timeout(Math.max(0, Math.ceil(untilMs - performance.now())))
  try {
    return await nodes.whenUsable(nodeId, AbortSignal.any([signal, limit]))
  } catch (error) {
    if (signal.aborted) throw new FailureError(failure('cancelled'), { cause: error })
    throw new FailureError(nodes.failureOf(nodeId) ?? failure('node-unreachable'), { cause: error })
  }
}

async function isAlive(node: UsableNode, signal: AbortSignal): Promise<boolean> {
  try {
    await node.client.version({ urgency: 'playback', signal })
    return true
  } catch {
    return false
  }
}

/** Resolves after so many ms, or when `signal` aborts. */
export function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, delayMs)
    if (signal.aborted) done()
    else signal.addEventListener('abort', done, { once: true })
  })
}

/** What `work` comes to, or null when `signal` aborts before; `work` then goes on by itself. */
export function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value | null> {
  return new Promise((resolve, reject) => {
    const leave = (): void => resolve(null)
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
