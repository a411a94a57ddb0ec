/** A look-ahead limiter on the true peak: gain falls before a peak arrives and comes back slowly after it. */
import { truePeaks } from './true-peak.ts'
import type { Stereo } from '../sound/stereo.ts'

/** Seconds. */
const lookAhead = 0.006
const recovery = 0.16

/** Limits in place to `ceiling` (linear amplitude). */
export function limit(sound: Stereo, ceiling: number, rate: number): void {
  const reach = Math.round(lookAhead * rate)
  const wanted = truePeaks(sound).map((peak) => (peak > ceiling ? ceiling / peak : 1))
  const held = slidingMinimum(wanted, reach)
  const back = 1 - Math.exp(-1 / (recovery * rate))
  let gain = 1
  const curve = held.map((target) => {
    gain = target < gain ? target : gain + (target - gain) * back
    return gain
  })
  // A moving average as long as the look-ahead turns the steps into ramps that end on the peak.
  let sum = reach + 1
  for (let frame = 0; frame < curve.length; frame += 1) {
    sum += (curve[frame] ?? 1) - (curve[frame - reach - 1] ?? 1)
    const smooth = sum / (reach + 1)
    sound.left[frame] = (sound.left[frame] ?? 0) * smooth
    sound.right[frame] = (sound.right[frame] ?? 0) * smooth
  }
}

/** Smallest value of each frame and the `reach` frames after it, by a monotonic queue. */
function slidingMinimum(values: Float32Array, reach: number): Float32Array {
  const result = new Float32Array(values.length)
  const queue: number[] = []
  let head = 0
  for (let index = values.length - 1; index >= 0; index -= 1) {
    const value = values[index] ?? 1
    while (queue.length > head && (values[queue.at(-1) ?? 0] ?? 1) >= value) queue.pop()
    queue.push(index)
    if ((queue[head] ?? 0) > index + reach) head += 1
    result[index] = values[queue[head] ?? index] ?? 1
  }
  return result
}
