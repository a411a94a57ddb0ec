import { describe, expect, it } from 'vitest'
import { generated, generatedPcm } from './generated.ts'
import { heardStretches } from './heard.ts'

const sound = generated(2000, 7)

/** As an output renders it. */
function rendered(...parts: readonly (readonly [from: number, to: number])[]): Record<'left' | 'right', Float32Array> {
  const silence = Buffer.alloc(400)
  const pcm = Buffer.concat(parts.map(([from, to]) => (from < 0 ? silence : generatedPcm(sound, from, to - from))))
  const channel = (number: number): Float32Array =>
    Float32Array.from({ length: pcm.length / 4 }, (_, frame) => pcm.readInt16LE(frame * 4 + number * 2) / 32_768)
  return { left: channel(0), right: channel(1) }
}

/** A hundred frames of nothing. */
const pause = [-1, -1] as const

describe('which frames were heard', () => {
  it('all of them', () => {
    expect(heardStretches(rendered(pause, [0, 96_000], pause), sound)).toEqual([
      { from: 0, to: 96_000, silenceBefore: 100, endsAt: 96_100 },
    ])
  })

  it('silence in the middle loses nothing', () => {
    expect(heardStretches(rendered([0, 40_000], pause, [40_000, 96_000]), sound)).toMatchObject([
      { from: 0, to: 96_000 },
    ])
  })

  it('a breath in the middle loses nothing', () => {
    const heard = rendered([0, 40_000], pause, [40_000, 96_000])
    for (const samples of [heard.left, heard.right])
      for (let frame = 0; frame < 240; frame++) {
        samples[39_999 - frame] = (samples[39_999 - frame] ?? 0) * (frame / 240)
        samples[40_100 + frame] = (samples[40_100 + frame] ?? 0) * (frame / 240)
      }
    expect(heardStretches(heard, sound)).toMatchObject([{ from: 0, to: 96_000 }])
  })

  it('a frame left out, a frame twice, and a whole turn of the counter left out', () => {
    expect(heardStretches(rendered([0, 30_000], [30_001, 50_000]), sound)).toMatchObject([
      { from: 0, to: 30_000 },
      { from: 30_001, to: 50_000 },
    ])
    expect(heardStretches(rendered([0, 30_000], [29_999, 50_000]), sound)).toMatchObject([
      { from: 0, to: 30_000 },
      { from: 29_999, to: 50_000 },
    ])
    expect(heardStretches(rendered([0, 30_000], [30_000 + 0x4000, 60_000]), sound)).toMatchObject([
      { from: 0, to: 30_000 },
      { from: 46_384, to: 60_000 },
    ])
  })

  it('nothing of another sound', () => {
    expect(heardStretches(rendered([0, 30_000]), generated(2000, 8))).toEqual([])
  })
})
