import type { PlaybackRate } from './rate.ts'
import type { StreamBuffer } from './stream-buffer.ts'
import { Voice } from './voice.ts'

/** The voices that are on their way out: left behind by a skip, a seek, a re-anchor or a crossfade. */
export class FadingVoices {
  private voices: Voice[] = []
  private readonly shortFadeFrames: number
  private readonly rate: PlaybackRate

  /** `shortFadeFrames`: how fast a voice goes that something newer replaces. */
  constructor(shortFadeFrames: number, rate: PlaybackRate) {
    this.shortFadeFrames = shortFadeFrames
    this.rate = rate
  }

  get empty(): boolean {
    return this.voices.length === 0
  }

  /** Takes over a voice whose envelope already moves down; it joins the next block at `offset`. */
  add(voice: Voice, offset: number): void {
    voice.skipFrames = offset
    this.voices.push(voice)
  }

  /** Lets a copy of `voice` die away, reading from `source`; voices that were fading before are hurried along. */
  leave(voice: Voice, source: StreamBuffer, frames = this.shortFadeFrames): void {
    this.hurry()
    const dying = new Voice(source, voice.frame, voice.fraction, voice.envelope.clone())
    dying.previous = voice.previous
    dying.envelope.fadeOut(frames, 'smooth')
    this.voices.push(dying)
  }

  /** Shortens every fade under way. */
  hurry(): void {
    for (const voice of this.voices) voice.envelope.fadeOut(this.shortFadeFrames, 'smooth')
  }

  clear(): void {
    this.voices = []
  }

  /** Renders all of them into a block and lets go of those that are done. */
  render(left: Float32Array, right: Float32Array): void {
    if (this.voices.length === 0) return
    for (const voice of this.voices) {
      const rate = this.rate.of(voice)
      const wanted = left.length - voice.skipFrames
      const run = Math.min(wanted, voice.available(rate))
      if (run > 0) voice.render(left, right, voice.skipFrames, run, rate)
      if (run < wanted) voice.envelope.set(false)
      voice.skipFrames = 0
    }
    this.voices = this.voices.filter((voice) => !voice.envelope.closed)
  }
}

/** The next few milliseconds of a voice as a stream of their own, for a fade-out while its window is emptied. */
export function snapshot(voice: Voice, frames: number): StreamBuffer {
  return voice.stream.excerpt(Math.max(voice.stream.from, voice.frame - margin), frames + 2 * margin)
}

/** Frames on either side of an excerpt, for the interpolation. */
const margin = 32
