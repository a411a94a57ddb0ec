import type { Failure } from '../../../src/contract/index.ts'
import type { NodeReport } from '../../../src/nodelink/index.ts'
import type { Track } from '../../../src/music/index.ts'
import type { NodeTrack } from './answers.ts'
import type { NodeClient } from './client.ts'

/** A node of the person's that may be asked. */
export interface UsableNode {
  readonly id: string
  readonly name: string
  /** Host of its address, as `hostOf` writes it: what it hands out may lie there although that is at home. */
  readonly host: string
  readonly client: NodeClient
  /** What it was found to be; it is asked again when it comes back from somewhere. */
  readonly report: NodeReport
  /** Sources of it that are switched on, by its own names; a part of `report.sources`. */
  readonly sources: readonly string[]
}

/** The person's nodes, as searches and streams meet them. */
export interface Nodes {
  /** Ids of the nodes that are set up, in the order of preference, whether or not they can be asked now. */
  ids(): readonly string[]
  /** Nodes that answered last time they were asked, in the order of preference. Empty is a normal state. */
  usable(): readonly UsableNode[]
  /**
   * Nodes in the order of preference, once those that have not been asked yet (the app has just started) have answered or
   * failed. Never rejects but for `signal`.
   */
  ready(signal: AbortSignal): Promise<readonly UsableNode[]>
  /** Why a node cannot be asked now; null when it can, or when there is no such node. */
  failureOf(nodeId: string): Failure | null
  /** What the person calls it, whether or not it can be asked now; null when there is no such node. */
  nameOf(nodeId: string): string | null
  /**
   * Resolves when the node is usable again (it is looked for meanwhile, with back-off). Rejects for `signal`, once it is removed, and
   * once it is sure that only the person, or minutes, can change what stands in the way.
   */
  whenUsable(nodeId: string, signal: AbortSignal): Promise<UsableNode>
  /** A request to a node failed in a way that says the node itself is gone: it is looked after at once. */
  missed(nodeId: string, error: Failure): void
}

/** What is kept of a track that a node found, to ask for its sound again. */
export interface NodeRecording {
  readonly trackId: string
  /** The node that found it last. Another one may be asked for the same identifier. */
  readonly nodeId: string
  readonly encoded: string
  readonly sourceName: string
  readonly identifier: string
  readonly uri: string | null
  readonly isrc: string | null
  readonly title: string
  readonly author: string
  /** Null where the node does not know it. */
  readonly lengthMs: number | null
  /** A live stream without end. */
  readonly isLive: boolean
}

/** The tracks that nodes found, under ids that stay: a hash of source and identifier. */
export interface NodeRecordings {
  /** Remembers what a node answered, and answers it as tracks of the app, in its order. */
  keep(nodeId: string, found: readonly NodeTrack[]): readonly Track[]
  recording(trackId: string): NodeRecording | null
}
