import fs from 'node:fs'
import { expect, it } from 'vitest'
import { startNodeStandIn } from '../../../testkit/nodelink/index.ts'
import { temporaryFolder } from '../store/testing/index.ts'
import type { NodeClock } from './paces.ts'
import { openNodes, page } from './testing/index.ts'

/** Time that stands still until a test moves it. */
function handClock(): NodeClock & { advance(ms: number): void } {
  let nowMs = 1_800_000_000_000
  const timers = new Set<{ readonly atMs: number; readonly run: () => void }>()
  return {
    now: () => nowMs,
    after(delayMs, run) {
      const timer = { atMs: nowMs + delayMs, run }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    advance(ms) {
      nowMs += ms
      for (const timer of timers) {
        if (timer.atMs > nowMs || !timers.delete(timer)) continue
        timer.run()
      }
    },
  }
}

it.each([0, 1])('is looked for less and less often, and rarely once nobody needs it (chance %d)', async (random) => {
  const folder = temporaryFolder()
  const clock = handClock()
  const node = await startNodeStandIn()
  node.kill()
  const nodes = openNodes(folder, { clock, random: () => random })
  const { id } = await nodes.room.handlers['nodelink.add'](
    { name: '', address: node.address, password: node.password },
    page,
  )
  const ending = new AbortController()
  const waiting = nodes.room.whenUsable(id, ending.signal).catch(() => undefined)
  const waits: number[] = []
  /** Waits until it is away again after the try that comes now. */
  const next = async (): Promise<number> => {
    const { state } = await nodes.until(id, 'away', (now) => now.kind === 'away' && now.retryAtMs > clock.now())
    return state.kind === 'away' ? state.retryAtMs - clock.now() : NaN
  }
  for (let round = 0; round < 8; round += 1) {
    const waitMs = await next()
    waits.push(waitMs)
    clock.advance(waitMs)
  }
  const share = 0.75 + random / 2
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map((seconds) => seconds * 1000 * share))

  // Nobody waits any more, and it is long since anybody did.
  await next()
  ending.abort()
  await waiting
  clock.advance(10 * 60_000)
  expect(await next()).toBe(5 * 60_000 * share)

  // Somebody needs it again: they do not wait five minutes, only long enough after the last try.
  await node.revive()
  const again = nodes.room.whenUsable(id, page.signal)
  clock.advance(1000)
  expect(await again).toMatchObject({ id })
  nodes.close()
  await node.close()
  fs.rmSync(folder, { recursive: true })
})
