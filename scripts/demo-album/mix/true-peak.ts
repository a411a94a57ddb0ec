/** True peak: the largest value between the samples, by four-fold interpolation (ITU-R BS.1770-4, annex 2). */
import type { Stereo } from '../sound/stereo.ts'

const reach = 8

/** Windowed-sinc taps for the three places between two samples. */
const phases: readonly Float64Array[] = [0.25, 0.5, 0.75].map((fraction) => {
  const taps = Float64Array.from({ length: reach * 2 }, (_, index) => {
    const distance = index - reach + 1 - fraction
    const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / (reach + 0.5))
    return (Math.sin(Math.PI * distance) / (Math.PI * distance)) * window
  })
  const sum = taps.reduce((total, tap) => total + tap, 0)
  return taps.map((tap) => tap / sum)
})

/** Largest absolute value of every frame and the way to the next one, over both channels. */
export function truePeaks(sound: Stereo): Float32Array {
  const frames = sound.left.length
  const peaks = new Float32Array(frames)
  for (const channel of [sound.left, sound.right]) {
    for (let frame = 0; frame < frames; frame += 1) {
      let peak = Math.abs(channel[frame] ?? 0)
      // Quiet places cannot hold the peak; skip their interpolation.
      if (peak > 0.2) {
        for (const taps of phases) {
          let value = 0
          for (let tap = 0; tap < taps.length; tap += 1) {
            value += (taps[tap] ?? 0) * (channel[frame + tap - reach + 1] ?? 0)
          }
          peak = Math.max(peak, Math.abs(value))
        }
      }
      peaks[frame] = Math.max(peaks[frame] ?? 0, peak)
    }
  }
  return peaks
}

export function truePeakOf(sound: Stereo): number {
  return truePeaks(sound).reduce((largest, value) => Math.max(largest, value), 0)
}
