import { failure, type Failure, type PlayEnd, type StoredSession } from '../../../src/contract/index.ts'
import type { Track } from '../../../src/music/index.ts'
import {
  canSkip,
  clearUpcoming,
  emptyQueue,
  enqueue,
  following,
  fromRecord,
  goTo,
  goToPrevious,
  move,
  type NewEntry,
  playNow,
  type Queue,
  remove,
  type Removed,
  setShuffle,
  toRecord,
  toView,
  undoRemoval,
} from '../queue/index.ts'
import { createDeck, type DeckEvent } from './deck.ts'
import { afterFailure, noFailures, successMs } from './failures.ts'
import { createListeners } from './listeners.ts'
import type { OwnedPlayer, PlayerParts } from './parts.ts'
import { createPlayLog } from './play-log.ts'
import { createSessionKeeper } from './session-keeper.ts'
import { statusOf } from './status.ts'
import type { PlayerNotice, PlayerView } from './types.ts'

/** Previous goes back within this time, in ms; later it restarts the track. */
const restartAfterMs = 3_000
/** How often playback looks after itself while playing, in ms. */
const tickMs = 1_000
/** Every how many ticks the place is stored. */
const ticksPerPlace = 5

/**
 * Creates the player: a thin shell that keeps the engine in step with the queue, stores both, and writes the history.
 * The stored queue is brought back at once, paused.
 */
export function createPlayer(parts: PlayerParts): OwnedPlayer {
  const { engine, bridge, clock, random, settings } = parts
  const viewListeners = createListeners<void>()
  const noticeListeners = createListeners<PlayerNotice>()
  const jumpListeners = createListeners<void>()

  let queue: Queue = emptyQueue
  /** The queue once the current track is over; made ahead so that a new shuffle round is known before it begins. */
  let plan: { readonly from: Queue; readonly to: Queue | null } | null = null
  let wantsPlay = false
  let isElsewhere = false
  let claimsUnderWay = 0
  let stoppedBy: Failure | null = null
  /** Where `play` begins while nothing is loaded, in ms. */
  let resumeMs = 0
  let failures = noFailures
  let volume = 1
  let muted = false
  let stopTicking: (() => void) | null = null
  let outputDeviceId: string | null = null
  let isTouched = false
  let isVolumeTouched = false
  let saidNotSaved = false

  const deck = createDeck({ engine, settings: () => settings.get(), mediaUrl: parts.mediaUrl, onEvent: onDeckEvent })
  const log = createPlayLog({ bridge, now: () => clock.now(), newId: parts.newId, onFailure: onWriteFailed })
  const keeper = createSessionKeeper({
    bridge,
    clock,
    readQueue: () => toRecord(queue),
    readPlace: () => ({ entryId: queue.current?.entryId ?? null, positionMs: placeMs(), volume, muted }),
    onFailure: onWriteFailed,
  })
  let view = buildView()

  function buildView(): PlayerView {
    const status = statusOf({
      hasCurrent: queue.current !== null,
      wantsPlay,
      isElsewhere,
      stoppedBy,
      engine: deck.state(),
    })
    return {
      status,
      wantsPlay,
      queue: toView(queue),
      durationMs: deck.durationMs() ?? queue.current?.track.durationMs ?? null,
      volume,
      muted,
      canPrevious: queue.current !== null,
      canNext: canSkip(queue),
    }
  }

  function publish(): void {
    view = buildView()
    viewListeners.tell()
  }

  function onWriteFailed(error: Failure): void {
    if (saidNotSaved) return
    saidNotSaved = true
    noticeListeners.tell({ kind: 'notSaved', error })
  }

  /** True while the deck holds the current entry and can go on with it. */
  function isLoaded(): boolean {
    const { kind } = deck.state()
    return kind !== 'empty' && kind !== 'ended' && kind !== 'failed'
  }

  function placeMs(): number {
    if (deck.state().kind === 'ended') return 0
    return isLoaded() ? Math.max(0, deck.position().positionMs) : resumeMs
  }

  // Wanting to play

  function wantPlay(): void {
    stoppedBy = null
    if (wantsPlay && !isElsewhere) return
    wantsPlay = true
    isElsewhere = false
    startTicking()
    void claim()
  }

  async function claim(): Promise<void> {
    claimsUnderWay += 1
    await bridge.call('playback.claim', null)
    claimsUnderWay -= 1
  }

  function wantPause(): void {
    wantsPlay = false
    stopTicking?.()
    stopTicking = null
  }

  function startTicking(): void {
    let ticks = 0
    stopTicking ??= clock.every(tickMs, () => {
      ticks += 1
      const heardMs = deck.heardMs()
      if (heardMs >= successMs) failures = noFailures
      log.progress(heardMs)
      if (ticks % ticksPerPlace !== 0) return
      keeper.placeChanged()
      keeper.flush()
    })
  }

  // Keeping queue and engine in step

  /** Takes over a queue whose current entry is still the loaded one. */
  function setQueue(changed: Queue): void {
    if (changed === queue) return
    isTouched = true
    queue = changed
    follow()
    keeper.queueChanged()
    publish()
  }

  /** Takes over a queue and plays its current entry from the start, or from `startMs`. */
  function switchTo(
    changed: Queue,
    how: { readonly end: PlayEnd; readonly play: boolean; readonly startMs?: number },
  ): void {
    log.end(deck.heardMs(), how.end)
    isTouched = true
    queue = changed
    stoppedBy = null
    if (how.play) wantPlay()
    else wantPause()
    if (changed.current === null) deck.stop()
    else load(how.startMs ?? 0)
    keeper.queueChanged()
    keeper.placeChanged()
    publish()
    jumpListeners.tell()
  }

  function load(startMs: number): void {
    if (queue.current === null) return
    resumeMs = startMs
    log.begin(queue.current.track.id)
    deck.load(queue.current, startMs, wantsPlay)
    follow()
  }

  function follow(): void {
    if (plan?.from !== queue) plan = { from: queue, to: following(queue, 'end', random) }
    if (queue.current !== null) deck.follow(queue.current, plan.to?.current ?? null)
  }

  function afterSkip(): Queue | null {
    const isPlanned = queue.repeat !== 'one' && plan?.from === queue
    return isPlanned ? (plan?.to ?? null) : following(queue, 'skip', random)
  }

  function newEntries(tracks: readonly Track[]): NewEntry[] {
    return tracks.map((track) => ({ entryId: parts.newId(), track }))
  }

  // What the engine tells

  function onDeckEvent(event: DeckEvent): void {
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
        follow()
        publish()
        break
      case 'outputLost':
        noticeListeners.tell({ kind: 'outputLost' })
        break
    }
  }

  function onEngineState(): void {
    publish()
  }

  function onAdvanced(heardMs: number): void {
    log.end(heardMs, 'finished')
    failures = noFailures
    if (plan?.from === queue && plan.to !== null) queue = plan.to
    resumeMs = 0
    if (queue.current !== null) log.begin(queue.current.track.id)
    plan = null
    follow()
    keeper.queueChanged()
    keeper.placeChanged()
    publish()
    jumpListeners.tell()
  }

  /** The current track is over and the engine has nothing to go on to. */
  function onOver(heardMs: number): void {
    log.end(heardMs, 'finished')
    if (heardMs >= successMs) failures = noFailures
    const to = plan?.from === queue ? plan.to : null
    if (wantsPlay && to !== null) {
      switchTo(to, { end: 'finished', play: true })
      return
    }
    if (deck.state().kind !== 'ended') deck.stop()
    resumeMs = 0
    wantPause()
    keeper.placeChanged()
    publish()
    jumpListeners.tell()
  }

  function onFailed(error: Failure): void {
    const heardMs = deck.heardMs()
    if (heardMs >= successMs) failures = noFailures
    log.end(heardMs, 'failed')
    const entry = queue.current
    if (entry === null) return
    const failedAtMs = Math.max(0, deck.position().positionMs)
    const onward = wantsPlay ? afterSkip() : null
    const step = afterFailure(failures, entry.entryId, onward !== null)
    if (step.kind === 'passOver' && onward !== null) {
      failures = step.row
      noticeListeners.tell({ kind: 'skipped', entry, error })
      switchTo(onward, { end: 'failed', play: true })
      return
    }
    const stopAt = step.kind === 'stop' ? step.entryId : entry.entryId
    const isRepeated = step.kind === 'stop' && step.repeated
    failures = noFailures
    isTouched = true
    queue = goTo(queue, stopAt) ?? queue
    resumeMs = queue.current?.entryId === entry.entryId ? failedAtMs : 0
    deck.stop()
    wantPause()
    stoppedBy = isRepeated ? failure('playback-failed-repeatedly') : error
    keeper.queueChanged()
    keeper.placeChanged()
    publish()
    jumpListeners.tell()
  }

  // Commands

  function play(): void {
    if (queue.current === null) return
    failures = noFailures
    const onward = deck.state().kind === 'ended' ? (plan?.to ?? null) : null
    if (onward !== null) {
      switchTo(onward, { end: 'finished', play: true })
    } else if (isLoaded()) {
      wantPlay()
      deck.play()
      publish()
    } else {
      switchTo(queue, { end: 'stopped', play: true, startMs: resumeMs })
    }
  }

  function pause(): void {
    if (!wantsPlay) return
    wantPause()
    deck.pause()
    log.progress(deck.heardMs())
    keeper.placeChanged()
    keeper.flush()
    publish()
  }

  function next(): void {
    const to = afterSkip()
    if (to === null) return
    failures = noFailures
    switchTo(to, { end: 'skipped', play: wantsPlay || stoppedBy !== null })
  }

  function previous(): void {
    const to = placeMs() > restartAfterMs ? null : goToPrevious(queue)
    failures = noFailures
    if (to !== null) switchTo(to, { end: 'skipped', play: wantsPlay || stoppedBy !== null })
    else seek(0)
  }

  function seek(positionMs: number): void {
    if (queue.current === null || !Number.isFinite(positionMs)) return
    const durationMs = deck.durationMs() ?? Number.POSITIVE_INFINITY
    const targetMs = Math.min(Math.max(0, positionMs), durationMs)
    if (isLoaded()) deck.seek(targetMs)
    else if (stoppedBy === null) load(targetMs)
    else resumeMs = targetMs
    keeper.placeChanged()
    publish()
    jumpListeners.tell()
  }

  function add(tracks: readonly Track[], where: 'next' | 'later'): void {
    const wasEmpty = queue.current === null
    const changed = enqueue(queue, newEntries(tracks), where)
    if (wasEmpty && changed.current !== null) switchTo(changed, { end: 'replaced', play: true })
    else setQueue(changed)
  }

  function applyRemoval(removed: Removed): () => void {
    const before = queue.current?.entryId
    if (removed.queue.current?.entryId === before) setQueue(removed.queue)
    else switchTo(removed.queue, { end: 'skipped', play: wantsPlay && removed.goesOn })
    return () => {
      const changed = undoRemoval(queue, removed.removal)
      if (queue.current === null && changed.current !== null) switchTo(changed, { end: 'stopped', play: false })
      else setQueue(changed)
    }
  }

  // Being one of several pages, settings, coming and going

  function onElsewhere(): void {
    // An answer to our own claim is still to come: whoever claimed this did so before us.
    if (claimsUnderWay > 0 || queue.current === null) return
    isElsewhere = true
    if (wantsPlay) pause()
    else publish()
  }

  function applySettings(): void {
    deck.applySettings()
    const wanted = settings.get().outputDevice?.id ?? null
    if (wanted === outputDeviceId) return
    outputDeviceId = wanted
    void changeOutput(wanted)
  }

  async function changeOutput(id: string | null): Promise<void> {
    const isThere = await engine.setOutputDevice(id)
    if (!isThere && id === outputDeviceId) noticeListeners.tell({ kind: 'outputLost' })
  }

  async function restore(): Promise<void> {
    const reply = await bridge.call('session.load', null)
    if (!reply.ok) return
    const { place } = reply.value
    if (place !== null && !isVolumeTouched) {
      volume = place.volume
      muted = place.muted
      engine.setVolume(volume)
      engine.setMuted(muted)
    }
    if (!isTouched) restoreQueue(reply.value)
    publish()
  }

  function restoreQueue({ queue: record, place, tracks }: StoredSession): void {
    if (record === null) return
    const { queue: stored, missing } = fromRecord(record, new Map(tracks.map((track) => [track.id, track])))
    const placedId = place?.entryId ?? null
    const placed = placedId === null ? null : goTo(stored, placedId)
    queue = placed ?? stored
    load(placed === null ? 0 : (place?.positionMs ?? 0))
    jumpListeners.tell()
    if (missing > 0) noticeListeners.tell({ kind: 'missing', count: missing })
  }

  function leave(): void {
    log.leave(deck.heardMs())
    if (isTouched || isVolumeTouched) keeper.placeChanged()
    keeper.flush()
  }

  const unsubscribes = [
    bridge.on('playback.elsewhere', onElsewhere),
    settings.subscribe(applySettings),
    parts.onPageHide(leave),
  ]
  engine.setVolume(volume)
  applySettings()

  return {
    get view() {
      return view
    },
    restored: restore(),
    subscribe: viewListeners.add,
    onNotice: noticeListeners.add,
    onJump: jumpListeners.add,
    position: deck.position,
    playNow(tracks, options) {
      if (tracks.length === 0) return
      failures = noFailures
      switchTo(playNow(queue, newEntries(tracks), options, random), { end: 'replaced', play: true })
    },
    playNext: (tracks) => add(tracks, 'next'),
    playLater: (tracks) => add(tracks, 'later'),
    jumpTo(entryId) {
      const to = goTo(queue, entryId)
      if (to === null) return
      failures = noFailures
      switchTo(to, { end: 'skipped', play: true })
    },
    move: (entryIds, target) => setQueue(move(queue, entryIds, target)),
    remove: (entryIds) => applyRemoval(remove(queue, entryIds, random)),
    clearUpcoming: () => applyRemoval(clearUpcoming(queue, random)),
    play,
    pause,
    toggle: () => (wantsPlay ? pause() : play()),
    next,
    previous,
    seek,
    seekBy: (deltaMs) => seek(placeMs() + deltaMs),
    setShuffle: (on) => setQueue(setShuffle(queue, on, random)),
    setRepeat: (repeat) => setQueue({ ...queue, repeat }),
    setVolume(wanted) {
      if (!Number.isFinite(wanted)) return
      isVolumeTouched = true
      volume = Math.min(1, Math.max(0, wanted))
      engine.setVolume(volume)
      keeper.placeChangedSoon()
      publish()
    },
    setMuted(wanted) {
      isVolumeTouched = true
      muted = wanted
      engine.setMuted(muted)
      keeper.placeChangedSoon()
      publish()
    },
    warmUp: () => engine.warmUp(),
    outputDevices: () => engine.outputDevices(),
    dispose() {
      leave()
      wantPause()
      deck.dispose()
      for (const unsubscribe of unsubscribes) unsubscribe()
    },
  }
}
