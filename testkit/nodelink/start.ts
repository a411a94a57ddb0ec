import type { IncomingMessage, ServerResponse } from 'node:http'
import os from 'node:os'
import { Catalogue } from './catalogue.ts'
import { realClock } from './clock.ts'
import { Counters } from './counters.ts'
import { Faults } from './faults.ts'
import { Gate } from './gate.ts'
import { handle } from './handle.ts'
import { seenLandings } from './landing.ts'
import { type NodeLimits, stockLimits } from './limits.ts'
import type { NodeBehaviour, NodeContext } from './node.ts'
import type { OriginFile } from './origin/file.ts'
import { type MediaOrigin, startMediaOrigin } from './origin/origin.ts'
import { Outlet } from './outlet.ts'
import { SocketServer } from './socket-server.ts'
import type { Clock, ListFacts, NodeMode, NodeTrack, RequestRecord, TrackFacts } from './types.ts'

export interface StandInOptions {
  readonly mode?: NodeMode
  readonly password?: string
  /** Names of the sources it has. */
  readonly sources?: readonly string[]
  /** Source of what has no prefix: `youtube`. */
  readonly defaultSearchSource?: string
  /** Folder of relative local paths. */
  readonly musicFolder?: string
  /** Numbers of its protection that differ from those it is delivered with. */
  readonly limits?: Partial<NodeLimits>
  /** What the protection counts by, and waits on. */
  readonly clock?: Clock
  readonly behaviour?: Partial<NodeBehaviour>
}

/** A running stand-in. */
export interface NodeStandIn {
  readonly mode: NodeMode
  /** `http://127.0.0.1:port`; the same after `revive`. */
  readonly address: string
  readonly password: string
  /** Every request since the start, oldest first. */
  readonly requests: readonly RequestRecord[]
  readonly counters: Counters
  /** Faults by path (`/v4/loadstream`) or `*`. Requests that the protection refuses never reach them. */
  readonly faults: Faults
  readonly behaviour: NodeBehaviour
  /** The server of direct addresses. */
  readonly origin: MediaOrigin
  addTrack(facts: TrackFacts): NodeTrack
  addList(facts: ListFacts): void
  /** The file at the origin behind a track: to let its addresses expire or go wrong. */
  originOf(track: NodeTrack): OriginFile
  readonly isAlive: boolean
  /** Sockets of clients that are open now. */
  readonly openSockets: number
  /** How often it ended by itself. */
  readonly deaths: number
  /** As if the process were gone: every socket reset, the port closed. */
  kill(): void
  revive(): Promise<void>
  close(): Promise<void>
}

const defaultSources = ['youtube', 'soundcloud', 'spotify', 'deezer', 'applemusic', 'local', 'http']

/** A stand-in for a NodeLink 3 node over real sockets, with its quirks and limits, and faults on command. */
export async function startNodeStandIn(options: StandInOptions = {}): Promise<NodeStandIn> {
  const { mode = 'single', password = 'youshallnotpass', clock = realClock } = options
  const origin = await startMediaOrigin()
  const catalogue = new Catalogue()
  const faults = new Faults()
  const gate = new Gate(password, clock.now())
  const requests: RequestRecord[] = []
  const requestCounts = new Map<string, number>()
  const originFiles = new Map<string, OriginFile>()
  const keptAddresses = new Map<OriginFile, string>()
  let deaths = 0
  const behaviour: NodeBehaviour = {
    hasLoadStream: true,
    hasTrackStream: true,
    canDie: true,
    driftsLoudness: true,
    keepsAddresses: false,
    landings: seenLandings,
    firstByteDelayMs: 0,
    limits: { ...stockLimits, ...options.limits },
    ...options.behaviour,
  }
  const node: NodeContext = {
    mode,
    clock,
    sources: options.sources ?? defaultSources,
    defaultSearchSource: options.defaultSearchSource ?? 'youtube',
    musicFolder: options.musicFolder ?? os.tmpdir(),
    catalogue,
    origin,
    behaviour,
    requestCounts,
    startedAtMs: clock.now(),
    originFileOf: (encoded) => originFiles.get(encoded) ?? null,
    addressOf(file) {
      const kept = behaviour.keepsAddresses ? keptAddresses.get(file) : undefined
      const address = kept ?? file.sign()
      keptAddresses.set(file, address)
      return address
    },
    die() {
      // Streams that break because of it find nothing left to end.
      if (!behaviour.canDie || !server.isUp) return
      deaths++
      server.kill()
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '/', 'http://localhost')
    const judged = gate.judge(request, node)
    const record: RequestRecord = {
      atMs: clock.now(),
      method: request.method ?? '',
      path: address.pathname,
      query: address.searchParams,
      verdict: judged.verdict,
      status: 0,
      sentBytes: 0,
      end: 'open',
    }
    requests.push(record)
    requestCounts.set(address.pathname, (requestCounts.get(address.pathname) ?? 0) + 1)
    response.on('close', () => {
      record.status = response.headersSent ? response.statusCode : 0
      record.end = response.writableFinished ? 'complete' : 'aborted'
    })
    const isRefused = judged.verdict !== 'free' && judged.verdict !== 'delayed'
    const outlet = new Outlet(
      response,
      isRefused ? null : faults.take(address.pathname, address.searchParams),
      (bytes) => {
        record.sentBytes += bytes
      },
    )
    await handle(node, judged, request, outlet)
  }

  const server = new SocketServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await server.start()

  return {
    mode,
    address: `http://127.0.0.1:${server.port}`,
    password,
    requests,
    counters: new Counters(requests),
    faults,
    behaviour,
    origin,
    addTrack(facts) {
      const track = catalogue.addTrack(facts)
      const known = catalogue.find(track.info)
      if (known !== null) originFiles.set(track.encoded, origin.publish(known.sound))
      return track
    },
    addList: (facts) => catalogue.addList(facts),
    originOf(track) {
      const file = originFiles.get(track.encoded)
      if (file === undefined) throw new Error('That track was not added to this node.')
      return file
    },
    get isAlive() {
      return server.isUp
    },
    get openSockets() {
      return server.openSockets
    },
    get deaths() {
      return deaths
    },
    kill: () => server.kill(),
    revive: () => server.start(),
    async close() {
      await server.close()
      await origin.close()
    },
  }
}
