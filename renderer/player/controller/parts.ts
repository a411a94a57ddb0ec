import type { Bridge, Unsubscribe } from '../../../src/contract/index.ts'
import type { Settings } from '../../../src/settings/index.ts'
import type { Engine } from '../engine/types.ts'
import type { Random } from '../queue/index.ts'
import type { Player } from './types.ts'

/** Time as the player needs it. */
export interface Clock {
  /** Unix time in ms. */
  now(): number
  /** Calls once after `delayMs`; answers what cancels it. */
  after(delayMs: number, run: () => void): () => void
  /** Calls every `intervalMs`; answers what ends it. */
  every(intervalMs: number, run: () => void): () => void
}

/** The settings as they are now, and word of each change. */
export interface SettingsSource {
  get(): Settings
  subscribe(listener: () => void): Unsubscribe
}

/** Whether the backend can be reached now, and word of each change. */
export interface ConnectionSource {
  isConnected(): boolean
  subscribe(listener: () => void): Unsubscribe
}

/** What the player is put together from. */
export interface PlayerParts {
  readonly engine: Engine
  readonly bridge: Bridge
  readonly settings: SettingsSource
  readonly connection: ConnectionSource
  readonly clock: Clock
  readonly random: Random
  /** A new unique id for queue entries and plays. */
  readonly newId: () => string
  /** The absolute URL of a path that the media handler answers. */
  readonly mediaUrl: (path: string) => string
  /** Called when the page goes away, the last chance to store anything. */
  readonly onPageHide: (listener: () => void) => Unsubscribe
}

/** The player together with what only its owner, the composition root, needs. */
export interface OwnedPlayer extends Player {
  /** Resolves when the stored queue is back, or is known not to come. Never rejects. */
  readonly restored: Promise<void>
  /** Called after the position jumped (seek, restart, another track), for what extrapolates it. */
  onJump(listener: () => void): Unsubscribe
  /** Stores what is left to store, lets go of all listeners and timers. The engine stays to its owner. */
  dispose(): void
}
