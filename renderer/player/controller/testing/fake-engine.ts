import type { Failure } from '../../../../src/contract/index.ts'
import type {
  Engine,
  EngineEvent,
  EngineState,
  EngineTrack,
  HeardPosition,
  OutputDevice,
  Transition,
} from '../../engine/types.ts'
import type { VirtualTime } from './time.ts'

/** What goes wrong with a track, by its URL. */
export interface Fault {
  /** It cannot be loaded, neither as current nor as next. */
  readonly load?: Failure
  /** It cannot be prepared as next, but can be loaded. */
  readonly next?: Failure
  /** It breaks off at a position. */
  readonly breaksAt?: { readonly positionMs: number; readonly error: Failure }
  /** It stalls at a position for a while, once. */
  readonly stalls?: { readonly positionMs: number; readonly forMs: number }
}

/** A stretch of one track that was heard without a break. */
export interface HeardStretch {
  readonly key: string
  readonly url: string
  readonly fromMs: number
  toMs: number
}

interface Current {
  readonly track: EngineTrack
  positionMs: number
  heardMs: number
  isReady: boolean
  hasStalled: boolean
}

interface Next {
  readonly track: EngineTrack
  transition: Transition
  isReady: boolean
}

/** An engine without sound that keeps to engine/types.ts in virtual time, and is strict with whoever drives it. */
export interface FakeEngine extends Engine {
  /** Exact lengths by URL, in ms; 180 s where nothing is said. */
  readonly lengths: Map<string, number>
  readonly faults: Map<string, Fault>
  readonly heard: HeardStretch[]
  readonly gains: Map<string, number>
  /** Transition of each join that was heard, by the key that began. */
  readonly joins: Map<string, Transition['kind']>
  volume: number
  muted: boolean
  /** Devices asked for, in order. */
  readonly outputChoices: (string | null)[]
  readonly missingOutputs: Set<string>
  /** How long a track takes to load or to be prepared, in ms. */
  latencyMs: () => number
  /** How long word of an event takes, in ms; 0 tells it at once, inside the command. */
  eventDelayMs: () => number
  /** Lets events caused by earlier commands through, as an engine must not. */
  isSloppy: boolean
  /** Tells any event, also one that makes no sense. */
  tell(event: EngineEvent): void
  nextKey(): string | null
  /** Something has happened that nobody was told yet. */
  hasNews(): boolean
}

/** Creates the engine, empty. */
export function createFakeEngine(time: VirtualTime): FakeEngine {
  const listeners = new Set<(event: EngineEvent) => void>()
  const usedKeys = new Set<string>()
  let state: EngineState = { kind: 'empty' }
  let current: Current | null = null
  let next: Next | null = null
  let anchorMs = 0
  let stretch: HeardStretch | null = null
  let epoch = 0
  let cancelMilestone: (() => void) | null = null
  let lastToldMs = 0
  let untold: { cancel: () => void }[] = []

  function tell(event: EngineEvent): void {
    for (const listener of Array.from(listeners)) listener(event)
  }

  function emit(event: EngineEvent): void {
    const delayMs = fake.eventDelayMs()
    if (delayMs <= 0 && untold.length === 0) {
      tell(event)
      return
    }
    lastToldMs = Math.max(lastToldMs, time.nowMs() + delayMs)
    const entry = { cancel: () => {} }
    entry.cancel = time.clock.after(lastToldMs - time.nowMs(), () => {
      untold = untold.filter((other) => other !== entry)
      tell(event)
    })
    untold.push(entry)
  }

  function dropUntold(): void {
    if (fake.isSloppy) return
    for (const entry of untold) entry.cancel()
    untold = []
  }

  function become(changed: EngineState): void {
    state = changed
    emit({ kind: 'state', state: changed })
  }

  const lengthOf = (track: EngineTrack): number => fake.lengths.get(track.url) ?? 180_000

  /** Brings the position up to now. */
  function sync(): void {
    const elapsedMs = time.nowMs() - anchorMs
    anchorMs = time.nowMs()
    if (state.kind !== 'playing' || current === null) return
    current.positionMs += elapsedMs
    current.heardMs += elapsedMs
    if (stretch !== null) stretch.toMs = current.positionMs
  }

  function startSounding(): void {
    if (current === null) return
    anchorMs = time.nowMs()
    const { track, positionMs } = current
    stretch = { key: track.key, url: track.url, fromMs: positionMs, toMs: positionMs }
    fake.heard.push(stretch)
    become({ kind: 'playing', key: track.key })
    planMilestone()
  }

  function stopSounding(changed: EngineState): void {
    sync()
    cancelMilestone?.()
    stretch = null
    become(changed)
  }

  /** The next position at which something happens while playing. */
  function planMilestone(): void {
    cancelMilestone?.()
    cancelMilestone = null
    if (current === null || state.kind !== 'playing') return
    const { track, positionMs, hasStalled } = current
    const fault = fake.faults.get(track.url)
    const endMs = lengthOf(track)
    const isFading = next !== null && next.isReady && next.transition.kind === 'crossfade'
    const fadeMs = isFading && next?.transition.kind === 'crossfade' ? next.transition.durationMs : 0
    const breakMs = fault?.breaksAt?.positionMs ?? Number.POSITIVE_INFINITY
    const stallMs = hasStalled ? Number.POSITIVE_INFINITY : (fault?.stalls?.positionMs ?? Number.POSITIVE_INFINITY)
    const atMs = Math.min(Math.max(positionMs, endMs - fadeMs), breakMs, stallMs)
    cancelMilestone = time.clock.after(Math.max(0, atMs - positionMs), () => {
      sync()
      if (atMs === breakMs && fault?.breaksAt !== undefined) {
        stopSounding({ kind: 'failed', key: track.key, error: fault.breaksAt.error })
      } else if (atMs === stallMs && fault?.stalls !== undefined) stall(track.key, fault.stalls.forMs)
      else onEnd()
    })
  }

  function stall(key: string, forMs: number): void {
    if (current !== null) current.hasStalled = true
    stopSounding({ kind: 'stalled', key })
    const mine = epoch
    time.clock.after(forMs, () => {
      if (mine === epoch && state.kind === 'stalled' && current?.track.key === key) startSounding()
    })
  }

  function onEnd(): void {
    if (current === null) return
    if (next === null) stopSounding({ kind: 'ended', key: current.track.key })
    else if (next.isReady) join(next)
    else stopSounding({ kind: 'stalled', key: current.track.key })
  }

  function join(to: Next): void {
    if (current === null) return
    const { heardMs } = current
    const fromKey = current.track.key
    fake.joins.set(to.track.key, to.transition.kind)
    current = { track: to.track, positionMs: 0, heardMs: 0, isReady: true, hasStalled: false }
    next = null
    stretch = null
    emit({ kind: 'advanced', fromKey, key: to.track.key, heardMs })
    emit({ kind: 'duration', key: to.track.key, durationMs: lengthOf(to.track) })
    startSounding()
  }

  /** A command that makes no sense now is a mistake, unless word of why is still on its way. */
  function refuse(command: string): void {
    if (untold.length === 0) throw new Error(`Cannot ${command} while ${state.kind}.`)
  }

  function expectFresh(key: string): void {
    if (usedKeys.has(key)) throw new Error(`The key ${key} was used before.`)
    usedKeys.add(key)
  }

  const fake: FakeEngine = {
    lengths: new Map(),
    faults: new Map(),
    heard: [],
    gains: new Map(),
    joins: new Map(),
    volume: 1,
    muted: false,
    outputChoices: [],
    missingOutputs: new Set(),
    latencyMs: () => 20,
    eventDelayMs: () => 0,
    isSloppy: false,
    tell,
    nextKey: () => next?.track.key ?? null,
    hasNews: () => untold.length > 0,
    get state() {
      return state
    },
    load(track, options) {
      expectFresh(track.key)
      fake.gains.set(track.key, track.gain)
      sync()
      dropUntold()
      cancelMilestone?.()
      epoch += 1
      const mine = epoch
      const loaded: Current = { track, positionMs: options.startMs, heardMs: 0, isReady: false, hasStalled: false }
      current = loaded
      next = null
      stretch = null
      become({ kind: 'loading', key: track.key, wantsPlay: options.play })
      time.clock.after(fake.latencyMs(), () => {
        if (mine !== epoch || state.kind !== 'loading') return
        const error = fake.faults.get(track.url)?.load
        if (error !== undefined) {
          become({ kind: 'failed', key: track.key, error })
          return
        }
        loaded.isReady = true
        loaded.positionMs = Math.min(loaded.positionMs, lengthOf(track))
        emit({ kind: 'duration', key: track.key, durationMs: lengthOf(track) })
        if (state.wantsPlay) startSounding()
        else become({ kind: 'paused', key: track.key })
      })
    },
    setNext(track, transition) {
      if (state.kind === 'empty' || state.kind === 'failed' || state.kind === 'ended') {
        refuse('set what follows')
        return
      }
      if (track === null) {
        next = null
        planMilestone()
        return
      }
      if (next?.track.key === track.key) {
        next.transition = transition
        sync()
        planMilestone()
        return
      }
      expectFresh(track.key)
      fake.gains.set(track.key, track.gain)
      const declared: Next = { track, transition, isReady: false }
      next = declared
      sync()
      planMilestone()
      time.clock.after(fake.latencyMs(), () => {
        if (next !== declared) return
        const fault = fake.faults.get(track.url)
        const error = fault?.load ?? fault?.next
        sync()
        if (error !== undefined) {
          next = null
          // Until word of it has come, the same key may be declared once more.
          usedKeys.delete(track.key)
          emit({ kind: 'nextFailed', key: track.key, error })
        } else declared.isReady = true
        const isWaiting = state.kind === 'stalled' && current !== null && current.positionMs >= lengthOf(current.track)
        if (isWaiting) onEnd()
        else planMilestone()
      })
    },
    play() {
      if (state.kind === 'paused') startSounding()
      else if (state.kind === 'loading') become({ ...state, wantsPlay: true })
      else if (state.kind !== 'playing' && state.kind !== 'stalled') refuse('play')
    },
    pause() {
      if (state.kind === 'loading') become({ ...state, wantsPlay: false })
      else if (state.kind === 'playing' || state.kind === 'stalled') stopSounding({ kind: 'paused', key: state.key })
    },
    seek(positionMs) {
      if (current === null || state.kind === 'ended' || state.kind === 'failed' || state.kind === 'empty') {
        refuse('seek')
        return
      }
      sync()
      current.positionMs = Math.min(positionMs, lengthOf(current.track))
      if (state.kind === 'playing' || state.kind === 'stalled') startSounding()
    },
    stop() {
      sync()
      dropUntold()
      cancelMilestone?.()
      epoch += 1
      current = null
      next = null
      stretch = null
      become({ kind: 'empty' })
    },
    setVolume(volume) {
      fake.volume = volume
    },
    setMuted(muted) {
      fake.muted = muted
    },
    setGain(key, gain) {
      if (key !== current?.track.key && key !== next?.track.key) throw new Error(`${key} is not loaded.`)
      fake.gains.set(key, gain)
    },
    setRatePpm() {},
    reanchor() {},
    position(): HeardPosition {
      sync()
      if (current === null) return { key: null, positionMs: 0, durationMs: null, bufferedFromMs: 0, bufferedToMs: 0 }
      const { track, positionMs, isReady } = current
      const durationMs = isReady ? lengthOf(track) : track.durationHintMs
      return { key: track.key, positionMs, durationMs, bufferedFromMs: positionMs, bufferedToMs: positionMs + 5_000 }
    },
    heardMs() {
      sync()
      return current?.heardMs ?? 0
    },
    warmUp() {},
    rehearse() {},
    prepare() {},
    outputDevices: () => Promise.resolve<readonly OutputDevice[]>([{ id: 'headphones', label: 'Headphones' }]),
    setOutputDevice(id) {
      fake.outputChoices.push(id)
      return Promise.resolve(id === null || !fake.missingOutputs.has(id))
    },
    on(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    dispose: () => Promise.resolve(),
  }
  return fake
}
