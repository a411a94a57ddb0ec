import { pcmFormat } from './types.ts'

/** What the node does to samples on their way: volume, its loudness normaliser, the one filter a listener would count. */
export interface Changes {
  /** 100 leaves them as they are; 200 doubles and clips. */
  readonly volume: number
  readonly driftsLoudness: boolean
  /** Of the timescale filter; 1 where there is none. */
  readonly speed: number
}

/** The normaliser lets the level fall from 1 towards this, most of it in the first seconds: so it went on the real node. */
const settledGain = 0.56
const settlingFrames = 2 * pcmFormat.sampleRateHz

/** Passes PCM through, changed. Without changes it is the same bytes; parts need not hold whole frames. */
export async function* changed(parts: AsyncIterable<Buffer>, changes: Changes): AsyncGenerator<Buffer> {
  if (changes.volume === 100 && !changes.driftsLoudness && changes.speed === 1) {
    yield* parts
    return
  }
  let rest: Buffer = Buffer.alloc(0)
  let read = 0
  let written = 0
  for await (const part of parts) {
    const bytes = Buffer.concat([rest, part])
    const frames = Math.floor(bytes.length / pcmFormat.bytesPerFrame)
    rest = bytes.subarray(frames * pcmFormat.bytesPerFrame)
    const out = Buffer.alloc(Math.ceil(frames / changes.speed + 1) * pcmFormat.bytesPerFrame)
    let at = 0
    // The nearest frame for each moment of the faster or slower time.
    for (; Math.floor(written * changes.speed) < read + frames; written++) {
      const frame = Math.floor(written * changes.speed) - read
      const gain = (changes.volume / 100) * (changes.driftsLoudness ? driftedGain(written) : 1)
      for (let channel = 0; channel < pcmFormat.channels; channel++) {
        const value = Math.round(bytes.readInt16LE(frame * 4 + channel * 2) * gain)
        at = out.writeInt16LE(Math.max(-32_768, Math.min(32_767, value)), at)
      }
    }
    read += frames
    yield out.subarray(0, at)
  }
}

function driftedGain(frame: number): number {
  return settledGain + (1 - settledGain) * Math.exp(-frame / settlingFrames)
}
