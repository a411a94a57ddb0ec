import { describe, expect, it } from 'vitest'
import { CoreHarness, decibels, noise, peak, rateHz, rootMeanSquare, sine } from './testing/harness.ts'

describe('a prepared track', () => {
  it('plays from the very next sample, all that was decoded ahead included', () => {
    const harness = new CoreHarness()
    const signal = noise(20_000)
    harness.load(1)
    harness.deliver(1, noise(20_000, 0.5, 3))
    harness.core.handle({ kind: 'prepare', streamId: 2 })
    harness.deliver(2, signal)
    harness.render(1280)
    harness.load(2)
    // The one before dies away over some milliseconds; behind that every sample is the prepared one's.
    const { left } = harness.render(10_000)
    expect(left.subarray(512, 10_000)).toEqual(signal.subarray(512, 10_000))
    expect(harness.reportsOf('started').at(-1)).toEqual({ kind: 'started', streamId: 2, contextFrame: 1280 })
  })

  it('is forgotten when another is prepared or loaded', () => {
    const harness = new CoreHarness()
    for (const streamId of [1, 2]) {
      harness.core.handle({ kind: 'prepare', streamId })
      harness.deliver(streamId, noise(20_000, 0.5, streamId))
    }
    harness.load(3)
    for (const streamId of [1, 2]) {
      harness.load(streamId)
      expect(peak(harness.render(2_000).left)).toBe(0)
    }
  })

  it('takes nothing from the track that follows when it is not the one that is loaded', () => {
    const harness = new CoreHarness()
    const next = noise(20_000, 0.5, 5)
    harness.load(1)
    harness.core.handle({ kind: 'next', streamId: 2, gain: 1, join: { kind: 'gapless' } })
    harness.core.handle({ kind: 'prepare', streamId: 3 })
    harness.deliver(2, next)
    harness.load(2)
    expect(harness.render(5_000).left.subarray(0, 5_000)).toEqual(next.subarray(0, 5_000))
  })
})

describe('plain playback', () => {
  it('passes samples through untouched at rate 1 and full volume', () => {
    const harness = new CoreHarness()
    const signal = noise(20_000)
    harness.load(1)
    harness.deliver(1, signal)
    expect(harness.render(20_000).left.subarray(0, 20_000)).toEqual(signal)
  })

  it('ends to the frame', () => {
    const harness = new CoreHarness()
    harness.load(1)
    harness.deliver(1, noise(12_345, 0.5, 7))
    const { left } = harness.render(13_000)
    expect(left[12_344]).not.toBe(0)
    expect(peak(left.subarray(12_345))).toBe(0)
    expect(harness.reportsOf('ended')).toEqual([{ kind: 'ended', streamId: 1, contextFrame: 12_345, broken: false }])
  })

  it('starts with the first sample after a paused load, without a fade', () => {
    const harness = new CoreHarness()
    const signal = noise(5_000)
    harness.load(1, { play: false })
    harness.deliver(1, signal)
    expect(peak(harness.render(1_000).left)).toBe(0)
    harness.core.handle({ kind: 'play' })
    expect(harness.render(5_000).left.subarray(0, 5_000)).toEqual(signal)
  })

  it('loses no frame over a pause and reports silence once', () => {
    const harness = new CoreHarness()
    const signal = sine(48_000, 441)
    harness.load(1)
    harness.deliver(1, signal)
    harness.render(9_600)
    harness.core.handle({ kind: 'pause' })
    const fading = harness.render(4_800).left
    expect(peak(fading.subarray(512))).toBe(0)
    harness.core.handle({ kind: 'play' })
    const resumed = harness.render(4_800).left
    const place = harness.reportsOf('anchor').findLast((report) => report.anchor.rate === 0)?.anchor.frame ?? 0
    expect(place).toBe(9_600 + 512)
    // After the fade-in the samples are those that follow the pause, exactly.
    expect(resumed.subarray(512, 4_096)).toEqual(signal.subarray(place + 512, place + 4_096))
    expect(harness.reportsOf('silent')).toHaveLength(1)
  })

  it('ramps the volume instead of stepping and rests exactly at the target', () => {
    const harness = new CoreHarness()
    harness.load(1)
    harness.deliver(1, new Float32Array(48_000).fill(0.5))
    harness.render(1_280)
    harness.core.handle({ kind: 'volume', gain: 0.25 })
    const { left } = harness.render(2_560)
    for (let frame = 1; frame < left.length; frame += 1) {
      expect(Math.abs((left[frame] ?? 0) - (left[frame - 1] ?? 0))).toBeLessThan(0.001)
    }
    expect(left.at(-1)).toBe(0.125)
  })

  it('drops deliveries of an older generation and of streams that were closed', () => {
    const harness = new CoreHarness()
    harness.load(1, { startFrame: 0 })
    harness.core.handle({ kind: 'seek', frame: 100_000, generation: 1, sentDecoder: null })
    harness.deliver(1, sine(4_800, 1_000), { generation: 0 })
    expect(peak(harness.render(4_800).left)).toBe(0)
    expect(harness.reportsOf('outsideWindow')).toEqual([
      { kind: 'outsideWindow', streamId: 1, frame: 100_000, generation: 1, isSent: false },
    ])
    harness.deliver(1, sine(4_800, 1_000), { generation: 1, start: 100_000 })
    expect(peak(harness.render(4_800).left)).toBeGreaterThan(0.4)
  })
})

describe('samples that are here before the command that names their track', () => {
  it('are played from the first to the last, in a load and in a join', () => {
    const harness = new CoreHarness()
    const [first, second] = [noise(10_000), noise(9_000, 0.5, 7)]
    harness.deliver(1, first)
    harness.load(1)
    harness.deliver(2, second)
    harness.core.handle({ kind: 'next', streamId: 2, gain: 1, join: { kind: 'gapless' } })
    const { left } = harness.render(19_000)
    expect(left.subarray(0, 10_000)).toEqual(first)
    expect(left.subarray(10_000, 19_000)).toEqual(second)
  })

  it('are played when their track was prepared', () => {
    const harness = new CoreHarness()
    const signal = noise(10_000)
    harness.deliver(1, signal)
    harness.core.handle({ kind: 'prepare', streamId: 1 })
    harness.load(1)
    expect(harness.render(10_000).left.subarray(0, 10_000)).toEqual(signal)
  })

  it('go on where those before the command ended', () => {
    const harness = new CoreHarness()
    const signal = noise(20_000)
    harness.deliver(1, signal.subarray(0, 8_000), { end: false })
    harness.load(1)
    harness.deliver(1, signal.subarray(8_000), { start: 8_000 })
    expect(harness.render(20_000).left.subarray(0, 20_000)).toEqual(signal)
  })

  it('are void when their track comes again from its start before its turn', () => {
    const harness = new CoreHarness()
    const [first, again] = [noise(10_000), noise(9_000, 0.5, 7)]
    harness.load(1)
    harness.deliver(1, first)
    harness.deliver(2, noise(9_000, 0.5, 9))
    harness.core.deliver({ kind: 'restart', streamId: 2, generation: 0 })
    harness.deliver(2, again)
    harness.core.handle({ kind: 'next', streamId: 2, gain: 1, join: { kind: 'gapless' } })
    expect(harness.render(19_000).left.subarray(10_000, 19_000)).toEqual(again)
  })

  it('are let go when their track was named before and is closed', () => {
    const harness = new CoreHarness()
    harness.load(3)
    harness.deliver(1, noise(4_800))
    harness.deliver(3, noise(4_800))
    harness.load(1)
    expect(peak(harness.render(9_600).left.subarray(512))).toBe(0)
  })
})

describe('joins', () => {
  it('plays two streams as one signal: no frame inserted, none missing', () => {
    const harness = new CoreHarness()
    const whole = noise(40_000, 0.5, 3)
    harness.load(1)
    harness.core.handle({ kind: 'next', streamId: 2, gain: 1, join: { kind: 'gapless' } })
    harness.deliver(1, whole.slice(0, 17_777))
    harness.deliver(2, whole.slice(17_777))
    expect(harness.render(40_000).left.subarray(0, 40_000)).toEqual(whole)
    expect(harness.reportsOf('switched')).toEqual([
      { kind: 'switched', from: 1, streamId: 2, contextFrame: 17_777, renderedFrames: 17_777 },
    ])
  })

  it('joins without a click also at another rate', () => {
    const joined = new CoreHarness()
    const whole = sine(48_000, 1_000)
    joined.load(1)
    joined.core.handle({ kind: 'next', streamId: 2, gain: 1, join: { kind: 'gapless' } })
    joined.deliver(1, whole.slice(0, 17_777))
    joined.deliver(2, whole.slice(17_777))
    joined.core.handle({ kind: 'rate', ppm: 300 })
    const single = new CoreHarness()
    single.load(1)
    single.deliver(1, whole)
    single.core.handle({ kind: 'rate', ppm: 300 })
    const left = joined.render(40_000).left
    const reference = single.render(40_000).left
    expect(peak(left.map((sample, frame) => sample - (reference[frame] ?? 0)))).toBeLessThan(1e-6)
  })

  it('crossfades with equal power within 0.5 dB', () => {
    const harness = new CoreHarness()
    const fade = 24_000
    harness.load(1)
    harness.core.handle({ kind: 'next', streamId: 2, gain: 1, join: { kind: 'crossfade', frames: fade } })
    harness.deliver(1, noise(96_000, 0.5, 11))
    harness.deliver(2, noise(96_000, 0.5, 12))
    const { left } = harness.render(160_000)
    const level = decibels(rootMeanSquare(left.subarray(24_000, 60_000)))
    for (let start = 72_000; start + 4_800 <= 96_000; start += 4_800) {
      const during = decibels(rootMeanSquare(left.subarray(start, start + 4_800)))
      expect(Math.abs(during - level)).toBeLessThan(0.5)
    }
    expect(harness.reportsOf('switched')[0]).toMatchObject({ contextFrame: 72_000, streamId: 2 })
    // The next track begins with the fade and is not shortened: it ends at 72 000 + 96 000.
    harness.render(10_000)
    expect(harness.reportsOf('ended')[0]?.contextFrame).toBe(168_000)
  })

  it('waits for a next track that is late and goes on with its first sample', () => {
    const harness = new CoreHarness()
    const second = noise(9_600, 0.5, 5)
    harness.load(1)
    harness.core.handle({ kind: 'next', streamId: 2, gain: 1, join: { kind: 'gapless' } })
    harness.deliver(1, noise(9_600))
    harness.render(12_800)
    harness.deliver(2, second)
    expect(harness.render(9_600).left.subarray(0, 9_600)).toEqual(second)
  })

  it('does not run into the next track when the current one is broken', () => {
    const harness = new CoreHarness()
    harness.load(1)
    harness.core.handle({ kind: 'next', streamId: 2, gain: 1, join: { kind: 'gapless' } })
    harness.deliver(1, noise(9_600), { end: false })
    harness.core.deliver({ kind: 'end', streamId: 1, generation: 0, totalFrames: 9_600, broken: true })
    harness.deliver(2, noise(9_600))
    harness.render(12_800)
    expect(harness.reportsOf('ended')).toEqual([{ kind: 'ended', streamId: 1, contextFrame: 9_600, broken: true }])
    expect(harness.reportsOf('switched')).toEqual([])
  })

  it('starts a track that was decoded ahead at once', () => {
    const harness = new CoreHarness()
    const second = noise(48_000, 0.5, 9)
    harness.load(1)
    harness.deliver(1, noise(96_000))
    harness.core.handle({ kind: 'next', streamId: 2, gain: 1, join: { kind: 'gapless' } })
    harness.deliver(2, second)
    harness.render(9_600)
    const skippedAt = harness.contextFrame
    harness.load(2)
    const { left } = harness.render(9_600)
    expect(harness.reportsOf('started').at(-1)).toEqual({ kind: 'started', streamId: 2, contextFrame: skippedAt })
    expect(left.subarray(480, 9_600)).toEqual(second.subarray(480, 9_600))
  })
})

describe('stalls', () => {
  it('fades into a stall, says so, and goes on where it stood', () => {
    const harness = new CoreHarness()
    const signal = sine(96_000, 500)
    harness.load(1)
    harness.deliver(1, signal.slice(0, 20_000), { end: false })
    const before = harness.render(25_600).left
    expect(harness.reportsOf('stalled')).toHaveLength(1)
    const steps = before.map((sample, frame) => Math.abs(sample - (before[frame - 1] ?? 0)))
    expect(peak(steps)).toBeLessThan(0.04)
    harness.deliver(1, signal.slice(20_000), { start: 20_000 })
    const after = harness.render(9_600).left
    expect(after.subarray(480, 9_600)).toEqual(signal.subarray(20_480, 29_600))
  })
})

describe('seeking', () => {
  it('moves inside the window at once and without a click', () => {
    const harness = new CoreHarness()
    const signal = sine(480_000, 300)
    harness.load(1)
    harness.deliver(1, signal)
    harness.render(9_600)
    harness.core.handle({ kind: 'seek', frame: 300_000, generation: 1, sentDecoder: null })
    const { left } = harness.render(9_600)
    expect(left.subarray(240, 9_600)).toEqual(signal.subarray(300_240, 309_600))
    const steps = left.map((sample, frame) => (frame === 0 ? 0 : Math.abs(sample - (left[frame - 1] ?? 0))))
    expect(peak(steps)).toBeLessThan(0.05)
  })

  it('plays what the decoder sent from a far place, also when that was here before the word of the seek', () => {
    const harness = new CoreHarness()
    const far = noise(20_000, 0.5, 9)
    harness.load(1)
    harness.deliver(1, sine(48_000, 300), { end: false })
    harness.render(9_600)
    harness.deliver(1, far.slice(0, 8_000), { start: 900_000, generation: 1, end: false })
    harness.core.handle({ kind: 'seek', frame: 900_000, generation: 1, sentDecoder: 1 })
    harness.deliver(1, far.slice(8_000), { start: 908_000, generation: 1, end: false })
    // The place before dies away and the new one fades in over 5 ms.
    expect(harness.render(9_600).left.subarray(512, 9_600)).toEqual(far.subarray(512, 9_600))
    expect(harness.reportsOf('outsideWindow')).toMatchObject([{ frame: 900_000, generation: 1, isSent: true }])
  })

  it('asks for the decoder where the page has sent that of another track', () => {
    const harness = new CoreHarness()
    harness.load(2)
    harness.deliver(2, sine(48_000, 300), { end: false })
    harness.core.handle({ kind: 'seek', frame: 900_000, generation: 1, sentDecoder: 1 })
    expect(harness.reportsOf('outsideWindow')).toMatchObject([{ streamId: 2, isSent: false }])
  })

  it('keeps ten seconds behind the read head and lets go of the rest', () => {
    const harness = new CoreHarness()
    harness.load(1)
    harness.deliver(1, sine(rateHz * 30, 300))
    harness.render(rateHz * 25)
    const anchor = harness.reportsOf('anchor').at(-1)?.anchor
    expect(anchor?.bufferedFrom).toBeGreaterThan(rateHz * 13)
    expect(anchor?.bufferedFrom).toBeLessThanOrEqual(rateHz * 15)
  })
})

describe('loading the track that a join has just made current', () => {
  it('plays what is decoded of it, from its start', () => {
    const harness = new CoreHarness()
    const next = noise(rateHz)
    harness.load(1)
    harness.core.handle({ kind: 'next', streamId: 2, gain: 1, join: { kind: 'gapless' } })
    harness.deliver(1, noise(1280))
    harness.deliver(2, next)
    harness.render(2560)
    expect(harness.reports.some((report) => report.kind === 'switched')).toBe(true)
    harness.load(2)
    // Behind the fade-out of what was heard before.
    harness.render(512)
    const { left } = harness.render(1280)
    expect(left).toEqual(next.slice(512, 512 + left.length))
  })
})

describe('a browser that does not ask for every frame', () => {
  it('goes on with the frame that comes next, and tells that it stood still meanwhile', () => {
    const harness = new CoreHarness()
    const signal = noise(rateHz, 0.3, 23)
    harness.load(1)
    harness.deliver(1, signal)
    harness.render(4_096)
    harness.contextFrame += 896
    const { left } = harness.render(4_096)
    expect(left).toEqual(signal.subarray(4_096, 8_192))
    const anchors = harness.reportsOf('anchor').map(({ anchor }) => anchor)
    expect(anchors.slice(-2)).toMatchObject([
      { contextFrame: 4_096, frame: 4_096, rate: 0 },
      { contextFrame: 4_992, frame: 4_096, rate: 1 },
    ])
  })
})
