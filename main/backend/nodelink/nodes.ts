import type { Emit } from '../../../src/contract/index.ts'
import { failure, FailureError } from '../../../src/contract/index.ts'
import type { NodeProfile } from '../../../src/nodelink/index.ts'
import type { Log } from '../log/index.ts'
import { createOutbound, type Outbound } from '../outbound/index.ts'
import type { Secrets } from '../secrets/index.ts'
import type { Store } from '../store/index.ts'
import { addressKey, readAddress } from './address.ts'
import { createNodeClient, type NodeAddress, probeNode } from './client.ts'
import { type Access, type Connection, createConnection, failureOfState } from './connection.ts'
import { createNodeHandlers, type NodeHandlers } from './handlers.ts'
import { createPaces, type NodeClock, systemClock } from './paces.ts'
import type { Nodes, UsableNode } from './ports.ts'
import { createProfiles, type StoredNode } from './profiles.ts'

/** The person's nodes: asked by searches and streams, kept by the settings. */
export interface NodeRoom extends Nodes {
  readonly handlers: NodeHandlers
  close(): void
}

interface Entry {
  readonly node: StoredNode
  readonly connection: Connection
}

interface Waiter {
  readonly nodeId: string
  resolve(node: UsableNode): void
  reject(error: FailureError): void
}

/** Puts the nodes together. Asks none of them before somebody needs one. */
export function createNodeRoom(parts: {
  readonly store: Store
  readonly secrets: Secrets
  readonly emit: Emit
  readonly log: Log
  /** Longest silence of a node that is borne, in ms; what is usual where left out. */
  readonly longestSilenceMs?: number
  readonly clock?: NodeClock
  readonly random?: () => number
}): NodeRoom {
  const { store, secrets, emit, log, longestSilenceMs, clock = systemClock, random = Math.random } = parts
  const profiles = createProfiles({ store, secrets })
  const paces = createPaces({ profiles, clock, log })
  const ending = new AbortController()
  const waiters = new Set<Waiter>()
  /**
   * Ways to nodes, also to those that were changed or removed: a stream that still comes over one is left alone, because a node in
   * single mode ends when its client leaves in the middle.
   */
  const outbounds = new Set<Outbound>()
  let entries: Map<string, Entry> | null = null

  function outboundTo(trusted: string): Outbound {
    const outbound = createOutbound({ trustsHost: (host) => host === trusted })
    outbounds.add(outbound)
    return outbound
  }

  function accessTo(address: NodeAddress): Access {
    const outbound = outboundTo(readAddress(address.baseUrl).host)
    const pace = paces.of(addressKey(address.baseUrl))
    const client = createNodeClient({ address, outbound, governor: pace.governor, longestSilenceMs })
    return { client, outbound, pace, probe: () => probeNode(address, outbound, ending.signal) }
  }

  function connect(node: StoredNode): Connection {
    return createConnection({
      open() {
        const password = profiles.password(node.id)
        return password === null ? null : accessTo({ baseUrl: node.baseUrl, password })
      },
      clock,
      random,
      isAwaited: () => [...waiters].some(({ nodeId }) => nodeId === node.id),
      onChange: announce,
      log: log.scope(node.id),
    })
  }

  /** Those that are stored, each with its connection: the one it had, or a new one where `isNew` says so. */
  function refresh(isNew: (id: string) => boolean = () => false): Map<string, Entry> {
    const before = entries ?? new Map<string, Entry>()
    const now = new Map<string, Entry>()
    for (const node of profiles.list()) {
      const known = isNew(node.id) ? undefined : before.get(node.id)
      now.set(node.id, { node, connection: known?.connection ?? connect(node) })
    }
    entries = now
    for (const [id, { connection }] of before) if (now.get(id)?.connection !== connection) connection.close()
    return now
  }

  const all = (): readonly Entry[] => [...(entries ?? refresh()).values()]
  const find = (id: string): Entry | undefined => all().find(({ node }) => node.id === id)

  function usableOf({ node, connection }: Entry): UsableNode | null {
    const { usable } = connection
    if (usable === null) return null
    const off = new Set(node.sourcesOff)
    const { access, report } = usable
    const sources = report.sources.filter((source) => !off.has(source))
    const { host } = readAddress(node.baseUrl)
    return { id: node.id, name: node.name, host, client: access.client, report, sources }
  }

  const usable = (): readonly UsableNode[] => all().flatMap((entry) => usableOf(entry) ?? [])

  const profileOf = ({ node, connection }: Entry): NodeProfile => ({
    id: node.id,
    name: node.name,
    address: node.baseUrl,
    warning: readAddress(node.baseUrl).warning,
    sourcesOff: node.sourcesOff,
    state: connection.state,
  })

  function announce(): void {
    if (ending.signal.aborted) return
    emit('nodelink.changed', all().map(profileOf))
    for (const waiter of waiters) {
      const entry = find(waiter.nodeId)
      const node = entry === undefined ? null : usableOf(entry)
      if (node !== null) waiter.resolve(node)
      else {
        const hopeless = hopelessnessOf(entry)
        if (hopeless !== null) waiter.reject(hopeless)
      }
    }
  }

  /** Why nobody need wait for a node: it was removed, or it refuses us for good or for minutes. Null while there is hope. */
  function hopelessnessOf(entry: Entry | undefined): FailureError | null {
    const state = entry?.connection.state
    if (state === undefined) return new FailureError(failure('node-unreachable'))
    if (state.kind !== 'refused' && state.kind !== 'lockedOut') return null
    return new FailureError(failureOfState(state, clock.now()) ?? failure('internal'))
  }

  const cancelled = (): FailureError => new FailureError(failure('cancelled'))

  /** `work`, or the end of whoever waits for it. */
  async function unlessAborted<Value>(work: Promise<Value>, given: AbortSignal): Promise<Value> {
    const signal = AbortSignal.any([given, ending.signal])
    if (signal.aborted) throw cancelled()
    const { promise: aborted, reject } = Promise.withResolvers<never>()
    const onAbort = (): void => reject(cancelled())
    signal.addEventListener('abort', onAbort, { once: true })
    try {
      return await Promise.race([work, aborted])
    } finally {
      signal.removeEventListener('abort', onAbort)
    }
  }

  return {
    ids: () => all().map(({ node }) => node.id),
    usable,
    async ready(signal) {
      await unlessAborted(Promise.all(all().map(({ connection }) => connection.asked())), signal)
      return usable()
    },
    nameOf: (nodeId) => find(nodeId)?.node.name ?? null,
    failureOf(nodeId) {
      const entry = find(nodeId)
      return entry === undefined ? null : failureOfState(entry.connection.state, clock.now())
    },
    async whenUsable(nodeId, signal) {
      const { promise, resolve, reject } = Promise.withResolvers<UsableNode>()
      const waiter = { nodeId, resolve, reject }
      const entry = find(nodeId)
      const now = entry === undefined ? null : usableOf(entry)
      if (now !== null) return now
      const hopeless = hopelessnessOf(entry)
      if (hopeless !== null) throw hopeless
      entry?.connection.need()
      waiters.add(waiter)
      try {
        return await unlessAborted(promise, signal)
      } finally {
        waiters.delete(waiter)
      }
    },
    missed: (nodeId, error) => find(nodeId)?.connection.missed(error),
    handlers: createNodeHandlers({
      profiles,
      list: () => all().map(profileOf),
      look() {
        for (const { connection } of all()) connection.look()
      },
      press: (id, signal) => unlessAborted(find(id)?.connection.press() ?? Promise.reject(cancelled()), signal),
      accessTo,
      letGo(access) {
        outbounds.delete(access.outbound)
        access.outbound.close()
      },
      changed(id, isReconnected) {
        const entry = refresh((each) => each === id && isReconnected).get(id)
        if (entry !== undefined && isReconnected) paces.keep(addressKey(entry.node.baseUrl))
        announce()
        if (isReconnected) entry?.connection.need()
      },
      now: clock.now,
    }),
    close() {
      ending.abort()
      for (const { connection } of entries?.values() ?? []) connection.close()
      paces.close()
      for (const outbound of outbounds) outbound.close()
    },
  }
}
