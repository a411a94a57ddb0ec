import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import {
  type NodeStandIn,
  type NodeTrack,
  startNodeStandIn,
  type StandInOptions,
} from '../../../../testkit/nodelink/index.ts'
import { failure, FailureError } from '../../../../src/contract/index.ts'
import type { NodeReport } from '../../../../src/nodelink/index.ts'
import { silentLog } from '../../log/index.ts'
import { createMediaHandler } from '../../media/index.ts'
import { type MediaServer, serveMedia } from '../../media/testing/index.ts'
import { createNodeClient } from '../../nodelink/client.ts'
import { createGovernor } from '../../nodelink/governor.ts'
import type { NodeRecording, Nodes, UsableNode } from '../../nodelink/ports.ts'
import { createOutbound } from '../../outbound/index.ts'
import { createStreams, type Streams, type StreamsOptions } from '../index.ts'

/** A stand-in for a node that the tests' streams use. */
export interface TestNode {
  readonly node: NodeStandIn
  readonly usable: UsableNode
}

/** Streams over real sockets: stand-ins behind, a media server in front. */
export interface StreamsBench {
  readonly nodes: readonly TestNode[]
  readonly streams: Streams
  /** Makes a track of a node known to the app and answers its id there. */
  register(track: NodeTrack, facts?: Partial<NodeRecording>): string
  get(trackId: string, headers?: Record<string, string>, signal?: AbortSignal): Promise<Response>
  close(): Promise<void>
}

export async function startBench(
  standIns: readonly StandInOptions[] = [{ mode: 'single' }],
  options: Partial<StreamsOptions> = {},
): Promise<StreamsBench> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'melofy-streams-'))
  const closers: (() => Promise<void> | void)[] = []
  const tested: TestNode[] = []
  for (const [index, standIn] of standIns.entries()) {
    const node = await startNodeStandIn(standIn)
    const outbound = createOutbound({ trustsHost: (host) => host === '127.0.0.1' })
    const governor = createGovernor({
      now: () => Date.now(),
      after(delayMs, callback) {
        const timer = setTimeout(callback, delayMs)
        return () => clearTimeout(timer)
      },
    })
    const client = createNodeClient({
      address: { baseUrl: node.address, password: node.password },
      outbound,
      governor,
    })
    const report: NodeReport = {
      version: '3.8.0',
      mode: node.mode,
      sources: ['youtube', 'soundcloud', 'deezer', 'http', 'local'],
      direct: node.mode === 'cluster' ? 'cluster' : node.behaviour.hasTrackStream ? 'yes' : 'disabled',
      pcm: node.behaviour.hasLoadStream ? 'yes' : 'disabled',
      latencyMs: 1,
      advice: [],
    }
    const usable = {
      id: `node${index}`,
      name: `Node ${index}`,
      host: '127.0.0.1',
      client,
      report,
      sources: report.sources,
    }
    tested.push({ node, usable })
    closers.push(
      () => node.close(),
      () => outbound.close(),
      () => governor.close(),
    )
  }
  const recordings = new Map<string, NodeRecording>()
  const streams = createStreams({
    dataFolder: folder,
    nodes: nodesOf(tested),
    recordings: { recording: (trackId) => recordings.get(trackId) ?? null },
    quality: () => 'auto',
    bufferBytes: () => 512e6,
    onChange: () => undefined,
    ...options,
  })
  const media: MediaServer = await serveMedia(
    createMediaHandler({
      audioFile: () => undefined,
      audioStream: (trackId) => streams.stream(trackId),
      coverFolder: folder,
      thumbnails: null,
      remoteCovers: null,
      upload: null,
      log: silentLog,
    }),
  )
  return {
    nodes: tested,
    streams,
    register({ encoded, info }, facts = {}) {
      const trackId = `track-${recordings.size + 1}`
      recordings.set(trackId, {
        trackId,
        nodeId: 'node0',
        encoded,
        sourceName: info.sourceName,
        identifier: info.identifier,
        uri: info.uri,
        isrc: info.isrc,
        title: info.title,
        author: info.author,
        lengthMs: info.length > 0 ? info.length : null,
        isLive: info.isStream,
        ...facts,
      })
      return trackId
    },
    get: (trackId, headers = {}, signal = new AbortController().signal) =>
      fetch(`${media.address}/media/audio/${trackId}`, { headers, signal }),
    async close() {
      await media.close()
      await streams.close()
      for (const close of closers) await close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Nodes that are usable whenever they are alive, and looked for every few ms when they are not. */
function nodesOf(tested: readonly TestNode[]): Nodes {
  const alive = (): UsableNode[] => tested.filter(({ node }) => node.isAlive).map(({ usable }) => usable)
  const find = (nodeId: string): UsableNode | undefined => alive().find(({ id }) => id === nodeId)
  return {
    ids: () => tested.map(({ usable }) => usable.id),
    usable: alive,
    ready: () => Promise.resolve(alive()),
    nameOf: (nodeId) => tested.find(({ usable }) => usable.id === nodeId)?.usable.name ?? null,
    failureOf: (nodeId) =>
      find(nodeId) === undefined && tested.some(({ usable }) => usable.id === nodeId)
        ? failure('node-unreachable')
        : null,
    async whenUsable(nodeId, signal) {
      for (;;) {
        const node = find(nodeId)
        if (node !== undefined) return node
        if (signal.aborted) throw new FailureError(failure('cancelled'))
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    missed: () => undefined,
  }
}

/** Reads a track through the media route as a player does, in ranges, asking again when told to wait. */
export async function readByRanges(
  bench: StreamsBench,
  trackId: string,
  options: {
    readonly rangeBytes?: number
    readonly from?: number
    readonly etag?: string
    readonly until?: number
  } = {},
): Promise<{ readonly bytes: Buffer; readonly etag: string; readonly type: string; readonly total: string }> {
  const { rangeBytes = 262_144, until = Infinity } = options
  const parts: Buffer[] = []
  let at = options.from ?? 0
  let { etag = '' } = options
  let type = ''
  let total = ''
  while (at < until) {
    const condition = etag === '' ? {} : { 'if-match': etag }
    const response = await bench.get(trackId, {
      range: `bytes=${at}-${Math.min(until, at + rangeBytes) - 1}`,
      ...condition,
    })
    if (response.status === 503) {
      await response.arrayBuffer()
      continue
    }
    total = response.headers.get('content-range')?.split('/')[1] ?? total
    if (response.status === 416) break
    if (response.status !== 206) throw new Error(`${response.status} ${await response.text()}`)
    etag = response.headers.get('etag') ?? ''
    type = response.headers.get('content-type') ?? ''
    const bytes = Buffer.from(await response.arrayBuffer())
    parts.push(bytes)
    at += bytes.length
    if (String(at) === total) break
  }
  return { bytes: Buffer.concat(parts), etag, type, total }
}
