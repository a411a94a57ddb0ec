/** Plays every part, sets its level, sends it to the room and sums. */
import { convolve } from './convolution.ts'
import { echoesOf } from './echo.ts'
import { impulseOf, type Room } from './impulse.ts'
import { loudnessOf } from './loudness.ts'
import type { Part } from './part.ts'
import { highPass, lowPass } from '../sound/filters.ts'
import { createRandom } from '../sound/random.ts'
import { addStereo, fromDecibels, process, scale, silence, type Stereo } from '../sound/stereo.ts'

/** How much of each side goes into the other side of the room. */
const crossing = 0.3

export function mix(name: string, parts: readonly Part[], room: Room, frames: number, rate: number): Stereo {
  const dry = silence(frames)
  const send = silence(frames)
  for (const part of parts) {
    const studio = { rate, random: createRandom(`${name} ${part.name}`) }
    const track = part.play(frames, studio)
    for (const channel of [track.left, track.right]) {
      process(channel, highPass(part.band[0], rate))
      process(channel, lowPass(part.band[1], rate))
    }
    scale(track, fromDecibels(part.loudness - loudnessOf(track, rate)))
    if (part.echo !== undefined) addStereo(track, echoesOf(track, part.echo, rate))
    addStereo(dry, track)
    addStereo(send, track, 0, fromDecibels(part.room))
  }
  const entering: Stereo = {
    left: send.left.map((sample, frame) => sample * (1 - crossing) + (send.right[frame] ?? 0) * crossing),
    right: send.right.map((sample, frame) => sample * (1 - crossing) + (send.left[frame] ?? 0) * crossing),
  }
  addStereo(dry, convolve(entering, impulseOf(room, rate)))
  return dry
}
