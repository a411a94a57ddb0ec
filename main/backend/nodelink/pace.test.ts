import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshPace, highestLimit, Pace, stockLimit, urgencies, windowMs } from './pace.ts'

const minuteMs = 60_000

/** Sends as often as allowed from `fromMs` to `toMs`, in steps of `stepMs`. Answers when each went out. */
function sendAll(pace: Pace, urgency: (typeof urgencies)[number], fromMs: number, toMs: number, stepMs = 50): number[] {
  const sent: number[] = []
  for (let now = fromMs; now < toMs; now += stepMs) {
    while (pace.waitMs(urgency, now) === 0) {
      pace.send(now)
      sent.push(now)
    }
  }
  return sent
}

function mostWithin(times: readonly number[], lengthMs: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + lengthMs).length))
}

describe('the pace of one node', () => {
  it('never sends more than 24 requests in any ten seconds, whoever wants to', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...urgencies), fc.integer({ min: 0, max: 3000 })), { maxLength: 300 }),
        (wishes) => {
          const pace = new Pace()
          const sent: number[] = []
          let now = 1_000_000
          for (const [urgency, laterMs] of wishes) {
            now += laterMs
            if (pace.waitMs(urgency, now) > 0) continue
            pace.send(now)
            sent.push(now)
          }
          expect(mostWithin(sent, 10_000)).toBeLessThanOrEqual(stockLimit)
        },
      ),
    )
  })

  it('lets a request go exactly when it said it would', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 80 }),
        fc.constantFrom(...urgencies),
        (gaps, urgency) => {
          const pace = new Pace()
          let now = 1_000_000
          for (const gap of gaps) {
            now += gap
            if (pace.waitMs('playback', now) === 0) pace.send(now)
          }
          const wait = pace.waitMs(urgency, now)
          expect(pace.waitMs(urgency, now + wait)).toBe(0)
          // A ms before that it says no, unless that is now.
          const before = wait > 1 ? pace.waitMs(urgency, now + wait - 1) : 1
          expect(before).toBeGreaterThan(0)
        },
      ),
    )
  })

  it('keeps room for what is heard: an import and a search never fill the window', () => {
    const pace = new Pace()
    expect(sendAll(pace, 'import', 0, 1000)).toHaveLength(14)
    expect(sendAll(pace, 'seen', 500, 1000)).toHaveLength(3)
    expect(sendAll(pace, 'search', 1000, 2000)).toHaveLength(3)
    expect(pace.waitMs('search', 2000)).toBeGreaterThan(0)
    expect(pace.waitMs('playback', 2000)).toBe(0)
    expect(sendAll(pace, 'playback', 2000, 3000)).toHaveLength(4)
    expect(pace.waitMs('playback', 3000)).toBeGreaterThan(0)
  })

  it('stops for five minutes when it is locked out, twice as long the next time, and never over forty', () => {
    const pace = new Pace()
    let now = 1_000_000
    const lengths: number[] = []
    for (let time = 0; time < 5; time += 1) {
      pace.lockedOut(now)
      // Answers to what was under way say the same once more.
      pace.lockedOut(now + 100)
      const until = pace.closedUntilMs(now)
      lengths.push(((until ?? now) - now) / minuteMs)
      expect(pace.waitMs('playback', now)).toBe((until ?? now) - now)
      now = (until ?? now) + 1000
      expect(pace.waitMs('playback', now)).toBe(0)
    }
    expect(lengths).toEqual([5, 10, 20, 40, 40])
    now += 3 * 60 * minuteMs
    pace.lockedOut(now)
    expect(pace.closedUntilMs(now)).toBe(now + 5 * minuteMs)
  })

  it('stays stopped over a restart', () => {
    const before = new Pace()
    before.lockedOut(1_000_000)
    const after = new Pace(JSON.parse(JSON.stringify(before.remembered)))
    expect(after.waitMs('playback', 1_000_000 + minuteMs)).toBe(4 * minuteMs)
  })

  it('waits as long as a 429 says, and a while when it says nothing', () => {
    const pace = new Pace()
    pace.toldToWait(17_000, 1000)
    expect(pace.waitMs('playback', 1000)).toBe(17_000)
    pace.toldToWait(null, 1000)
    expect(pace.waitMs('playback', 1000)).toBe(17_000)
    const other = new Pace()
    other.toldToWait(null, 1000)
    expect(other.waitMs('playback', 1000)).toBe(5000)
  })

  it('goes faster where the node turned out not to hold back, step by step, each within what the last one vouches for', () => {
    const pace = new Pace()
    pace.canProbe = true
    let now = 1_000_000
    pace.told(null, now)
    let vouchedFor = 2 * stockLimit
    for (let step = 0; step < 9; step += 1) {
      // An import may fill the window while that is being found out.
      const sent = sendAll(pace, 'import', now, now + 1)
      expect(pace.used(now)).toBeLessThanOrEqual(vouchedFor)
      now += 20
      if (sent.length > 0 && pace.wantsProbe(now)) {
        pace.probing(now)
        pace.send(now)
        vouchedFor = 2 * pace.used(now)
        pace.probed(8, now)
      }
    }
    expect(pace.remembered.limit).toBe(highestLimit)
    now += windowMs
    expect(sendAll(pace, 'playback', now, now + 30_000).length).toBeGreaterThan(2 * highestLimit)
  })

  it('does not take a node’s word of yesterday: what it bore is tried anew, and known at once when it still holds', () => {
    const pace = new Pace({ ...freshPace, limit: 200 })
    pace.canProbe = true
    pace.told(null, 0)
    expect(sendAll(pace, 'playback', 0, 100)).toHaveLength(stockLimit)
    expect(pace.wantsProbe(100)).toBe(true)
    pace.send(100)
    pace.probed(4, 110)
    expect(pace.remembered.limit).toBe(200)
    expect(sendAll(pace, 'playback', 110, 200)).toHaveLength(200 - stockLimit - 1)
    pace.doubt()
    expect(pace.waitMs('playback', 200)).toBeGreaterThan(0)
  })

  it('finds out what a node bears only where its limits are not as delivered', () => {
    const pace = new Pace()
    pace.canProbe = true
    pace.told({ limit: 100, left: 99, resetMs: 9000 }, 0)
    expect(sendAll(pace, 'import', 0, 1000)).toHaveLength(14)
    expect(sendAll(pace, 'playback', 0, 1000)).toHaveLength(10)
    expect(pace.wantsProbe(1000)).toBe(false)
    pace.told({ limit: 5000, left: 4000, resetMs: 9000 }, 1000)
    expect(pace.wantsProbe(1000)).toBe(true)
    expect(sendAll(pace, 'import', 20_000, 21_000)).toHaveLength(stockLimit)
  })

  it('gives way, but for what is heard, while the node’s own count is nearly used up', () => {
    const pace = new Pace()
    pace.told({ limit: 100, left: 60, resetMs: 9000 }, 1000)
    expect(pace.waitMs('search', 1000)).toBe(0)
    pace.told({ limit: 100, left: 8, resetMs: 9000 }, 1000)
    expect(pace.waitMs('import', 1000)).toBe(8000)
    expect(pace.waitMs('playback', 1000)).toBe(0)
    expect(pace.waitMs('import', 9000)).toBe(0)
  })

  it('does not ask again for hours once a node held back', () => {
    const pace = new Pace()
    pace.canProbe = true
    pace.told(null, 0)
    sendAll(pace, 'playback', 0, 1000)
    expect(pace.wantsProbe(1000)).toBe(true)
    pace.send(1000)
    pace.probed(503, 1500)
    expect(pace.remembered.limit).toBe(stockLimit)
    sendAll(pace, 'playback', 20_000, 21_000)
    expect(pace.wantsProbe(21_000)).toBe(false)
    expect(sendAll(pace, 'import', 40_000, 41_000)).toHaveLength(14)
  })

  it('is not stuck by a clock that was set back', () => {
    const pace = new Pace(freshPace)
    sendAll(pace, 'playback', 10_000_000, 10_000_100)
    expect(pace.waitMs('playback', 1000)).toBeLessThanOrEqual(windowMs)
  })
})
