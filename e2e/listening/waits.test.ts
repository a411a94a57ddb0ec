import { describe, expect, it } from 'vitest'
import { concat, part, type Stereo } from '../engine/support/compare.ts'
import { compareAcrossWaits } from './waits.ts'

const frames = 6000
const wave = (hz: number): Float32Array =>
  Float32Array.from({ length: frames }, (_, frame) => 0.5 * Math.sin(((frame + 1) * 2 * Math.PI * hz) / 48_000))
const reference: Stereo = { left: wave(311), right: wave(523) }
const silence = (length: number): Stereo => ({ left: new Float32Array(length), right: new Float32Array(length) })

/** The reference up to `frame`, a wait, and what follows from `goesOnAt`, faded as the app does. */
function brokenOff(frame: number, goesOnAt = frame): Stereo {
  const faded = (stretch: Stereo, gainAt: (index: number) => number): Stereo => ({
    left: stretch.left.map((sample, index) => sample * gainAt(index)),
    right: stretch.right.map((sample, index) => sample * gainAt(index)),
  })
  const before = faded(part(reference, 0, frame), (index) => Math.min(1, (frame - 1 - index) / 240))
  const behind = faded(part(reference, goesOnAt, frames), (index) => Math.min(1, index / 240))
  return [before, silence(1000), behind].reduce(concat)
}

describe('a recording that had to wait', () => {
  it('is as good as one that had not', () => {
    expect(compareAcrossWaits(reference, reference, 0)).toMatchObject({ worst: 0, endsAt: frames })
    expect(compareAcrossWaits(brokenOff(2500), reference, 0)).toMatchObject({ worst: 0, endsAt: frames + 1000 })
  })

  it.each([-30, -6, 6, 30])('does not hide that %i frames are lost on the way', (lost) => {
    expect(compareAcrossWaits(brokenOff(2500, 2500 + lost), reference, 0).errorDb).toBeGreaterThan(-60)
  })

  it('does not hide a changed sample beside the wait', () => {
    const changed = brokenOff(2500)
    changed.left[4500] = 0
    expect(compareAcrossWaits(changed, reference, 0).worst).toBeGreaterThan(0.01)
  })
})
