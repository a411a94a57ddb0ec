import { failure, FailureError } from '../../src/failure/index.ts'
import type { ByteSource } from '../player/engine/decode/byte-source.ts'
import { createPacketDecoder } from '../player/engine/decode/decoder.ts'
import { openPackets } from '../player/engine/decode/open.ts'
import type { PacketReader } from '../player/engine/decode/packets.ts'
import { withinSegment } from '../player/engine/decode/segment.ts'
import { Trimmer, type AudibleBlock } from '../player/engine/decode/trimmer.ts'
import type { Segment } from '../player/engine/types.ts'
import { LoudnessMeter, type Measurement } from './meter/index.ts'

/** Packets in a row that may fail before the file counts as damaged: as many as when it is played. */
const failuresLimit = 20

/**
 * Measures a file, or the part of it that a track is: what is heard of it, in its own channels and at its own rate, so that
 * neither resampling nor mixing down has a say. `turn` is awaited between packets. Throws what stands in the way as failures.
 */
export async function measureTrack(options: {
  readonly source: ByteSource
  readonly segment: Segment | null
  readonly turn: () => Promise<void>
}): Promise<Measurement> {
  const { source, segment, turn } = options
  const whole = await openPackets(source)
  try {
    return await measurePackets(segment === null ? whole : withinSegment(whole, segment), turn)
  } finally {
    whole.close()
  }
}

async function measurePackets(reader: PacketReader, turn: () => Promise<void>): Promise<Measurement> {
  const listener = createListener()
  const trimmer = new Trimmer(reader, 0, (block) => listener.push(block))
  const decoder = createPacketDecoder(reader, (block) => trimmer.push(block))
  try {
    await reader.seek(reader.trimStart - reader.prerollFrames)
    let lastPacketEnd: number | null = null
    for (;;) {
      await turn()
      const packet = await reader.next()
      if (packet === null) break
      lastPacketEnd = packet.frames === null ? null : packet.startFrame + packet.frames
      await decoder.decode(packet)
      if (decoder.failures > failuresLimit) throw new FailureError(failure('file-damaged'))
    }
    const [paddingFrames] = await Promise.all([reader.readPaddingFrames?.() ?? 0, decoder.flush()])
    trimmer.finish(lastPacketEnd, paddingFrames)
    return listener.finish()
  } finally {
    decoder.close()
  }
}

/** A meter that learns rate and channels from the first samples: headers do not always tell the truth. */
function createListener(): { push(block: AudibleBlock): void; finish(): Measurement } {
  let meter: LoudnessMeter | null = null
  let first: AudibleBlock | null = null
  let changes = false
  return {
    push(block) {
      first ??= block
      meter ??= new LoudnessMeter(block.sampleRateHz, block.channels.length)
      if (block.sampleRateHz !== first.sampleRateHz || block.channels.length !== first.channels.length) changes = true
      else meter.push(block.channels)
    },
    finish() {
      if (meter === null) throw new FailureError(failure('file-damaged'))
      // A file that is several recordings in a row, each of its own kind, has no loudness of its own.
      if (changes) throw new FailureError(failure('file-unsupported'))
      return meter.finish()
    },
  }
}
