import { failure, FailureError, events, type EventPayload } from '../../../../src/contract/index.ts'
import type { NodeProfile, NodeState } from '../../../../src/nodelink/index.ts'
import { type Log, silentLog } from '../../log/index.ts'
import { createKeyFileSealer, createSecrets } from '../../secrets/index.ts'
import { openStore } from '../../store/index.ts'
import { createNodeRoom, type NodeRoom } from '../index.ts'
import type { NodeClock } from '../paces.ts'

/** A room over a data folder of its own, and everything it told the pages. */
export interface TestRoom {
  readonly room: NodeRoom
  readonly told: readonly EventPayload<'nodelink.changed'>[]
  /** The profile once it is in such a state, and `is` says so too. */
  until(id: string, kind: NodeState['kind'], is?: (state: NodeState) => boolean): Promise<NodeProfile>
  close(): void
}

/** Opens the nodes of a data folder. */
export function openNodes(
  folder: string,
  options: { readonly clock?: NodeClock; readonly random?: () => number; readonly log?: Log } = {},
): TestRoom {
  const { log = silentLog, ...rest } = options
  const store = openStore({ folder, log })
  const secrets = createSecrets({ store, sealer: createKeyFileSealer(folder), log })
  const told: EventPayload<'nodelink.changed'>[] = []
  const waiting = new Set<() => void>()
  const room = createNodeRoom({
    store,
    secrets,
    log,
    emit(_name, payload) {
      told.push(events['nodelink.changed'].parse(payload))
      for (const look of waiting) look()
    },
    ...rest,
  })
  const found = async (id: string): Promise<NodeProfile> => {
    const list = await room.handlers['nodelink.list'](null, page)
    const profile = list.find((each) => each.id === id)
    if (profile === undefined) throw new FailureError(failure('not-found'))
    return profile
  }
  return {
    room,
    told,
    async until(id, kind, is = () => true) {
      for (;;) {
        const { promise, resolve } = Promise.withResolvers<void>()
        waiting.add(resolve)
        const profile = await found(id)
        const isThere = profile.state.kind === kind && is(profile.state)
        if (!isThere) await promise
        waiting.delete(resolve)
        if (isThere) return profile
      }
    },
    close() {
      room.close()
      store.close()
    },
  }
}

/** A page that asks and never takes it back. */
export const page = { clientId: 'page', signal: new AbortController().signal }

/** The code a call fails with, or `fine`. */
export async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work()
    return 'fine'
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : String(error)
  }
}
