import { describe, expect, it } from 'vitest'
import { CoreHarness, decibels, noise, peak, rateHz, sine } from './testing/harness.ts'

describe('rate and re-anchoring', () => {
  it('stands right to the frame after two minutes at +100 ppm', () => {
    const harness = new CoreHarness()
    harness.load(1)
    harness.core.handle({ kind: 'rate', ppm: 100 })
    const second = sine(rateHz, 1_000)
    let delivered = 0
    const minutes = 2
    for (let elapsed = 0; elapsed < minutes * 60; elapsed += 1) {
      while (delivered < (elapsed + 3) * rateHz) {
        harness.deliver(1, second, { start: delivered, end: false })
        delivered += rateHz
      }
      harness.render(rateHz)
    }
    harness.core.handle({ kind: 'rate', ppm: 100 })
    harness.render(128)
    const anchor = harness.reportsOf('anchor').at(-1)?.anchor
    expect(anchor?.contextFrame).toBe(harness.contextFrame)
    expect(anchor?.frame).toBeCloseTo(harness.contextFrame * 1.0001, 3)
  })

  it('keeps a 1 kHz tone clean at +100 ppm: nothing above −80 dB', () => {
    const harness = new CoreHarness()
    harness.load(1)
    harness.deliver(1, sine(rateHz * 6, 1_000, 1))
    harness.core.handle({ kind: 'rate', ppm: 100 })
    const { left } = harness.render(rateHz * 5)
    const spectrum = residualAfterRemovingTone(left.subarray(4_096, 4_096 + rateHz * 4), 1_000 * 1.0001)
    expect(decibels(peak(spectrum))).toBeLessThan(-80)
  })

  it('passes samples through untouched again after the rate went back to 1', () => {
    const harness = new CoreHarness()
    const signal = noise(rateHz * 4, 0.3, 21)
    harness.load(1)
    harness.deliver(1, signal)
    harness.core.handle({ kind: 'rate', ppm: 137 })
    harness.render(rateHz)
    harness.core.handle({ kind: 'rate', ppm: 0 })
    harness.render(rateHz)
    const anchor = harness.reportsOf('anchor').at(-1)?.anchor
    const start = (anchor?.frame ?? 0) + harness.contextFrame - (anchor?.contextFrame ?? 0)
    expect(Number.isInteger(start)).toBe(true)
    const { left } = harness.render(9_600)
    expect(left.subarray(0, 9_600)).toEqual(signal.subarray(start, start + 9_600))
  })

  it('re-anchors by 20 ms with no discontinuity above −60 dB', () => {
    const harness = new CoreHarness()
    const frequencyHz = 100
    harness.load(1)
    harness.deliver(1, sine(rateHz * 4, frequencyHz, 1))
    harness.render(rateHz)
    const position = harness.contextFrame
    harness.core.handle({
      kind: 'reanchor',
      frame: position + 0.02 * rateHz,
      atContextFrame: harness.contextFrame,
      fadeFrames: 0.02 * rateHz,
      generation: 1,
    })
    const { left } = harness.render(9_600)
    // 20 ms is two whole periods of the tone: anything but a clean blend shows as a difference to the steady tone.
    const steady = sine(9_600, frequencyHz, 1, position)
    expect(decibels(peak(left.subarray(0, 9_600).map((sample, frame) => sample - (steady[frame] ?? 0))))).toBeLessThan(
      -60,
    )
    expect(left.subarray(2_000, 9_600)).toEqual(
      sine(rateHz * 4, frequencyHz, 1).subarray(position + 2_960, position + 10_560),
    )
  })

  it('re-anchors to the wanted place for a moment that has passed', () => {
    const harness = new CoreHarness()
    harness.load(1)
    harness.deliver(1, noise(rateHz * 4))
    harness.render(rateHz)
    harness.core.handle({
      kind: 'reanchor',
      frame: 60_000,
      atContextFrame: harness.contextFrame - 4_800,
      fadeFrames: 480,
      generation: 1,
    })
    harness.render(128)
    const anchor = harness.reportsOf('anchor').at(-1)?.anchor
    expect(anchor).toMatchObject({ frame: 60_000 + 4_800 + 128, generation: 1 })
  })
})

/** What is left of a signal when the best-fitting sine of one frequency is taken out (least squares). */
function residualAfterRemovingTone(samples: Float32Array, frequencyHz: number): Float32Array {
  let sineSum = 0
  let cosineSum = 0
  const angle = (frame: number) => (2 * Math.PI * frequencyHz * frame) / rateHz
  samples.forEach((sample, frame) => {
    sineSum += sample * Math.sin(angle(frame))
    cosineSum += sample * Math.cos(angle(frame))
  })
  const sineGain = (2 * sineSum) / samples.length
  const cosineGain = (2 * cosineSum) / samples.length
  return samples.map(
    (sample, frame) => sample - sineGain * Math.sin(angle(frame)) - cosineGain * Math.cos(angle(frame)),
  )
}
