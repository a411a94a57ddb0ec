import type { Failure } from '../../../src/contract/index.ts'
import type { Loudness, Track } from '../../../src/music/index.ts'
import {
  canSkip,
  clearUpcoming,
  enqueue,
  goTo,
  move,
  type NewEntry,
  playNow,
  remove,
  type Removed,
  setShuffle,
  surround,
  toRecord,
  undoRemoval,
} from '../queue/index.ts'
import { createAhead } from './ahead.ts'
import { createDeck } from './deck.ts'
import { soundOf } from './sound.ts'
import { createListeners } from './listeners.ts'
import { followOutput } from './output.ts'
import type { OwnedPlayer, PlayerParts } from './parts.ts'
import { createPlayLog } from './play-log.ts'
import { createPlayback } from './playback.ts'
import { fetchStored, readStored } from './restore.ts'
import { createSessionKeeper } from './session-keeper.ts'
import type { PlayerNotice, Surroundings } from './types.ts'
import { createViewKeeper } from './view.ts'
import { createVolume } from './volume.ts'
import { createPlayWish } from './wish.ts'

/** How often playback looks after itself while playing, in ms. */
const tickMs = 1_000

/**
 * Creates the player: a thin shell that keeps the engine in step with the queue, stores both, and writes the history.
 * The stored queue is brought back at once, paused.
 */
export function createPlayer(parts: PlayerParts): OwnedPlayer {
  const { engine, bridge, clock, random, settings, connection } = parts
  const noticeListeners = createListeners<PlayerNotice>()
  const jumpListeners = createListeners<void>()
  /** What was told of tracks' loudness while the page runs: lists that were read before do not know it. */
  const measured = new Map<string, Loudness>()
  let saidNotSaved = false

  const volume = createVolume(engine)
  const ahead = createAhead(bridge)
  const deck = createDeck({
    engine,
    settings: () => settings.get(),
    mediaUrl: parts.mediaUrl,
    onEvent: (event) => playback.onDeckEvent(event),
  })
  const keeper = createSessionKeeper({
    bridge,
    clock,
    readQueue: () => toRecord(playback.queue()),
    readPlace: () => ({
      entryId: playback.queue().current?.entryId ?? null,
      positionMs: playback.placeMs(),
      ...volume.now(),
    }),
    onFailure: onWriteFailed,
  })
  const wish = createPlayWish({ bridge, clock, tickMs, onTick: () => playback.onTick() })
  const playback = createPlayback({
    deck,
    wish,
    log: createPlayLog({ bridge, now: () => clock.now(), newId: parts.newId, onFailure: onWriteFailed }),
    keeper,
    random,
    isConnected: () => connection.isConnected(),
    onChange() {
      const { kind } = playback.status()
      ahead.follow(playback.queue(), kind === 'loading' || kind === 'stalled')
      views.refresh()
    },
    onJump: jumpListeners.tell,
    onNotice: noticeListeners.tell,
  })
  const views = createViewKeeper(() => {
    const queue = playback.queue()
    return {
      status: playback.status(),
      wantsPlay: wish.isWanted(),
      queue,
      durationMs: playback.durationMs(),
      ...volume.now(),
      canPrevious: queue.current !== null,
      canNext: canSkip(queue),
    }
  })

  function onWriteFailed(error: Failure): void {
    // The interface shows a lost connection all the time it lasts, and what is due is stored when it is back.
    if (saidNotSaved || !connection.isConnected()) return
    saidNotSaved = true
    noticeListeners.tell({ kind: 'notSaved', error })
  }

  function newEntries(tracks: readonly Track[]): NewEntry[] {
    return tracks.map((track) => {
      const loudness = measured.get(track.id) ?? track.loudness
      return { entryId: parts.newId(), track: loudness === track.loudness ? track : { ...track, loudness } }
    })
  }

  function add(tracks: readonly Track[], where: 'next' | 'later'): void {
    const queue = playback.queue()
    const changed = enqueue(queue, newEntries(tracks), where)
    if (queue.current === null && changed.current !== null) playback.switchTo(changed, { end: 'replaced', play: true })
    else playback.setQueue(changed)
  }

  async function join(anchorId: string, surroundings: Promise<Surroundings | null>): Promise<void> {
    const found = await surroundings
    if (found === null) return
    const around = { before: newEntries(found.before), after: newEntries(found.after) }
    playback.setQueue(surround(playback.queue(), anchorId, around, random))
  }

  function apply(removed: Removed): () => void {
    const isKept = removed.queue.current?.entryId === playback.queue().current?.entryId
    if (isKept) playback.setQueue(removed.queue)
    else playback.switchTo(removed.queue, { end: 'skipped', play: wish.isWanted() && removed.goesOn })
    return () => undo(removed.removal)
  }

  function undo(removal: number): void {
    const queue = playback.queue()
    const changed = undoRemoval(queue, removal)
    const isRevived = queue.current === null && changed.current !== null
    if (isRevived) playback.switchTo(changed, { end: 'stopped', play: false })
    else playback.setQueue(changed)
  }

  function changeVolume(change: () => void): void {
    change()
    keeper.placeChangedSoon()
    views.refresh()
  }

  async function restore(): Promise<void> {
    const session = await fetchStored(bridge)
    if (session === null) return
    const stored = readStored(session)
    volume.restore(session.place)
    if (stored !== null && !playback.isTouched()) {
      playback.restore(stored.queue, stored.startMs)
      if (stored.missing > 0) noticeListeners.tell({ kind: 'missing', count: stored.missing })
    }
    views.refresh()
  }

  const unsubscribes = [
    bridge.on('playback.elsewhere', playback.onElsewhere),
    bridge.on('loudness.changed', ({ tracks }) => {
      for (const { trackId, loudness } of tracks) measured.set(trackId, loudness)
      playback.onLoudness(new Map(tracks.map(({ trackId, loudness }) => [trackId, loudness])))
    }),
    settings.subscribe(deck.applySettings),
    connection.subscribe(() => {
      if (connection.isConnected()) playback.onConnected()
    }),
    followOutput(engine, settings, () => noticeListeners.tell({ kind: 'outputLost' })),
    parts.onPageHide(playback.leave),
    deck.dispose,
    wish.pause,
  ]

  return {
    get view() {
      return views.view()
    },
    restored: restore(),
    subscribe: views.subscribe,
    onNotice: noticeListeners.add,
    onJump: jumpListeners.add,
    position: playback.position,
    playNow(tracks, options) {
      if (tracks.length === 0) return
      const changed = playNow(playback.queue(), newEntries(tracks), options, random)
      playback.switchTo(changed, { end: 'replaced', play: true })
      if (options.surroundings && changed.current !== null) void join(changed.current.entryId, options.surroundings)
    },
    playNext: (tracks) => add(tracks, 'next'),
    playLater: (tracks) => add(tracks, 'later'),
    jumpTo(entryId) {
      const to = goTo(playback.queue(), entryId)
      if (to !== null) playback.switchTo(to, { end: 'skipped', play: true })
    },
    move: (entryIds, target) => playback.setQueue(move(playback.queue(), entryIds, target)),
    remove: (entryIds) => apply(remove(playback.queue(), entryIds, random)),
    clearUpcoming: () => apply(clearUpcoming(playback.queue())),
    play: playback.play,
    pause: playback.pause,
    toggle: () => (wish.isWanted() ? playback.pause() : playback.play()),
    next: playback.next,
    previous: playback.previous,
    seek: playback.seek,
    seekBy: (deltaMs) => playback.seek(playback.placeMs() + deltaMs),
    setShuffle: (on) => playback.setQueue(setShuffle(playback.queue(), on, random)),
    setRepeat(repeat) {
      const queue = playback.queue()
      if (queue.repeat !== repeat) playback.setQueue({ ...queue, repeat })
    },
    setVolume: (wanted) => changeVolume(() => volume.set(wanted)),
    setMuted: (wanted) => changeVolume(() => volume.mute(wanted)),
    warmUp: () => engine.warmUp(),
    prepare(track) {
      ahead.aimAt(track)
      engine.prepare(soundOf(track, parts.mediaUrl))
    },
    outputDevices: () => engine.outputDevices(),
    dispose() {
      playback.leave()
      for (const unsubscribe of unsubscribes) unsubscribe()
    },
  }
}
