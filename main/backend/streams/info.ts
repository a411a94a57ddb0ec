import type { StreamInfo } from '../../../src/streams/index.ts'
import type { Nodes } from '../nodelink/ports.ts'
import { pcmBitRate } from './ladder.ts'
import type { TrackStream } from './track-stream.ts'

/** What is told of how a track comes here. `throughput`: bits per second of its line, null when unknown. */
export function infoOf(stream: TrackStream, nodes: Nodes, throughput: number | null): StreamInfo {
  const { playing, recording, passed, failure } = stream
  const nameOf = (nodeId: string): string => nodes.nameOf(nodeId) ?? ''
  const nodeId = playing?.play.place.nodeId ?? recording.nodeId
  const rung = playing?.rung ?? null
  const { lengthMs } = recording
  const total = rung?.totalBytes ?? null
  const measured = total !== null && lengthMs !== null ? (total * 8000) / lengthMs : null
  const bitRate = rung?.facts.kind === 'pcm' ? pcmBitRate : (playing?.play.original?.bitRate ?? measured)
  return {
    trackId: stream.trackId,
    state: playing === null ? (failure === null ? 'looking' : 'failed') : 'open',
    route: rung?.facts.kind ?? null,
    sourceName: recording.sourceName,
    nodeName: playing === null ? null : nameOf(nodeId),
    nodeFailure: nodes.failureOf(nodeId),
    format: rung?.facts.format ?? null,
    isLossless: rung?.facts.isLossless ?? null,
    bitRate: bitRate === null ? null : Math.round(bitRate),
    sampleRateHz: rung?.facts.sampleRateHz ?? null,
    heldBytes: rung?.held.heldBytes ?? 0,
    totalBytes: total,
    throughput: throughput === null ? null : Math.round(throughput),
    passed: passed.map((each) => ({
      route: each.route,
      nodeName: nameOf(each.nodeId),
      failure: each.failure,
    })),
  }
}
