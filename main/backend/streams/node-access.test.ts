import { describe, expect, it } from 'vitest'
import { failure, FailureError, type Failure } from '../../../src/contract/index.ts'
import { OutboundError } from '../outbound/index.ts'
import type { UsableNode } from '../nodelink/ports.ts'
import { type NodeAccess, withNode } from './node-access.ts'
import { startBench } from './testing/index.ts'

const { signal } = new AbortController()

/** A node that does not answer, once it was asked for something; `told` is what the settings hear of it. */
async function setUp(): Promise<{ access: NodeAccess; node: UsableNode; told: Failure[]; close: () => Promise<void> }> {
  const bench = await startBench()
  const [tested] = bench.nodes
  if (tested === undefined) throw new Error('unreachable')
  const { usable, node } = tested
  node.kill()
  const told: Failure[] = []
  const access: NodeAccess = {
    nodes: {
      ids: () => [usable.id],
      usable: () => [usable],
      ready: () => Promise.resolve([usable]),
      failureOf: () => null,
      nameOf: () => null,
      whenUsable: () => Promise.resolve(usable),
      missed: (_nodeId, error) => void told.push(error),
    },
    nodeId: usable.id,
    patienceMs: () => 60_000,
    harm: { deaths: 0 },
  }
  return { access, node: usable, told, close: () => bench.close() }
}

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'fine',
    (error: unknown) => (error instanceof FailureError ? error.failure.code : String(error)),
  )

const unreachable = (hasReached: boolean): FailureError =>
  new FailureError(failure('node-unreachable'), { cause: new OutboundError('unreachable', { hasReached }) })

describe('asking a node', () => {
  it('that ends over one track twice is enough, by whatever way it was asked', async () => {
    const { access, close } = await setUp()
    let asked = 0
    const ask = (): Promise<never> => {
      asked += 1
      return Promise.reject(unreachable(true))
    }
    expect(await codeOf(withNode(access, signal, ask))).toBe('node-track-unplayable')
    expect(asked).toBe(2)
    // The next way to the same track.
    expect(await codeOf(withNode(access, signal, ask))).toBe('node-track-unplayable')
    expect(asked).toBe(2)
    await close()
  })

  it('that asks for a pause is asked again; one that goes on asking for pauses is left', async () => {
    const { access, close } = await setUp()
    let pauses = 1
    const ask = (): Promise<string> =>
      pauses-- > 0 ? Promise.reject(new FailureError(failure('node-too-many'))) : Promise.resolve('sound')
    expect(await withNode(access, signal, ask)).toBe('sound')
    pauses = Infinity
    expect(await codeOf(withNode(access, signal, ask))).toBe('node-too-many')
    await close()
  })

  it('that is not there says nothing about the track', async () => {
    const { access, close } = await setUp()
    let asked = 0
    const ask = (): Promise<string> => {
      asked += 1
      return asked < 4 ? Promise.reject(unreachable(false)) : Promise.resolve('answer')
    }
    expect(await withNode(access, signal, ask)).toBe('answer')
    await close()
  })

  it.each(['node-unauthorized', 'node-locked-out'] as const)('that answers %s is looked at anew', async (code) => {
    const { access, told, close } = await setUp()
    expect(await codeOf(withNode(access, signal, () => Promise.reject(new FailureError(failure(code)))))).toBe(code)
    expect(told).toEqual([failure(code)])
    await close()
  })
})
