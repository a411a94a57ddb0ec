import { failure, FailureError, type Handlers } from '../../../src/contract/index.ts'
import type { NodeProfile, NodeState, NodeTest } from '../../../src/nodelink/index.ts'
import { readAddress } from './address.ts'
import type { NodeAddress } from './client.ts'
import { type Access, failureOfState } from './connection.ts'
import { detectNode } from './detect.ts'
import { readPassword } from './password.ts'
import type { NodeChange, Profiles, StoredNode } from './profiles.ts'

export type NodeHandlers = Pick<
  Handlers,
  | 'nodelink.list'
  | 'nodelink.look'
  | 'nodelink.add'
  | 'nodelink.change'
  | 'nodelink.remove'
  | 'nodelink.move'
  | 'nodelink.test'
>

/** Longest wait for each answer of a test, in ms. */
const patienceMs = 6000

/** The calls about the person's nodes. */
export function createNodeHandlers(parts: {
  readonly profiles: Profiles
  readonly list: () => readonly NodeProfile[]
  readonly look: () => void
  /** Asks a kept node now. */
  readonly press: (id: string, signal: AbortSignal) => Promise<NodeState>
  readonly accessTo: (address: NodeAddress) => Access
  readonly letGo: (access: Access) => void
  /** What is stored of a node changed; `isReconnected`: it is another one now, as far as asking it goes. */
  readonly changed: (id: string, isReconnected: boolean) => void
  /** Ms since the epoch. */
  readonly now: () => number
}): NodeHandlers {
  const { profiles, list, changed } = parts

  function stored(id: string): StoredNode {
    const node = profiles.list().find((each) => each.id === id)
    if (node === undefined) throw new FailureError(failure('not-found'))
    return node
  }

  function profile(id: string): NodeProfile {
    const found = list().find((each) => each.id === id)
    if (found === undefined) throw new FailureError(failure('not-found'))
    return found
  }

  async function testKept(id: string, signal: AbortSignal): Promise<NodeTest> {
    const { baseUrl } = stored(id)
    const state = await parts.press(id, signal)
    if (state.kind !== 'ready') throw new FailureError(failureOfState(state, parts.now()) ?? failure('cancelled'))
    return { address: baseUrl, warning: readAddress(baseUrl).warning, report: state.report }
  }

  async function testTyped(address: NodeAddress, signal: AbortSignal): Promise<NodeTest> {
    const { baseUrl, warning } = readAddress(address.baseUrl)
    const access = parts.accessTo({ baseUrl, password: readPassword(address.password) })
    try {
      const asking = { urgency: 'search', signal, patienceMs } as const
      return { address: baseUrl, warning, report: await detectNode(access.client, asking, () => performance.now()) }
    } finally {
      parts.letGo(access)
    }
  }

  return {
    'nodelink.list': () => list(),
    'nodelink.look': () => {
      parts.look()
      return null
    },
    'nodelink.add': ({ name, address, password }) => {
      const { baseUrl, host } = readAddress(address)
      const { id } = profiles.add({ name: name === '' ? host : name, baseUrl }, readPassword(password))
      changed(id, true)
      return profile(id)
    },
    'nodelink.change': ({ id, name, address, password, sourcesOff }) => {
      const before = stored(id)
      const { baseUrl, host } = readAddress(address ?? before.baseUrl)
      const isMoved = baseUrl !== before.baseUrl
      if (isMoved && password === undefined) throw new FailureError(failure('node-password-needed'))
      const change: NodeChange = {
        baseUrl,
        ...(name !== undefined && { name: name === '' ? host : name }),
        ...(password !== undefined && { password: readPassword(password) }),
        ...(sourcesOff !== undefined && { sourcesOff }),
      }
      profiles.change(id, change)
      changed(id, isMoved || password !== undefined)
      return profile(id)
    },
    'nodelink.remove': ({ id }) => {
      profiles.remove(id)
      changed(id, false)
      return null
    },
    'nodelink.move': ({ id, toIndex }) => {
      profiles.move(id, toIndex)
      changed(id, false)
      return null
    },
    'nodelink.test': async (input, { signal }) => {
      if (input.kind === 'kept') return testKept(input.id, signal)
      const { id, address, password } = input
      if (password !== null) return testTyped({ baseUrl: address, password }, signal)
      // A stored password goes to its own address and nowhere else.
      if (id === null || readAddress(address).baseUrl !== stored(id).baseUrl)
        throw new FailureError(failure('node-password-needed'))
      return testKept(id, signal)
    },
  }
}
