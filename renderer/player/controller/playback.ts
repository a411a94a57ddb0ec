import type { Failure, PlayEnd } from '../../../src/contract/index.ts'
import type { HeardPosition } from '../engine/types.ts'
import {
  emptyQueue,
  following,
  goTo,
  goToPrevious,
  type LoudnessNews,
  type Queue,
  type Random,
  withLoudness,
} from '../queue/index.ts'
import type { Deck, DeckEvent } from './deck.ts'
import { afterFailure, noFailures, successMs, truthOf, wholeTruth } from './failures.ts'
import type { PlayLog } from './play-log.ts'
import type { SessionKeeper } from './session-keeper.ts'
import type { PlayerNotice, PlayerStatus } from './types.ts'
import { statusOf } from './status.ts'
import type { PlayWish } from './wish.ts'

/** Previous goes back within this time, in ms; later it restarts the track. */
const restartAfterMs = 3_000
/** Every how many ticks of the wish the place is stored. */
const ticksPerPlace = 2

/** How to go over to another queue. */
export interface Switch {
  /** How the play that this ends has ended. */
  readonly end: PlayEnd
  readonly play: boolean
  readonly startMs?: number
}

/** The queue and what sounds, kept in step. */
export interface Playback {
  readonly queue: () => Queue
  readonly status: () => PlayerStatus
  readonly durationMs: () => number | null
  /** Heard position of the current entry in ms, also while nothing is loaded. */
  readonly placeMs: () => number
  readonly position: () => HeardPosition
  /** True once a person has done something: from then on a stored session no longer replaces it. */
  readonly isTouched: () => boolean
  /** Takes over a queue whose current entry is the one that is loaded. */
  readonly setQueue: (queue: Queue) => void
  /** Takes over a queue and begins its current entry. */
  readonly switchTo: (queue: Queue, how: Switch) => void
  /** Takes over a stored queue, paused at its place. */
  readonly restore: (queue: Queue, startMs: number) => void
  readonly play: () => void
  readonly pause: () => void
  readonly next: () => void
  readonly previous: () => void
  readonly seek: (positionMs: number) => void
  /** Something became known of the loudness of tracks: those in the queue say so, and what sounds follows. */
  readonly onLoudness: (news: LoudnessNews) => void
  /** To be called for each event of the deck. */
  readonly onDeckEvent: (event: DeckEvent) => void
  /** To be called regularly while playing is wanted. */
  readonly onTick: () => void
  /** Another page plays now. */
  readonly onElsewhere: () => void
  /** The backend answers again: what could not be stored is stored, and nothing claims any more that it does not answer. */
  readonly onConnected: () => void
  /** The page goes away: stores what is left to store. */
  readonly leave: () => void
}

/** Creates the playback of an empty queue. */
export function createPlayback(parts: {
  readonly deck: Deck
  readonly wish: PlayWish
  readonly log: PlayLog
  readonly keeper: SessionKeeper
  readonly random: Random
  readonly isConnected: () => boolean
  /** Something that is shown may have changed. */
  readonly onChange: () => void
  /** The position jumped. */
  readonly onJump: () => void
  readonly onNotice: (notice: PlayerNotice) => void
}): Playback {
  const { deck, wish, log, keeper, random } = parts
  let queue: Queue = emptyQueue
  /** What follows is decided once per queue, ahead: a new shuffle round is known before it begins. */
  let plan: { readonly from: Queue; readonly to: Queue | null } = { from: queue, to: null }
  let stoppedBy: Failure | null = null
  /** Where `play` begins while nothing is loaded, in ms. */
  let resumeMs = 0
  let failures = noFailures
  let isTouched = false
  let ticks = 0

  /** True while the deck holds the current entry and can go on with it. */
  function isLoaded(): boolean {
    const { kind } = deck.state()
    return kind !== 'empty' && kind !== 'ended' && kind !== 'failed'
  }

  function placeMs(): number {
    return isLoaded() ? Math.max(0, deck.position().positionMs) : resumeMs
  }

  function durationMs(): number | null {
    return deck.durationMs() ?? queue.current?.track.durationMs ?? null
  }

  function jumped(): void {
    // A page that only looks on must not write over what the playing one stored.
    if (isTouched) keeper.placeChanged()
    parts.onChange()
    parts.onJump()
  }

  /** The queue once the current track is over; null when nothing follows. */
  function afterEnd(): Queue | null {
    if (plan.from !== queue) plan = { from: queue, to: following(queue, 'end', random) }
    return plan.to
  }

  function afterSkip(): Queue | null {
    return queue.repeat === 'one' ? following(queue, 'skip', random) : afterEnd()
  }

  function follow(): void {
    if (queue.current !== null) deck.follow(queue.current, afterEnd()?.current ?? null)
  }

  function load(startMs: number): void {
    if (queue.current === null) return
    resumeMs = startMs
    log.begin(queue.current.track.id)
    deck.load(queue.current, startMs, wish.isWanted())
    follow()
  }

  function setQueue(changed: Queue): void {
    if (changed === queue) return
    isTouched = true
    queue = changed
    follow()
    keeper.queueChanged()
    parts.onChange()
  }

  function switchTo(changed: Queue, how: Switch): void {
    log.end(deck.heardMs(), how.end)
    // What a person starts begins a new row of failures; what follows by itself does not.
    if (how.end !== 'failed' && how.end !== 'finished') failures = noFailures
    isTouched = true
    stoppedBy = null
    queue = changed
    if (how.play && changed.current !== null) wish.play()
    else wish.pause()
    if (changed.current === null) deck.stop()
    else load(how.startMs ?? 0)
    keeper.queueChanged()
    jumped()
  }

  function onAdvanced(heardMs: number): void {
    log.end(heardMs, 'finished')
    failures = noFailures
    queue = afterEnd() ?? queue
    resumeMs = 0
    if (queue.current !== null) log.begin(queue.current.track.id)
    follow()
    keeper.queueChanged()
    jumped()
  }

  /** The current track is over, and the engine did not go on to what follows now. */
  function onOver(heardMs: number): void {
    if (heardMs >= successMs) failures = noFailures
    log.end(heardMs, 'finished')
    const onward = wish.isWanted() ? afterEnd() : null
    if (onward !== null) {
      switchTo(onward, { end: 'finished', play: true })
      return
    }
    if (deck.state().kind !== 'ended') deck.stop()
    resumeMs = 0
    wish.pause()
    jumped()
  }

  function onFailed(told: Failure): void {
    const error = truthOf(told, parts.isConnected())
    const entry = queue.current
    const heardMs = deck.heardMs()
    if (heardMs >= successMs) failures = noFailures
    log.end(heardMs, 'failed')
    if (entry === null) return
    const failedAtMs = Math.max(0, deck.position().positionMs)
    const step = afterFailure(failures, entry.entryId, error, wish.isWanted() ? afterSkip() : null)
    if (step.kind === 'passOver') {
      failures = step.row
      parts.onNotice({ kind: 'skipped', entry, error })
      switchTo(step.to, { end: 'failed', play: true })
      return
    }
    const hasPassedOver = failures.count > 0
    failures = noFailures
    const stoppedAt = goTo(queue, step.entryId) ?? queue
    if (stoppedAt !== queue) keeper.queueChanged()
    queue = stoppedAt
    resumeMs = step.entryId === entry.entryId ? failedAtMs : 0
    deck.stop()
    wish.pause()
    stoppedBy = step.isRepeated ? wholeTruth(error) : error
    if (hasPassedOver) parts.onNotice({ kind: 'stopped', error: stoppedBy })
    jumped()
  }

  function onEngineState(): void {
    const { kind } = deck.state()
    const isSounding = kind === 'playing' || kind === 'stalled'
    if (kind === 'paused' && wish.isWanted()) wish.pause(true)
    else if (isSounding && wish.restsByEngine()) wish.play()
    else if (isSounding && !wish.isWanted()) deck.pause()
    parts.onChange()
  }

  function pause(): void {
    if (!wish.isWanted()) return
    wish.pause()
    deck.pause()
    rest()
  }

  function rest(): void {
    log.keep(deck.heardMs())
    keeper.placeChanged()
    keeper.flush()
    parts.onChange()
  }

  function seek(positionMs: number): void {
    if (queue.current === null || !Number.isFinite(positionMs)) return
    const targetMs = Math.min(Math.max(0, positionMs), durationMs() ?? Number.POSITIVE_INFINITY)
    isTouched = true
    if (isLoaded()) deck.seek(targetMs)
    else if (stoppedBy === null) load(targetMs)
    else resumeMs = targetMs
    jumped()
  }

  return {
    queue: () => queue,
    status: () =>
      statusOf({
        hasCurrent: queue.current !== null,
        wantsPlay: wish.isWanted(),
        isElsewhere: wish.isElsewhere(),
        stoppedBy,
        engine: deck.state(),
      }),
    durationMs,
    placeMs,
    position() {
      if (isLoaded()) return deck.position()
      const key = queue.current?.entryId ?? null
      return { key, positionMs: placeMs(), durationMs: durationMs(), bufferedFromMs: 0, bufferedToMs: 0 }
    },
    isTouched: () => isTouched,
    setQueue,
    switchTo,
    restore(stored, startMs) {
      queue = stored
      load(startMs)
      parts.onJump()
    },
    play() {
      if (queue.current === null) return
      isTouched = true
      const onward = deck.state().kind === 'ended' ? afterEnd() : null
      if (onward !== null) {
        switchTo(onward, { end: 'finished', play: true })
      } else if (isLoaded()) {
        wish.play()
        deck.play()
        parts.onChange()
      } else {
        switchTo(queue, { end: 'stopped', play: true, startMs: resumeMs })
      }
    },
    pause,
    next() {
      const to = afterSkip()
      if (to !== null) switchTo(to, { end: 'skipped', play: wish.isWanted() || stoppedBy !== null })
    },
    previous() {
      const to = placeMs() > restartAfterMs ? null : goToPrevious(queue)
      if (to === null) seek(0)
      else switchTo(to, { end: 'skipped', play: wish.isWanted() || stoppedBy !== null })
    },
    seek,
    onLoudness(news) {
      const renewed = withLoudness(queue, news)
      if (renewed === queue) return
      // The same queue in the same order: what was decided of what follows stands.
      if (plan.from === queue) plan = { from: renewed, to: plan.to === null ? null : withLoudness(plan.to, news) }
      queue = renewed
      follow()
      deck.applySettings()
      parts.onChange()
    },
    onDeckEvent(event) {
      switch (event.kind) {
        case 'state':
          onEngineState()
          break
        case 'advanced':
          onAdvanced(event.heardMs)
          break
        case 'strayed':
          onOver(event.heardMs)
          break
        case 'ended':
          onOver(deck.heardMs())
          break
        case 'failed':
          onFailed(event.error)
          break
        case 'duration':
          // The place may have been beyond the end that is known now.
          if (isTouched) keeper.placeChanged()
          follow()
          parts.onChange()
          break
        case 'outputLost':
          parts.onNotice({ kind: 'outputLost' })
          break
      }
    },
    onTick() {
      const heardMs = deck.heardMs()
      if (heardMs >= successMs) failures = noFailures
      log.progress(heardMs)
      ticks += 1
      if (ticks % ticksPerPlace !== 0) return
      keeper.placeChanged()
      keeper.flush()
    },
    onElsewhere() {
      if (queue.current === null) return
      const wasWanted = wish.isWanted()
      if (!wish.giveAway()) return
      if (wasWanted) {
        deck.pause()
        rest()
      } else parts.onChange()
    },
    onConnected() {
      keeper.flush()
      log.flush()
      if (stoppedBy?.code !== 'bridge-closed') return
      stoppedBy = null
      parts.onChange()
    },
    leave() {
      log.leave(deck.heardMs())
      if (isTouched) keeper.placeChanged()
      keeper.flush()
    },
  }
}
