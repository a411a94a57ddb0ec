import { describe, expect, it } from 'vitest'
import { driftPose } from './drift.ts'

describe('driftPose', () => {
  it('goes there and back without a jump', () => {
    expect(driftPose(96_000).scale).toBeCloseTo(1.12)
    expect(driftPose(192_000)).toEqual(driftPose(0))
    expect(driftPose(100_000).angle).toBeCloseTo(driftPose(92_000).angle)
  })

  it('moves so little per step that no step can be seen', () => {
    const steps = Array.from({ length: 64 }, (_step, index) => index * 3000)
    const turns = steps.map((ms) => Math.abs(driftPose(ms + 3000).angle - driftPose(ms).angle))
    expect(Math.max(...turns)).toBeLessThan(0.0061)
  })
})
