import { type Failure, failure, FailureError } from '../../../src/contract/index.ts'
import type { Urgency } from '../nodelink/pace.ts'
import type { NodeRecording, Nodes } from '../nodelink/ports.ts'
import type { Outbound } from '../outbound/index.ts'
import type { Held, SessionBuffer } from './buffer/index.ts'
import { candidatesOf, isShared, queryOf } from './candidates.ts'
import { DirectRung } from './direct.ts'
import { HlsRung } from './hls/index.ts'
import type { LadderView, Place, Play, Quality } from './ladder.ts'
import type { Lanes } from './lanes.ts'
import type { FailureMemory } from './memory.ts'
import { type Harm, isNodeGone, type NodeAccess, withNode } from './node-access.ts'
import { type Original, readOriginals } from './originals.ts'
import { PcmRung } from './pcm.ts'
import type { OnBytes, Rung, RungKind } from './rung.ts'

/** How long a node that is gone is waited for, in ms: where no other could take over, and where one could. */
const patienceMs = 60_000
const patienceWithOthersMs = 10_000
/** Reasons that hold for every track of a source. */
const wholeReasons = new Set(['node-stream-disabled', 'node-cluster-only-pcm'])
/** Reasons that may be the source's rather than this track's or this moment's. */
const blamable = new Set([...wholeReasons, 'node-track-unplayable', 'node-source-missing', 'node-failed'])
/** Candidates of one search that are tried. */
const candidatesLimit = 3

export interface PlacesParts {
  readonly nodes: Nodes
  readonly buffer: SessionBuffer
  readonly memory: FailureMemory
  readonly lanesOf: (nodeId: string) => Lanes
  readonly outboundOf: (host: string) => Outbound
  readonly quality: () => Quality
  readonly allowed: () => LadderView['allowed']
  readonly onBytes: (kind: RungKind, held: Held, ...arrived: Parameters<OnBytes>) => void
}

/** A way that is passed over, and why. */
export interface PassedRung {
  readonly route: RungKind
  readonly nodeId: string
  readonly failure: Failure
}

/** Where one track may be had, and what became of each attempt. */
export class Places {
  readonly passed: PassedRung[] = []
  private places: readonly Place[] = []
  private readonly searched = new Set<string>()
  /** By node and track there. */
  private readonly harms = new Map<string, Harm>()
  /** Something was passed over for what happened to other tracks. */
  private hasDoubts = false
  private isBlameless = false
  private readonly recording: NodeRecording
  private readonly urgency: () => Urgency
  private readonly parts: PlacesParts

  constructor(parts: PlacesParts, recording: NodeRecording, urgency: () => Urgency) {
    this.parts = parts
    this.recording = recording
    this.urgency = urgency
    // Nothing else is the same as what goes on without end.
    if (recording.isLive) for (const nodeId of parts.nodes.ids()) this.searched.add(nodeId)
  }

  /** All that is known now. */
  view(): LadderView {
    const { nodes, quality, allowed } = this.parts
    const { nodeId: own, encoded, sourceName } = this.recording
    const others = nodes.usable().filter(({ id }) => id !== own)
    if (nodes.ids().includes(own)) this.add(own, encoded)
    for (const { id, sources } of others)
      if (isShared(sourceName) && sources.includes(sourceName)) this.add(id, encoded)
    const nodeIds = [...(nodes.ids().includes(own) ? [own] : []), ...others.map(({ id }) => id)]
    return { places: this.places, searched: this.searched, nodeIds, quality: quality(), allowed: allowed() }
  }

  /** Asks a node where the original lies. */
  async ask(place: Place, signal: AbortSignal): Promise<void> {
    try {
      const answer = await withNode(this.access(place), signal, ({ client }) =>
        client.trackStream(place.encoded, { urgency: this.urgency(), signal }),
      )
      const { sourceName, lengthMs } = this.recording
      const { originals, passed } = readOriginals(answer, sourceName, lengthMs)
      this.change(place, { originals })
      if (passed !== null) this.note('direct', place.nodeId, passed)
    } catch (error) {
      if (signal.aborted || !(error instanceof FailureError)) throw error
      // Who is not there has no decoded sound either.
      this.change(place, { originals: [], ...(isNodeGone(error) && { pcmFailed: true }) })
      if (isNodeGone(error)) this.searched.add(place.nodeId)
      this.note('direct', place.nodeId, error.failure)
    }
  }

  /** Looks once for other candidates of the same recording on a node. */
  async search(nodeId: string, signal: AbortSignal): Promise<void> {
    try {
      const node = this.parts.nodes.usable().find(({ id }) => id === nodeId)
      const loaded = await node?.client.load(queryOf(this.recording), { urgency: this.urgency(), signal })
      const found = loaded?.kind === 'search' ? candidatesOf(this.recording, loaded.tracks) : []
      for (const { encoded } of found.slice(0, candidatesLimit)) this.add(nodeId, encoded)
    } catch (error) {
      if (signal.aborted || !(error instanceof FailureError)) throw error
    }
    this.searched.add(nodeId)
  }

  /** The way to the bytes that a step names. */
  rung({ place, original }: Play): Rung {
    const { buffer, lanesOf, outboundOf } = this.parts
    const held = buffer.open(this.recording.trackId)
    const access = this.access(place)
    const { lengthMs, isLive } = this.recording
    const { urgency } = this
    const onBytes: OnBytes = (bytes, waitedMs) => this.parts.onBytes(original?.kind ?? 'pcm', held, bytes, waitedMs)
    if (original === null) {
      const lanes = lanesOf(place.nodeId)
      return new PcmRung({ access, encoded: place.encoded, held, lanes, lengthMs, isLive, urgency, onBytes })
    }
    const outbound = outboundOf(this.parts.nodes.usable().find(({ id }) => id === place.nodeId)?.host ?? '')
    const renew = (signal: AbortSignal): Promise<string> => this.renew(place, original, signal)
    if (original.kind === 'direct') return new DirectRung({ original, held, outbound, renew, onBytes })
    const { allowed, quality } = this.parts
    const allowedBitRate = (): number => allowed().original
    const wantsLeast = quality() === 'save-data'
    return new HlsRung({ original, held, outbound, renew, onBytes, allowedBitRate, wantsLeast })
  }

  /** A step brought sound. */
  worked({ place, rung }: Play): void {
    this.parts.memory.worked(this.way(place.nodeId, rung))
  }

  /** An original was found to take so many bits per second. */
  measured(url: string, bitRate: number): void {
    for (const place of this.places) {
      const found = place.originals?.find((each) => each.url === url)
      if (found === undefined || found.bitRate === bitRate) continue
      const rest = place.originals?.filter((each) => each !== found) ?? []
      this.change(place, { originals: [...rest, { ...found, bitRate }] })
    }
  }

  /** A step came to nothing, and will not be taken again. */
  failed({ place, original, rung }: Play, why: Failure): void {
    this.note(rung, place.nodeId, why)
    if (original === null) this.change(place, { pcmFailed: true })
    else this.change(place, { failedUrls: new Set([...place.failedUrls, original.url]) })
  }

  /** What a step led to is something else now: the node is asked anew. */
  outdated({ place, original }: Play): void {
    if (original !== null) this.change(place, { originals: null })
  }

  note(route: RungKind, nodeId: string, why: Failure): void {
    this.passed.push({ route, nodeId, failure: why })
    const isWhole = wholeReasons.has(why.code)
    if (blamable.has(why.code)) this.parts.memory.failed(this.way(nodeId, route), this.recording.trackId, why, isWhole)
  }

  /** A fresh address of the same form of it. When the node names none any more, what it names instead is another encoding. */
  private async renew(place: Place, { kind, format }: Original, signal: AbortSignal): Promise<string> {
    const answer = await withNode(this.access(place), signal, ({ client }) =>
      client.trackStream(place.encoded, { urgency: 'playback', signal }),
    )
    const { sourceName, lengthMs } = this.recording
    const { originals } = readOriginals(answer, sourceName, lengthMs)
    if (originals.length === 0) throw new FailureError(failure('node-track-unplayable'))
    const fresh = originals.find((each) => each.kind === kind && each.format === format)
    if (fresh === undefined) throw new FailureError(failure('media-changed'))
    return fresh.url
  }

  private add(nodeId: string, encoded: string): void {
    const place: Place = { nodeId, encoded, originals: null, failedUrls: new Set(), pcmFailed: false }
    if (this.places.some((each) => isSame(each, place))) return
    const report = this.parts.nodes.usable().find(({ id }) => id === nodeId)?.report
    const noOriginals = report === undefined || report.direct === 'yes' ? null : reasonsOf[report.direct]
    const noPcm = report?.pcm === 'disabled' ? failure('node-stream-disabled') : null
    const blamed = { direct: noOriginals ?? this.blame(nodeId, 'direct'), pcm: noPcm ?? this.blame(nodeId, 'pcm') }
    this.hasDoubts ||= (noOriginals === null && blamed.direct !== null) || (noPcm === null && blamed.pcm !== null)
    const originals: readonly Original[] | null = blamed.direct === null ? null : []
    this.places = [...this.places, { ...place, originals, pcmFailed: blamed.pcm !== null }]
    if (blamed.direct !== null) this.passed.push({ route: 'direct', nodeId, failure: blamed.direct })
    if (blamed.pcm !== null) this.passed.push({ route: 'pcm', nodeId, failure: blamed.pcm })
  }

  /** Nothing is left: what was passed over for other tracks' sake is tried after all. False when there was nothing such. */
  tryAll(): boolean {
    if (!this.hasDoubts) return false
    this.hasDoubts = false
    this.isBlameless = true
    this.places = []
    return true
  }

  private blame(nodeId: string, route: RungKind): Failure | null {
    if (this.isBlameless) return null
    return this.parts.memory.blame(this.way(nodeId, route))
  }

  private way(nodeId: string, route: RungKind): string {
    return `${nodeId} ${this.recording.sourceName} ${route}`
  }

  private change(place: Place, change: Partial<Place>): void {
    this.places = this.places.map((each) => (isSame(each, place) ? Object.assign({}, each, change) : each))
  }

  private access({ nodeId, encoded }: Place): NodeAccess {
    const { nodes } = this.parts
    const key = `${nodeId} ${encoded}`
    const harm = this.harms.get(key) ?? { deaths: 0 }
    this.harms.set(key, harm)
    const hasOthers = (): boolean => nodes.usable().some(({ id }) => id !== nodeId)
    return { nodes, nodeId, harm, patienceMs: () => (hasOthers() ? patienceWithOthersMs : patienceMs) }
  }
}

const reasonsOf = {
  disabled: failure('node-stream-disabled'),
  cluster: failure('node-cluster-only-pcm'),
} as const

function isSame(one: Pick<Place, 'nodeId' | 'encoded'>, other: Pick<Place, 'nodeId' | 'encoded'>): boolean {
  return one.nodeId === other.nodeId && one.encoded === other.encoded
}
