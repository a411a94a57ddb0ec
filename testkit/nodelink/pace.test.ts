import { afterEach, describe, expect, it } from 'vitest'
import { ask, json } from './ask.ts'
import { fastClock, handClock } from './clock.ts'
import { type NodeStandIn, startNodeStandIn } from './start.ts'

const nodes: NodeStandIn[] = []

async function started(...options: Parameters<typeof startNodeStandIn>): Promise<NodeStandIn> {
  const node = await startNodeStandIn(...options)
  nodes.push(node)
  return node
}

afterEach(async () => {
  await Promise.all(nodes.splice(0).map((node) => node.close()))
})

async function times(count: number, node: NodeStandIn): Promise<number[]> {
  const statuses: number[] = []
  for (let turn = 0; turn < count; turn++) statuses.push((await ask(node.address, '/version')).status)
  return statuses
}

describe("the node's protection", () => {
  it('answers 24 of a window at once, the 25th half a second late, and locks out at the 51st for five minutes', async () => {
    const clock = handClock()
    const node = await started({ clock })
    expect(await times(24, node)).toEqual(Array.from({ length: 24 }, () => 200))

    const late = Array.from({ length: 26 }, () => ask(node.address, '/version'))
    await expect.poll(() => node.requests.length).toBe(50)
    clock.advance(499)
    expect(node.requests.filter(({ status }) => status === 0)).toHaveLength(26)
    clock.advance(1)
    expect((await Promise.all(late)).map(({ status }) => status)).toEqual(Array.from({ length: 26 }, () => 200))

    const refused = await ask(node.address, '/version')
    expect(refused.status).toBe(403)
    expect(json(refused)).toMatchObject({ status: 403, error: 'Forbidden', message: 'Forbidden', path: '/version' })
    expect(refused.headers).not.toHaveProperty('retry-after')
    expect(refused.headers).not.toHaveProperty('x-ratelimit-limit')
    clock.advance(5 * 60_000 - 501)
    expect(await times(1, node)).toEqual([403])
    clock.advance(501)
    expect(await times(1, node)).toEqual([200])
    expect(node.counters.judged('blocked')).toBe(2)
    expect(node.counters.busiest()).toBe(51)
  })

  it('locks out twice as long who comes back at once, and starts afresh with who waited a little longer', async () => {
    const clock = handClock()
    const node = await started({ clock, limits: { delayedFrom: 99, blockedFrom: 3 } })
    const offend = async (): Promise<void> => expect(await times(3, node)).toEqual([200, 200, 403])
    await offend()
    clock.advance(5 * 60_000)
    await offend()
    clock.advance(10 * 60_000 - 1)
    expect(await times(1, node)).toEqual([403])
    clock.advance(30_000)
    await offend()
    clock.advance(5 * 60_000)
    expect(await times(1, node)).toEqual([200])
  })

  it('counts requests without the password like all others', async () => {
    const node = await started({ clock: handClock(), limits: { delayedFrom: 99, blockedFrom: 4 } })
    const wrong = (): Promise<number> => ask(node.address, '/version', { password: 'no' }).then(({ status }) => status)
    expect([await wrong(), await wrong(), await wrong(), await wrong()]).toEqual([401, 401, 401, 403])
    expect(await times(1, node)).toEqual([403])
  })

  it('answers 429 with its headers where a rate is used up', async () => {
    const clock = handClock(1_000_000)
    const rates = {
      global: { requests: 99, windowMs: 60_000 },
      address: { requests: 2, windowMs: 10_000 },
      user: { requests: 99, windowMs: 5000 },
    }
    const node = await started({ clock, limits: { rates } })
    const first = await ask(node.address, '/version')
    expect(first.headers).toMatchObject({ 'x-ratelimit-limit': '2', 'x-ratelimit-remaining': '1' })
    clock.advance(4000)
    await ask(node.address, '/version')
    const refused = await ask(node.address, '/version')
    expect(refused.status).toBe(429)
    expect(json(refused)).toMatchObject({ error: 'Too Many Requests' })
    expect(refused.headers).toMatchObject({
      'retry-after': '6',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '1010',
    })
  })
})

describe('a fast clock', () => {
  it('lets five minutes pass in a moment', async () => {
    const clock = fastClock(10_000)
    const [began, beganReally] = [clock.now(), performance.now()]
    await clock.wait(5 * 60_000)
    expect(clock.now() - began).toBeGreaterThanOrEqual(4.5 * 60_000)
    expect(performance.now() - beganReally).toBeLessThan(5000)
  })
})
