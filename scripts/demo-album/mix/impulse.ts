/**
 * The impulse response of a hall that never stood: early reflections, then noise that fades by octave band, high bands
 * first, as air and curtains have it. The two channels are independent, so the tail is as wide as the room.
 */
import { ease } from '../sound/envelope.ts'
import { bandPass, highPass } from '../sound/filters.ts'
import { createRandom } from '../sound/random.ts'
import { silence, type Stereo } from '../sound/stereo.ts'

export interface Room {
  readonly name: string
  /** Seconds to fall by 60 dB at 500 Hz. */
  readonly ring: number
  /** Seconds before the room answers. */
  readonly distance: number
}

/** Band centre in Hz, its ring relative to 500 Hz, its level. */
const bands: readonly (readonly [number, number, number])[] = [
  [125, 1.05, 0.6],
  [250, 1.08, 0.9],
  [500, 1, 1],
  [1000, 0.9, 0.9],
  [2000, 0.72, 0.68],
  [4000, 0.5, 0.42],
  [8000, 0.3, 0.2],
]

export function impulseOf(room: Room, rate: number): Stereo {
  const random = createRandom(`room ${room.name}`)
  const response = silence(Math.ceil((room.ring * 1.25 + room.distance) * rate))
  for (const channel of [response.left, response.right]) {
    addTail(channel, room, rate, () => random.next() * 2 - 1)
    for (let index = 0; index < 9; index += 1) {
      const delay = room.distance * 0.4 + random.between(0.004, 0.06)
      const at = Math.floor(delay * rate)
      const level = (random.next() < 0.5 ? -0.3 : 0.3) * Math.exp(-delay * 22)
      channel[at] = (channel[at] ?? 0) + level
      channel[at + 1] = (channel[at + 1] ?? 0) + level * 0.6
    }
  }
  return unitEnergy(response)
}

function addTail(channel: Float32Array, room: Room, rate: number, noise: () => number): void {
  const delay = Math.floor(room.distance * rate)
  for (const [centre, ringRatio, level] of bands) {
    const band = bandPass(centre, rate, 1.1)
    const clean = highPass(90, rate)
    const decay = 6.91 / (room.ring * ringRatio * rate)
    const end = channel.length - delay
    for (let frame = 0; frame < end; frame += 1) {
      const bloom = ease(frame / (0.045 * rate))
      const fade = ease((end - frame) / (0.1 * rate))
      const sample = clean(band(noise())) * level * Math.exp(-decay * frame) * bloom * fade
      channel[frame + delay] = (channel[frame + delay] ?? 0) + sample
    }
  }
}

/** One unit of energy per channel, so that send levels mean the same in every room. */
function unitEnergy(response: Stereo): Stereo {
  for (const channel of [response.left, response.right]) {
    let energy = 0
    for (const sample of channel) energy += sample * sample
    const gain = 1 / Math.sqrt(energy)
    for (let index = 0; index < channel.length; index += 1) channel[index] = (channel[index] ?? 0) * gain
  }
  return response
}
