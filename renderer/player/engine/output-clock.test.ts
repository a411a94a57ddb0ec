import { expect, it } from 'vitest'
import { heardFrame, type OutputTime } from './output-clock.ts'

const outputAt = (
  state: AudioContextState,
  currentTime: number,
  contextTime: number,
  performanceTime: number,
): OutputTime => ({
  baseLatency: 0.01,
  sampleRate: 48_000,
  state,
  currentTime,
  getOutputTimestamp: () => ({ contextTime, performanceTime }),
})

it('counts on from the output’s timestamp, ahead of now as well', () => {
  const output = outputAt('running', 2, 1.9, 5000)
  expect(heardFrame(output, 5020, 5020)).toBeCloseTo(1.92 * 48_000)
  expect(heardFrame(output, 5320, 5020)).toBeCloseTo(2.22 * 48_000)
})

it('is never ahead of what is rendered, though the timestamp is one from before the output slept', () => {
  const output = outputAt('running', 2, 1.9, 5000)
  expect(heardFrame(output, 65_000, 65_000)).toBeCloseTo(2 * 48_000)
})

it('stands still while the output sleeps', () => {
  expect(heardFrame(outputAt('suspended', 2, 1.9, 5000), 65_000, 65_000)).toBeCloseTo(1.9 * 48_000)
})

it('makes do with the latency where there is no timestamp yet', () => {
  expect(heardFrame(outputAt('running', 2, 0, 0), 5000, 5000)).toBeCloseTo(1.99 * 48_000)
})
