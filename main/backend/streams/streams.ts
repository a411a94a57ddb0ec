import path from 'node:path'
import type { Log } from '../log/index.ts'
import type { MediaStream, MediaWait } from '../media/index.ts'
import type { NodeRecordings, Nodes } from '../nodelink/ports.ts'
import { createOutbound, type Outbound } from '../outbound/index.ts'
import { SessionBuffer } from './buffer/index.ts'
import type { Quality } from './ladder.ts'
import { Lanes } from './lanes.ts'
import { TrackStream } from './track-stream.ts'

/** Tracks that were asked for last and therefore stay: the one that plays and the one that follows it. */
const recentTracks = 2
/** Tracks that are remembered at all. */
const rememberedTracks = 100
/** When the app ends, streams that must not be broken off are read on for so long, in ms. */
const closingMs = 1500
const memoryBytes = 48e6

export interface StreamsOptions {
  /** Folder of all data: the buffer's file lies in it. */
  readonly dataFolder: string
  readonly nodes: Nodes
  readonly recordings: Pick<NodeRecordings, 'recording'>
  readonly quality: () => Quality
  /** Bound of what is kept of streamed tracks, in bytes. */
  readonly bufferBytes: number
  readonly log: Log
}

/** The tracks that nodes play, as bytes. */
export interface Streams {
  /** The bytes of a track that a node found; null for any other id. */
  stream(trackId: string): MediaStream | null
  close(): Promise<void>
}

/** Starts nothing until a track is asked for. */
export function createStreams(options: StreamsOptions): Streams {
  const { nodes, recordings, log } = options
  const buffer = new SessionBuffer({
    folder: path.join(options.dataFolder, 'stream-buffer'),
    limitBytes: options.bufferBytes,
    memoryBytes,
  })
  void buffer.clear()
  const streams = new Map<string, TrackStream>()
  const lanes = new Map<string, Lanes>()
  const outbounds = new Map<string, Outbound>()

  function made<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
    const value = map.get(key) ?? make()
    map.set(key, value)
    return value
  }

  /** The newest is the last. */
  function use(stream: TrackStream): void {
    if ([...streams.keys()].at(-1) === stream.trackId && buffer.isProtected(stream.trackId)) return
    streams.delete(stream.trackId)
    streams.set(stream.trackId, stream)
    const recent = [...streams.keys()].slice(-recentTracks).reverse()
    buffer.protect(recent)
    for (const each of streams.values()) if (!recent.includes(each.trackId)) each.rest()
    for (const [trackId, oldest] of streams) {
      if (streams.size <= rememberedTracks) break
      oldest.close()
      streams.delete(trackId)
    }
  }

  function streamOf(trackId: string): TrackStream | null {
    const known = streams.get(trackId)
    if (known !== undefined) return known
    const recording = recordings.recording(trackId)
    if (recording === null) return null
    const stream = new TrackStream({
      recording,
      nodes,
      buffer,
      lanesOf: (nodeId) => made(lanes, nodeId, () => new Lanes()),
      outboundOf: (host) => made(outbounds, host, () => createOutbound({ trustsHost: (asked) => asked === host })),
      quality: options.quality,
      allowedBitRate: () => Infinity,
      urgency: () => 'playback',
      onBytes: () => undefined,
      onChange: () => undefined,
      log,
    })
    streams.set(trackId, stream)
    return stream
  }

  return {
    stream(trackId) {
      const stream = streamOf(trackId)
      if (stream === null) return null
      return {
        open(wait: MediaWait) {
          use(stream)
          return stream.open(wait)
        },
      }
    },
    async close() {
      for (const stream of streams.values()) stream.close()
      await Promise.all([...lanes.values()].map((each) => each.close(closingMs)))
      for (const outbound of outbounds.values()) outbound.close()
      await buffer.close()
    },
  }
}
