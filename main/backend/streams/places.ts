import { type Failure, failure, FailureError } from '../../../src/contract/index.ts'
import type { Log } from '../log/index.ts'
import type { Urgency } from '../nodelink/pace.ts'
import type { NodeRecording, Nodes, UsableNode } from '../nodelink/ports.ts'
import type { Outbound } from '../outbound/index.ts'
import type { SessionBuffer } from './buffer/index.ts'
import { DirectRung } from './direct.ts'
import type { LadderView, Place, Quality, Step } from './ladder.ts'
import type { Lanes } from './lanes.ts'
import { isNodeGone, type NodeAccess, withNode } from './node-access.ts'
import { type Original, readOriginals } from './originals.ts'
import { PcmRung } from './pcm.ts'
import type { Rung } from './rung.ts'

/** How long a node that is gone is waited for, in ms: where no other could take over, and where one could. */
const patienceMs = 60_000
const patienceWithOthersMs = 10_000

export interface PlacesParts {
  readonly nodes: Nodes
  readonly buffer: SessionBuffer
  readonly lanesOf: (nodeId: string) => Lanes
  readonly outboundOf: (host: string) => Outbound
  readonly quality: () => Quality
  readonly allowedBitRate: () => number
  readonly urgency: () => Urgency
  readonly onBytes: (bytes: number) => void
  readonly log: Log
}

/** What is known of one candidate; replaced as more becomes known. */
interface KnownPlace {
  readonly nodeId: string
  readonly encoded: string
  originals: readonly Original[] | null
  failedUrls: ReadonlySet<string>
  pcmFailed: boolean
}

/** Where one track may be had, and what became of each attempt. */
export class Places {
  private readonly known: KnownPlace[] = []
  private readonly searched = new Set<string>()
  private hasBegun = false
  private readonly parts: PlacesParts
  private readonly recording: NodeRecording

  constructor(parts: PlacesParts, recording: NodeRecording) {
    this.parts = parts
    this.recording = recording
  }

  /** Waits until the nodes are known. */
  async begin(signal: AbortSignal): Promise<void> {
    if (this.hasBegun) return
    const { nodeId, encoded } = this.recording
    const nodes = await this.parts.nodes.ready(signal)
    this.hasBegun = true
    const isThere = nodes.some(({ id }) => id === nodeId) || this.parts.nodes.failureOf(nodeId) !== null
    if (isThere) this.add(nodeId, encoded)
  }

  view(): LadderView {
    const { nodes, quality, allowedBitRate } = this.parts
    const usable = nodes.usable()
    const places = this.known.map((place): Place => {
      const report = usable.find(({ id }) => id === place.nodeId)?.report
      const hasOriginals = report === undefined || report.direct === 'yes'
      return { ...place, hasOriginals, hasPcm: report?.pcm !== 'disabled' }
    })
    const nodeIds = new Set(places.map(({ nodeId }) => nodeId))
    return {
      places,
      searched: this.searched,
      nodeIds: [...nodeIds],
      quality: quality(),
      allowedBitRate: allowedBitRate(),
    }
  }

  /** Asks a node where the original lies. Answers why there is none. */
  async ask(place: Place, signal: AbortSignal): Promise<Failure | null> {
    const { urgency } = this.parts
    try {
      const answer = await withNode(this.access(place.nodeId), signal, ({ client }) =>
        client.trackStream(place.encoded, { urgency: urgency(), signal }),
      )
      const { sourceName, lengthMs } = this.recording
      const { originals, passed } = readOriginals(answer, sourceName, lengthMs)
      this.change(place, { originals })
      return passed
    } catch (error) {
      if (signal.aborted || !(error instanceof FailureError)) throw error
      this.change(place, { originals: [], ...(isNodeGone(error) && { pcmFailed: true }) })
      if (isNodeGone(error)) this.searched.add(place.nodeId)
      return error.failure
    }
  }

  /** Looks for another candidate of the same recording. */
  async search(nodeId: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    this.searched.add(nodeId)
    await Promise.resolve()
  }

  /** The way to the bytes that a step names. */
  rung(step: Extract<Step, { kind: 'play' }>): Rung {
    const { place, original } = step
    const { buffer, lanesOf, onBytes, urgency } = this.parts
    const held = buffer.open(this.recording.trackId)
    const access = this.access(place.nodeId)
    const { lengthMs } = this.recording
    if (original === null)
      return new PcmRung({
        access,
        encoded: place.encoded,
        held,
        lanes: lanesOf(place.nodeId),
        lengthMs,
        urgency,
        onBytes,
      })
    return new DirectRung({
      original,
      held,
      outbound: this.parts.outboundOf(this.hostOf(place.nodeId)),
      renew: (signal) => this.renew(place, signal),
      onBytes,
    })
  }

  /** A step came to nothing. `isAgain`: it may be taken again. */
  failed({ place, original }: Extract<Step, { kind: 'play' }>, isAgain: boolean): void {
    if (original === null) {
      this.change(place, { pcmFailed: !isAgain })
      return
    }
    const failedUrls = new Set([...place.failedUrls, original.url])
    this.change(place, isAgain ? { originals: null } : { failedUrls })
  }

  private async renew(place: Place, signal: AbortSignal): Promise<string> {
    const answer = await withNode(this.access(place.nodeId), signal, ({ client }) =>
      client.trackStream(place.encoded, { urgency: 'playback', signal }),
    )
    const { sourceName, lengthMs } = this.recording
    const [fresh] = readOriginals(answer, sourceName, lengthMs).originals
    if (fresh === undefined) throw new FailureError(failure('node-track-unplayable'))
    return fresh.url
  }

  private add(nodeId: string, encoded: string): void {
    this.known.push({ nodeId, encoded, originals: null, failedUrls: new Set(), pcmFailed: false })
  }

  private change(place: Place, change: Partial<KnownPlace>): void {
    const known = this.known.find((each) => isSame(each, place))
    if (known !== undefined) Object.assign(known, change)
  }

  private access(nodeId: string): NodeAccess {
    const { nodes } = this.parts
    const hasOthers = (): boolean => nodes.usable().some((node: UsableNode) => node.id !== nodeId)
    return { nodes, nodeId, patienceMs: () => (hasOthers() ? patienceWithOthersMs : patienceMs) }
  }

  private hostOf(nodeId: string): string {
    return this.parts.nodes.usable().find(({ id }) => id === nodeId)?.host ?? ''
  }
}

function isSame(one: Pick<KnownPlace, 'nodeId' | 'encoded'>, other: Pick<KnownPlace, 'nodeId' | 'encoded'>): boolean {
  return one.nodeId === other.nodeId && one.encoded === other.encoded
}
