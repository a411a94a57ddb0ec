import { defaultSettings, type Settings } from '../../../../src/settings/index.ts'
import type { Track } from '../../../../src/music/index.ts'
import { createListeners } from '../listeners.ts'
import type { OwnedPlayer } from '../parts.ts'
import { createPlayer } from '../player.ts'
import type { PlayerNotice } from '../types.ts'
import { createFakeBridge, type FakeBridge, type FakeStore } from './fake-bridge.ts'
import { createFakeEngine, type FakeEngine } from './fake-engine.ts'
import { createVirtualTime, type VirtualTime } from './time.ts'

/** A player with everything around it faked. */
export interface Stage {
  readonly time: VirtualTime
  readonly engine: FakeEngine
  readonly backend: FakeBridge
  readonly player: OwnedPlayer
  readonly notices: PlayerNotice[]
  /** The backend goes away or comes back; `failing` and the engine's faults are the test's to set. */
  setConnected(connected: boolean): void
  changeSettings(patch: Partial<Settings>): void
  /** The page goes away. */
  hidePage(): void
  /** Ids of the tracks heard, each once per stretch that began at its start, in order. */
  heardTracks(): string[]
}

/** Numbers from 0 to 1 that look random and are the same in every run (mulberry32, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Sets the stage. `stored` is a backend left over from an earlier stage, `library` the tracks it still finds. */
export function setStage(
  options: {
    readonly settings?: Partial<Settings>
    readonly stored?: FakeStore
    readonly library?: readonly Track[]
    readonly seed?: number
  } = {},
): Stage {
  const time = createVirtualTime()
  const engine = createFakeEngine(time)
  const store = options.stored ?? { queue: null, place: null, plays: new Map() }
  const backend = createFakeBridge(time, store, options.library ?? [])
  const settingsListeners = createListeners<void>()
  const hideListeners = createListeners<void>()
  const connectionListeners = createListeners<void>()
  let isConnected = true
  let settings: Settings = { ...defaultSettings, ...options.settings }
  let ids = 0
  const player = createPlayer({
    engine,
    bridge: backend.bridge,
    clock: time.clock,
    random: seededRandom(options.seed ?? 1),
    settings: { get: () => settings, subscribe: settingsListeners.add },
    connection: { isConnected: () => isConnected, subscribe: connectionListeners.add },
    newId: () => {
      ids += 1
      return `e${options.stored === undefined ? '' : 'x'}${ids}`
    },
    mediaUrl: (path) => `http://localhost/${path}`,
    onPageHide: hideListeners.add,
  })
  const notices: PlayerNotice[] = []
  player.onNotice((notice) => notices.push(notice))
  return {
    time,
    engine,
    backend,
    player,
    notices,
    setConnected(connected) {
      isConnected = connected
      connectionListeners.tell()
    },
    changeSettings(patch) {
      settings = { ...settings, ...patch }
      settingsListeners.tell()
    },
    hidePage: () => hideListeners.tell(),
    heardTracks: () =>
      engine.heard.filter((stretch) => stretch.fromMs === 0).map((stretch) => stretch.url.replace(/^.*\//, '')),
  }
}
