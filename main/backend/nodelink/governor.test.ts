import { describe, expect, it } from 'vitest'
import { FailureError } from '../../../src/contract/index.ts'
import { createGovernor, type Governor, type PaceAnswer } from './governor.ts'
import type { PaceMemory, Urgency } from './pace.ts'

const fine: PaceAnswer = { kind: 'fine', count: null }
const never = new AbortController().signal

/** A clock that goes on by hand, a node that answers at once, and the governor between them. */
function stage(
  options: {
    readonly memory?: PaceMemory
    readonly probeTakesMs?: (held: boolean) => number
    readonly probeAnswer?: (held: boolean) => PaceAnswer
  } = {},
) {
  let nowMs = 1_000_000
  const timers = new Set<{ readonly atMs: number; readonly callback: () => void }>()
  const sent: { readonly atMs: number; readonly name: string }[] = []
  let remembered: PaceMemory | null = null
  let nextAnswer: PaceAnswer = fine

  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }
  const pass = async (forMs: number): Promise<void> => {
    const untilMs = nowMs + forMs
    await settle()
    for (;;) {
      const due = [...timers].filter(({ atMs }) => atMs <= untilMs).toSorted((one, other) => one.atMs - other.atMs)[0]
      if (due === undefined) break
      timers.delete(due)
      nowMs = Math.max(nowMs, due.atMs)
      due.callback()
      await settle()
    }
    nowMs = untilMs
  }
  const wait = (forMs: number): Promise<void> =>
    new Promise((resolve) => void timers.add({ atMs: nowMs + forMs, callback: resolve }))
  const { probeTakesMs } = options
  const governor: Governor = createGovernor({
    memory: options.memory,
    now: () => nowMs,
    after(delayMs, callback) {
      const timer = { atMs: nowMs + delayMs, callback }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    onMemory(memory) {
      remembered = memory
    },
    ...(probeTakesMs !== undefined && {
      async probe() {
        const inWindow = sent.filter(({ atMs }) => atMs > nowMs - 10_000).length
        sent.push({ atMs: nowMs, name: 'probe' })
        await wait(probeTakesMs(inWindow >= 24))
        return options.probeAnswer?.(inWindow >= 24) ?? fine
      },
    }),
  })
  const ask = (urgency: Urgency, name: string = urgency, signal: AbortSignal = never): Promise<string> =>
    governor.run(urgency, signal, () => {
      sent.push({ atMs: nowMs, name })
      const answer = nextAnswer
      nextAnswer = fine
      return Promise.resolve({ value: name, answer })
    })
  const names = (): string[] => sent.map(({ name }) => name)
  return {
    governor,
    ask,
    pass,
    sent,
    names,
    answerNext: (answer: PaceAnswer) => void (nextAnswer = answer),
    remembered: () => remembered,
  }
}

const codeOf = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise
    return 'fine'
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : String(error)
  }
}

describe('the governor of one node', () => {
  it('sends a click before a hundred tracks that are brought over, at 24 requests in ten seconds', async () => {
    const { ask, pass, sent, names } = stage()
    const all = Array.from({ length: 100 }, (_, index) => ask('import', `import ${index}`))
    await pass(100)
    void ask('playback', 'click')
    await pass(0)
    expect(names().at(-1)).toBe('click')
    expect(sent.at(-1)?.atMs).toBe(1_000_100)
    await pass(120_000)
    await Promise.all(all)
    expect(sent).toHaveLength(101)
    const most = Math.max(
      ...sent.map(({ atMs }) => sent.filter((other) => other.atMs >= atMs && other.atMs < atMs + 10_000).length),
    )
    expect(most).toBeLessThanOrEqual(24)
  })

  it('never sends what was given up while it waited', async () => {
    const { ask, pass, names } = stage()
    const first = Array.from({ length: 20 }, () => ask('search', 'earlier'))
    const controller = new AbortController()
    const givenUp = codeOf(ask('search', 'given up', controller.signal))
    const later = ask('search', 'later')
    await pass(10)
    controller.abort()
    expect(await givenUp).toBe('cancelled')
    await pass(30_000)
    await Promise.all([...first, later])
    expect(names()).not.toContain('given up')
    expect(names().at(-1)).toBe('later')
  })

  it('tells everybody at once when the node locks the address out, sends nothing until it is over, and remembers', async () => {
    const { governor, ask, pass, sent, answerNext, remembered } = stage()
    answerNext({ kind: 'lockedOut' })
    await ask('search')
    expect(await codeOf(ask('playback'))).toBe('node-locked-out')
    await pass(4 * 60_000)
    expect(await codeOf(ask('playback'))).toBe('node-locked-out')
    expect(sent).toHaveLength(1)
    const memory = remembered()
    if (memory === null) throw new Error('Nothing was remembered')
    const restarted = stage({ memory })
    expect(await codeOf(restarted.ask('playback'))).toBe('node-locked-out')
    await pass(2 * 60_000)
    expect(governor.closedForMs()).toBe(0)
    expect(await codeOf(ask('playback'))).toBe('fine')
  })

  it('waits out a short 429 and goes on', async () => {
    const { ask, pass, sent, answerNext } = stage()
    answerNext({ kind: 'tooMany', retryAfterMs: 3000 })
    await ask('search')
    const next = ask('search')
    await pass(2900)
    expect(sent).toHaveLength(1)
    await pass(200)
    await next
    expect(sent).toHaveLength(2)
  })

  it('finds out that an operator lifted the limits, and goes faster', async () => {
    const { ask, pass, sent } = stage({ probeTakesMs: () => 5 })
    const all = Array.from({ length: 300 }, () => ask('playback'))
    await pass(65_000)
    expect(sent.length).toBeGreaterThan(200)
    await pass(60_000)
    await Promise.all(all)
  })

  it('brings five hundred tracks over in seconds where the node bears it, and a click still goes at once', async () => {
    const { ask, pass, sent, names } = stage({ probeTakesMs: () => 5 })
    const all = Array.from({ length: 600 }, () => ask('import'))
    await pass(400)
    void ask('playback', 'click')
    await pass(0)
    expect(names()).toContain('click')
    await pass(12_000)
    await Promise.all(all)
    expect(sent.filter(({ name }) => name === 'probe').length).toBeLessThan(12)
  })

  it('stays at 24 where the node holds back', async () => {
    const { ask, pass, sent } = stage({ probeTakesMs: (held) => (held ? 505 : 5) })
    const all = Array.from({ length: 200 }, () => ask('playback'))
    await pass(60_000)
    expect(sent.filter(({ name }) => name !== 'probe').length).toBeLessThanOrEqual(24 * 6)
    await pass(60_000)
    await Promise.all(all)
  })

  it('asks nothing at all while it is locked out, not even how fast the node is', async () => {
    const before = stage()
    before.answerNext({ kind: 'lockedOut' })
    await before.ask('search')
    const memory = before.remembered()
    if (memory === null) throw new Error('Nothing was remembered')
    const { ask, pass, sent } = stage({ memory, probeTakesMs: () => 5 })
    expect(await codeOf(ask('playback'))).toBe('node-locked-out')
    await pass(1000)
    expect(sent).toEqual([])
  })

  it('takes a refusal that comes quickly for a refusal, not for a fast node', async () => {
    const { ask, pass, remembered } = stage({
      probeTakesMs: () => 5,
      probeAnswer: (held) => (held ? { kind: 'lockedOut' } : fine),
    })
    const all = Array.from({ length: 80 }, () => codeOf(ask('playback')))
    // The first window shows how long the probe takes; in the second one, full as well, it is sent again.
    await pass(12_000)
    expect((await Promise.all(all)).filter((code) => code === 'node-locked-out')).toHaveLength(33)
    expect(remembered()?.limit).toBe(24)
  })

  it('lets nobody wait for ever when it is closed', async () => {
    const { governor, ask } = stage()
    const all = Array.from({ length: 30 }, () => codeOf(ask('search')))
    governor.close()
    const codes = await Promise.all(all)
    expect(codes.filter((code) => code === 'cancelled')).toHaveLength(10)
    expect(await codeOf(ask('search'))).toBe('cancelled')
  })
})
