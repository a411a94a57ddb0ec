import path from 'node:path'
import type { StreamInfo } from '../../../src/streams/index.ts'
import type { MediaStream, MediaWait } from '../media/index.ts'
import type { NodeRecordings, Nodes } from '../nodelink/ports.ts'
import { createOutbound, type Outbound } from '../outbound/index.ts'
import { SessionBuffer } from './buffer/index.ts'
import { infoOf } from './info.ts'
import type { Quality } from './ladder.ts'
import { Lanes } from './lanes.ts'
import { freshLine, type Line, type LineEvent, nextLine } from './line.ts'
import { FailureMemory } from './memory.ts'
import { Teller } from './teller.ts'
import { pause } from './node-access.ts'
import { TrackStream } from './track-stream.ts'

/** Tracks that were asked for last and therefore stay: the one that plays and the one that follows it. */
const recentTracks = 2
/** Tracks that are remembered at all. */
const rememberedTracks = 100
/** When the app ends, streams that must not be broken off are read on for so long, in ms. */
const closingMs = 1500
const memoryBytes = 48e6
/** Tracks that change faster than this are being skipped, in ms; the node is asked only for one that stays for a moment. */
const hasteMs = 500
const settleMs = 200

export interface StreamsOptions {
  /** Folder of all data: the buffer's file lies in it. */
  readonly dataFolder: string
  readonly nodes: Nodes
  readonly recordings: Pick<NodeRecordings, 'recording'>
  readonly quality: () => Quality
  /** Bound of what is kept of streamed tracks, in bytes. */
  readonly bufferBytes: () => number
  readonly onChange: (info: StreamInfo) => void
  /** Longest silence of a server with originals that is borne, in ms; what is usual where left out. */
  readonly longestSilenceMs?: number
}

/** The tracks that nodes play, as bytes. */
export interface Streams {
  /** The bytes of a track that a node found; null for any other id. */
  stream(trackId: string): MediaStream | null
  /** Looks ahead for tracks that will probably be heard, the very next one first; replaces an earlier wish. */
  prepare(trackIds: readonly string[]): void
  info(trackId: string): StreamInfo | null
  /** The settings have changed. */
  settingsChanged(): void
  close(): Promise<void>
}

/** Starts nothing until a track is asked for. */
export function createStreams(options: StreamsOptions): Streams {
  const { nodes, recordings, quality, longestSilenceMs } = options
  const buffer = new SessionBuffer({
    folder: path.join(options.dataFolder, 'stream-buffer'),
    limitBytes: options.bufferBytes(),
    memoryBytes,
  })
  /** By track, the one that was asked for last at the end. */
  const streams = new Map<string, TrackStream>()
  const lanes = new Map<string, Lanes>()
  const outbounds = new Map<string, Outbound>()
  const memory = new FailureMemory(() => performance.now())
  const lines: Record<'original' | 'pcm', Line> = { original: freshLine, pcm: freshLine }
  const teller = new Teller((trackId) => {
    const info = infoNow(trackId)
    if (info !== null) options.onChange(info)
  })
  let recent: readonly string[] = []
  let soon: string | null = null
  let changedMs = -Infinity
  let preparing = new AbortController()

  function made<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
    const value = map.get(key) ?? make()
    map.set(key, value)
    return value
  }

  function learn(line: 'original' | 'pcm', event: LineEvent): void {
    lines[line] = nextLine(lines[line], event)
  }

  function infoNow(trackId: string): StreamInfo | null {
    const stream = streams.get(trackId)
    if (stream === undefined) return null
    const line = stream.playing?.rung.facts.kind === 'pcm' ? lines.pcm : lines.original
    return infoOf(stream, nodes, line.throughput)
  }

  /** What plays and what comes next stays; the rest is left to itself. */
  function protect(): void {
    const kept = [...recent, ...(soon === null ? [] : [soon])]
    buffer.protect(kept)
    for (const each of streams.values()) if (!kept.includes(each.trackId)) each.rest()
  }

  /** Resolves when it is worth asking the node: at once, unless tracks are being skipped. */
  async function settled({ trackId, playing }: TrackStream, wait: MediaWait): Promise<void> {
    const isNew = recent[0] !== trackId
    const isHasty = isNew && performance.now() - changedMs < hasteMs
    if (isNew) changedMs = performance.now()
    use(trackId)
    if (isHasty && playing === null) await pause(settleMs, wait.ended)
  }

  function use(trackId: string): void {
    if (recent[0] === trackId) return
    recent = [trackId, ...recent.filter((each) => each !== trackId)].slice(0, recentTracks)
    protect()
  }

  function forgetOldest(): void {
    for (const [trackId, oldest] of streams) {
      if (streams.size <= rememberedTracks) return
      if (buffer.isProtected(trackId)) continue
      oldest.close()
      streams.delete(trackId)
    }
  }

  function streamOf(trackId: string): TrackStream | null {
    const known = streams.get(trackId)
    if (known !== undefined) {
      streams.delete(trackId)
      streams.set(trackId, known)
      return known
    }
    const recording = recordings.recording(trackId)
    if (recording === null) return null
    const stream = new TrackStream({
      recording,
      nodes,
      buffer,
      memory,
      lanesOf: (nodeId) => made(lanes, nodeId, () => new Lanes()),
      outboundOf: (host) =>
        made(outbounds, host, () => createOutbound({ trustsHost: (asked) => asked === host, longestSilenceMs })),
      quality,
      allowed: () =>
        quality() === 'original'
          ? { original: Infinity, pcm: Infinity }
          : { original: lines.original.allowed, pcm: lines.pcm.allowed },
      onBytes(kind, held, bytes, waitedMs) {
        if (held.waiting > 0 && waitedMs !== null)
          learn(kind === 'pcm' ? 'pcm' : 'original', { kind: 'arrived', bytes, waitedMs })
        teller.tell(trackId)
      },
      onReading: ({ rung }, reading) =>
        learn(rung === 'pcm' ? 'pcm' : 'original', { kind: 'reading', ...reading, nowMs: performance.now() }),
      onChange: () => teller.tell(trackId),
    })
    streams.set(trackId, stream)
    forgetOldest()
    return stream
  }

  async function prepareAll(trackIds: readonly string[], signal: AbortSignal): Promise<void> {
    for (const [place, trackId] of trackIds.entries()) {
      if (signal.aborted) return
      // What stands in the way is told to whoever plays it.
      await streamOf(trackId)
        ?.prepare(place === 0, signal)
        .catch(() => undefined)
    }
  }

  return {
    stream(trackId) {
      const stream = streamOf(trackId)
      if (stream === null) return null
      return {
        async open(wait: MediaWait) {
          await settled(stream, wait)
          return stream.open(wait)
        },
      }
    },
    prepare(trackIds) {
      preparing.abort()
      preparing = new AbortController()
      const [first] = trackIds
      soon = first !== undefined && recordings.recording(first) !== null ? first : null
      protect()
      void prepareAll(trackIds, preparing.signal)
    },
    info: infoNow,
    settingsChanged: () => buffer.setLimit(options.bufferBytes()),
    async close() {
      preparing.abort()
      teller.close()
      for (const stream of streams.values()) stream.close()
      await Promise.all([...lanes.values()].map((each) => each.close(closingMs)))
      for (const outbound of outbounds.values()) outbound.close()
      await buffer.close()
    },
  }
}
