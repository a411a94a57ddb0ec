import { onTestFinished } from 'vitest'
import { type NodeStandIn, type StandInOptions, startNodeStandIn } from '../../../../../testkit/nodelink/index.ts'
import type { Failure, SearchResults } from '../../../../../src/contract/index.ts'
import { createOutbound } from '../../../outbound/index.ts'
import { createTrackRepository, type TrackRepository } from '../../../store/index.ts'
import { memoryStore } from '../../../store/testing/index.ts'
import { createNodeClient } from '../../client.ts'
import { createGovernor, type Governor } from '../../governor.ts'
import type { Nodes, UsableNode } from '../../ports.ts'
import { createRecordings } from '../../recordings/index.ts'
import { createFoundLists, createNodeSource, type FoundLists } from '../index.ts'

/** A running node and the way to it. */
export interface Reached {
  readonly node: NodeStandIn
  readonly governor: Governor
  readonly usable: UsableNode
}

const realTimer = (delayMs: number, callback: () => void): (() => void) => {
  const timer = setTimeout(callback, delayMs)
  return () => clearTimeout(timer)
}

/** Starts a stand-in and connects to it; both end with the test. */
export async function reachNode(id: string, options: StandInOptions = {}): Promise<Reached> {
  const node = await startNodeStandIn(options)
  const outbound = createOutbound({ trustsHost: (host) => host === '127.0.0.1' })
  const governor = createGovernor({ now: () => Date.now(), after: realTimer })
  onTestFinished(async () => {
    governor.close()
    outbound.close()
    await node.close()
  })
  const client = createNodeClient({
    address: { baseUrl: node.address, password: node.password },
    outbound,
    governor,
  })
  const sources = options.sources ?? ['youtube', 'soundcloud', 'deezer', 'local', 'http']
  const facts = { version: '3', mode: node.mode, direct: 'yes', pcm: 'yes', latencyMs: 1, advice: [] } as const
  const usable = { id, name: id, host: '127.0.0.1', client, report: { ...facts, sources }, sources }
  return { node, governor, usable }
}

/** A source over nodes, with a clock of its own: it is quiet when the test says so. */
export interface TestSource {
  readonly tracks: TrackRepository
  readonly lists: FoundLists
  readonly missed: { readonly nodeId: string; readonly error: Failure }[]
  /** Searches at once: the wait for quiet is over as soon as it begins. */
  readonly search: (text: string, options?: SearchOptions) => Promise<SearchResults>
  /** Lets that much time pass for timers: all that are due call back. */
  readonly pass: (ms: number) => void
  readonly isThere: () => boolean
}

interface SearchOptions {
  readonly signal?: AbortSignal
  readonly tell?: (results: SearchResults) => void
  /** Waits for quiet until the test lets time pass. */
  readonly isTyping?: boolean
}

/** Builds the source over an empty store. */
export function nodeSourceOver(reached: readonly Reached[], failure: Failure | null = null): TestSource {
  const store = memoryStore()
  const tracks = createTrackRepository(store)
  const lists = createFoundLists()
  const missed: { nodeId: string; error: Failure }[] = []
  const timers = new Set<{ readonly atMs: number; readonly callback: () => void }>()
  let nowMs = 0
  let isTyping = false
  const usable = failure === null ? reached.map((each) => each.usable) : []
  const nodes: Nodes = {
    ids: () => reached.map((each) => each.usable.id),
    usable: () => usable,
    ready: async () => usable,
    failureOf: () => failure,
    nameOf: () => null,
    whenUsable: () => new Promise(() => undefined),
    missed: (nodeId, error) => missed.push({ nodeId, error }),
  }
  const pass = (ms: number): void => {
    nowMs += ms
    for (const timer of timers) {
      if (timer.atMs > nowMs) continue
      timers.delete(timer)
      timer.callback()
    }
  }
  const source = createNodeSource({
    nodes,
    recordings: createRecordings({ store, tracks, now: () => nowMs }),
    lists,
    tracksByIds: (ids) => tracks.tracksByIds(ids).map(({ track }) => track),
    clock: {
      now: () => nowMs,
      after(delayMs, callback) {
        const timer = { atMs: nowMs + delayMs, callback }
        timers.add(timer)
        // Nobody is typing: it is quiet already.
        if (!isTyping && delayMs <= 300) queueMicrotask(() => timers.delete(timer) && callback())
        return () => void timers.delete(timer)
      },
    },
  })
  return {
    tracks,
    lists,
    missed,
    pass,
    isThere: () => source.isThere?.('') ?? true,
    search(text, options = {}) {
      isTyping = options.isTyping ?? false
      const signal = options.signal ?? new AbortController().signal
      return source.search(text, 60, signal, options.tell ?? (() => undefined))
    },
  }
}
