import type { DecodedBlock } from './decoder.ts'
import type { PacketReader } from './packets.ts'

/** Audible samples, an array per channel; frame 0 is the first audible one of the track, at the rate of `sampleRateHz`. */
export interface AudibleBlock {
  readonly startFrame: number
  readonly sampleRateHz: number
  readonly channels: readonly Float32Array[]
}

/** A hole longer than this is not filled with silence: the track is broken there, in seconds. */
const longestHoleSeconds = 5

/**
 * Cuts decoder delay, padding and pre-roll off decoded blocks and makes the frame count continuous: a
 * hole left by a packet that could not be decoded becomes silence, so that everything behind it stays at its time. One
 * block is held back, because only the end of the file tells how much of the last one is padding.
 */
export class Trimmer {
  private readonly reader: PacketReader
  private readonly emit: (block: AudibleBlock) => void
  private held: AudibleBlock | null = null
  /** Next frame to give out, audible count at the decoder's rate; null until the first block shows the rate. */
  private expected: number | null = null
  private wanted: number
  private outputRateHz: number

  /** `wantedFrame`: first frame to give out, audible count at the reader's rate. */
  constructor(reader: PacketReader, wantedFrame: number, emit: (block: AudibleBlock) => void) {
    this.reader = reader
    this.wanted = wantedFrame
    this.emit = emit
    this.outputRateHz = reader.sampleRateHz
  }

  /** Frames given out or held so far plus those before them: where the track stands, at the decoder's rate. */
  get position(): number {
    return this.expected ?? this.wanted
  }

  get sampleRateHz(): number {
    return this.outputRateHz
  }

  /** Takes a decoded block. */
  push(block: DecodedBlock): void {
    const scale = block.sampleRateHz / this.reader.sampleRateHz
    this.outputRateHz = block.sampleRateHz
    this.expected ??= Math.round(this.wanted * scale)
    const start = block.startFrame - Math.round(this.reader.trimStart * scale)
    const frames = block.channels[0]?.length ?? 0
    const limit =
      this.reader.trimEnd === null ? Infinity : Math.round((this.reader.trimEnd - this.reader.trimStart) * scale)
    const from = Math.max(start, this.expected)
    const to = Math.min(start + frames, limit)
    if (to <= from) return
    if (from > this.expected) {
      const hole = from - this.expected
      if (hole > longestHoleSeconds * block.sampleRateHz) return
      const silence = block.channels.map(() => new Float32Array(hole))
      this.hold({ startFrame: this.expected, sampleRateHz: block.sampleRateHz, channels: silence })
    }
    const whole = from === start && to === start + frames
    this.hold({
      startFrame: from,
      sampleRateHz: block.sampleRateHz,
      channels: whole ? block.channels : block.channels.map((samples) => samples.slice(from - start, to - start)),
    })
    this.expected = to
  }

  /**
   * The end of the file: gives out what was held, cut at the true end, which lies `paddingFrames` (reader's rate) before the
   * last decoded one. Answers the length, audible count at the decoder's rate.
   */
  finish(lastPacketEnd: number | null, paddingFrames: number): number {
    const scale = this.outputRateHz / this.reader.sampleRateHz
    const byPacket = lastPacketEnd === null ? Infinity : Math.round((lastPacketEnd - this.reader.trimStart) * scale)
    const end = Math.max(0, Math.min(this.position - Math.round(paddingFrames * scale), byPacket))
    const { held } = this
    this.held = null
    if (held !== null && held.startFrame < end) {
      const keep = end - held.startFrame
      this.emit({ ...held, channels: held.channels.map((samples) => samples.slice(0, keep)) })
    }
    return end
  }

  private hold(block: AudibleBlock): void {
    const { held } = this
    this.held = block
    if (held !== null) this.emit(held)
  }
}
