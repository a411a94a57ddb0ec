import type { Catalogue } from './catalogue.ts'
import type { Landings } from './landing.ts'
import type { NodeLimits } from './limits.ts'
import type { OriginFile } from './origin/file.ts'
import type { MediaOrigin } from './origin/origin.ts'
import type { Clock, NodeMode } from './types.ts'

/** What a test may change while the node runs. */
export interface NodeBehaviour {
  /** Both are off on a node as it is delivered; the stand-in starts with both on. */
  hasLoadStream: boolean
  hasTrackStream: boolean
  /**
   * A single node's process ends when a client leaves in the middle of most of what it plays, and at the end of an M4A that it
   * got from a server without ranges. False keeps it alive.
   */
  canDie: boolean
  /** The loudness normaliser that cannot be switched off for most of what it plays. */
  driftsLoudness: boolean
  /** The node keeps direct addresses for hours: it then answers with the same one, expired or not. */
  keepsAddresses: boolean
  /** Where seeks land. `{}` makes all of them exact. */
  landings: Landings
  /** Real ms before the first byte of a stream. */
  firstByteDelayMs: number
  limits: NodeLimits
}

/** What the routes of one stand-in share. */
export interface NodeContext {
  readonly mode: NodeMode
  readonly clock: Clock
  readonly sources: readonly string[]
  readonly defaultSearchSource: string
  readonly musicFolder: string
  readonly catalogue: Catalogue
  readonly origin: MediaOrigin
  readonly behaviour: NodeBehaviour
  /** Requests so far by path, for the statistics it shows. */
  readonly requestCounts: ReadonlyMap<string, number>
  readonly startedAtMs: number
  /** The file at the origin that a track's direct address leads to. */
  originFileOf(encoded: string): OriginFile | null
  /** A direct address for it, fresh or kept. */
  addressOf(file: OriginFile): string
  /** The process ends: every socket reset, the port closed. */
  die(): void
}
