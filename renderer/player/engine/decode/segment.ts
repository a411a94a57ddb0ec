import { failure, FailureError } from '../../../../src/failure/index.ts'
import type { Segment } from '../types.ts'
import type { PacketReader } from './packets.ts'

/**
 * A part of a file as if it were a file of its own: what lies around it is trimmed like an encoder's delay and padding. Both
 * borders are the nearest frame of the stream, so that one segment's end is the next one's start, and no frame is lost or
 * played twice. Throws `file-damaged` when the file ends before the segment begins.
 */
export function withinSegment(reader: PacketReader, segment: Segment): PacketReader {
  const toFrames = (milliseconds: number): number => Math.round((milliseconds * reader.sampleRateHz) / 1000)
  const startFrame = toFrames(segment.startMs)
  const endFrame = segment.endMs === null ? null : toFrames(segment.endMs)
  if (reader.lengthHint !== null && startFrame >= reader.lengthHint) throw new FailureError(failure('file-damaged'))
  const trimStart = reader.trimStart + startFrame
  const trimEnd = earlier(reader.trimEnd, endFrame === null ? null : reader.trimStart + endFrame)
  const wholeLength = reader.lengthHint === null ? null : reader.lengthHint - startFrame
  const { readPaddingFrames, prepareSeeking } = reader
  return {
    codec: reader.codec,
    sampleRateHz: reader.sampleRateHz,
    channels: reader.channels,
    trimStart,
    trimEnd,
    lengthHint: earlier(wholeLength, endFrame === null ? null : endFrame - startFrame),
    promisedEnd: reader.promisedEnd === null ? null : earlier(reader.promisedEnd, trimEnd),
    prerollFrames: reader.prerollFrames,
    seek: (frame) => reader.seek(frame),
    async next() {
      const packet = await reader.next()
      // A decoder may hold back as much as it needs to settle: it is fed that far beyond the end.
      const isPast = packet !== null && trimEnd !== null && packet.startFrame >= trimEnd + reader.prerollFrames
      return isPast ? null : packet
    },
    // The padding lies at the end of the file, where only the last segment ends.
    ...(endFrame === null && readPaddingFrames !== undefined && { readPaddingFrames }),
    ...(prepareSeeking !== undefined && { prepareSeeking }),
    close: () => reader.close(),
  }
}

function earlier(one: number | null, other: number | null): number | null {
  return one === null ? other : other === null ? one : Math.min(one, other)
}
