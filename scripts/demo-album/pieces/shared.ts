/** What the pieces have in common: sung parts, and the measure of a performance in frames. */
import { sing, smallChoir } from '../instruments/voice.ts'
import type { Part } from '../mix/part.ts'
import type { Song } from '../score/song.ts'

export function sungBy(song: Song): Part['play'] {
  return (frames, studio) => sing(song.syllables, smallChoir, frames, studio.rate)
}

export function framesOf(seconds: number, rate: number): number {
  return Math.round(seconds * rate)
}
