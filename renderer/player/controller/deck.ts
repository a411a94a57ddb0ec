import type { Failure } from '../../../src/contract/index.ts'
import type { Settings } from '../../../src/settings/index.ts'
import type { Engine, EngineEvent, EngineState, EngineTrack, HeardPosition, Transition } from '../engine/types.ts'
import type { QueueItem } from '../queue/index.ts'
import { loudnessGain } from './gain.ts'
import { soundOf } from './sound.ts'
import { transitionBetween } from './transition.ts'

/** What the deck tells of the engine: only what belongs to the entry loaded last, in terms of entries. */
export type DeckEvent =
  | { readonly kind: 'state' }
  /** The declared next entry is current now. */
  | { readonly kind: 'advanced'; readonly heardMs: number }
  /** The engine went over to an entry that was no longer the declared next one when word of it came. */
  | { readonly kind: 'strayed'; readonly heardMs: number }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly error: Failure }
  | { readonly kind: 'duration' }
  | { readonly kind: 'outputLost' }

interface Loaded {
  readonly key: string
  readonly item: QueueItem
  readonly gain: number
}

/** The engine, spoken to in entries of the queue. */
export interface Deck {
  /** The engine's state for the loaded entry, as far as word of it has come. */
  readonly state: () => EngineState
  /** Replaces what is loaded and forgets what was to follow. */
  readonly load: (item: QueueItem, startMs: number, play: boolean) => void
  /** Keeps current and next in step with the queue. Both are told anew after each change. */
  readonly follow: (current: QueueItem, next: QueueItem | null) => void
  /** Applies changed settings to what is loaded. */
  readonly applySettings: () => void
  readonly play: () => void
  readonly pause: () => void
  readonly seek: (positionMs: number) => void
  readonly stop: () => void
  /** Heard position, with the id of the entry as key. */
  readonly position: () => HeardPosition
  readonly heardMs: () => number
  /** Length of the loaded entry in ms: exact once known, else what the engine read in the file, else from its tags. */
  readonly durationMs: () => number | null
  readonly dispose: () => void
}

const empty: EngineState = { kind: 'empty' }

/**
 * Creates the deck. Every load and every declared next gets a key of its own, so that an event caused by an earlier load of
 * the same entry is told apart and dropped.
 */
export function createDeck(parts: {
  readonly engine: Engine
  readonly settings: () => Settings
  readonly mediaUrl: (path: string) => string
  readonly onEvent: (event: DeckEvent) => void
}): Deck {
  const { engine } = parts
  let keys = 0
  let state: EngineState = empty
  let current: (Loaded & { readonly startMs: number; readonly durationMs: number | null }) | null = null
  let next: (Loaded & { readonly transition: Transition; readonly hasFailed: boolean }) | null = null

  function keyed(item: QueueItem): Loaded {
    keys += 1
    return { key: `${item.entryId}#${keys}`, item, gain: loudnessGain(item.track.loudness, parts.settings()) }
  }

  function toEngineTrack({ key, item, gain }: Loaded): EngineTrack {
    return { key, ...soundOf(item.track, parts.mediaUrl), gain, durationHintMs: item.track.durationMs }
  }

  function durationMs(): number | null {
    if (current === null) return null
    if (current.durationMs !== null) return current.durationMs
    const heard = engine.position()
    return (heard.key === current.key ? heard.durationMs : null) ?? current.item.track.durationMs
  }

  function declareNext(item: QueueItem | null): void {
    if (current === null || isOver(state)) return
    // The engine has gone over already and word of it is on its way: it wants no new transition for what plays now.
    const hasGoneOver = next !== null && belongsTo(engine.state, next.key)
    if (item === null) {
      if (next !== null && !hasGoneOver) engine.setNext(null, { kind: 'gapless' })
      next = null
      return
    }
    const from = { item: current.item, durationMs: durationMs() }
    const transition = transitionBetween(
      from,
      { item, durationMs: item.track.durationMs },
      parts.settings().crossfadeMs,
    )
    const same = next?.item.entryId === item.entryId ? next : null
    const isDeclared = same !== null && (same.hasFailed || isSameTransition(same.transition, transition))
    next = same === null ? { ...keyed(item), transition, hasFailed: false } : { ...same, item, transition }
    if (!isDeclared && !hasGoneOver) engine.setNext(toEngineTrack(next), transition)
  }

  function withGain<Track extends Loaded>(loaded: Track): Track {
    const gain = loudnessGain(loaded.item.track.loudness, parts.settings())
    if (gain !== loaded.gain) engine.setGain(loaded.key, gain)
    return { ...loaded, gain }
  }

  function onAdvanced(event: EngineEvent & { readonly kind: 'advanced' }): void {
    if (current === null || event.fromKey !== current.key) return
    if (next === null || event.key !== next.key) {
      parts.onEvent({ kind: 'strayed', heardMs: event.heardMs })
      return
    }
    current = { key: next.key, item: next.item, gain: next.gain, startMs: 0, durationMs: null }
    next = null
    state = belongsTo(engine.state, current.key) ? engine.state : { kind: 'playing', key: current.key }
    parts.onEvent({ kind: 'advanced', heardMs: event.heardMs })
  }

  function onState(told: EngineState): void {
    if (current === null || !belongsTo(told, current.key)) return
    state = told
    if (told.kind === 'failed') parts.onEvent({ kind: 'failed', error: told.error })
    else parts.onEvent({ kind: told.kind === 'ended' ? 'ended' : 'state' })
  }

  function onEngineEvent(event: EngineEvent): void {
    switch (event.kind) {
      case 'state':
        onState(event.state)
        break
      case 'advanced':
        onAdvanced(event)
        break
      case 'nextFailed':
        // It is tried once more when its turn has come, and counts as a failure only then: by then the disk may be back.
        if (next?.key === event.key) next = { ...next, hasFailed: true }
        break
      case 'duration':
        if (current?.key !== event.key) return
        current = { ...current, durationMs: event.durationMs }
        parts.onEvent({ kind: 'duration' })
        break
      case 'outputLost':
        parts.onEvent({ kind: 'outputLost' })
        break
    }
  }

  const unsubscribe = engine.on(onEngineEvent)

  return {
    state: () => state,
    load(item, startMs, play) {
      current = { ...keyed(item), startMs, durationMs: null }
      next = null
      state = { kind: 'loading', key: current.key, wantsPlay: play }
      engine.load(toEngineTrack(current), { startMs, play })
    },
    follow(item, following) {
      if (current !== null && current.item.entryId === item.entryId) current = { ...current, item }
      declareNext(following)
    },
    applySettings() {
      if (current !== null) current = withGain(current)
      if (next !== null) next = withGain(next)
      if (next !== null) declareNext(next.item)
    },
    play: () => engine.play(),
    pause: () => engine.pause(),
    seek: (positionMs) => engine.seek(positionMs),
    stop() {
      current = null
      next = null
      state = empty
      engine.stop()
    },
    position() {
      const heard = engine.position()
      if (current === null) return { key: null, positionMs: 0, durationMs: null, bufferedFromMs: 0, bufferedToMs: 0 }
      if (heard.key === current.key) return { ...heard, key: current.item.entryId }
      if (next !== null && heard.key === next.key) return { ...heard, key: next.item.entryId }
      const { startMs } = current
      return {
        key: current.item.entryId,
        positionMs: startMs,
        durationMs: durationMs(),
        bufferedFromMs: startMs,
        bufferedToMs: startMs,
      }
    },
    heardMs: () => (current === null ? 0 : engine.heardMs()),
    durationMs,
    dispose: unsubscribe,
  }
}

function belongsTo(state: EngineState, key: string): boolean {
  return state.kind !== 'empty' && state.key === key
}

/** Nothing can follow by itself any more: going on takes a new load. */
function isOver(state: EngineState): boolean {
  return state.kind === 'ended' || state.kind === 'failed' || state.kind === 'empty'
}

function isSameTransition(one: Transition, other: Transition): boolean {
  if (one.kind === 'gapless' || other.kind === 'gapless') return one.kind === other.kind
  return one.durationMs === other.durationMs
}
