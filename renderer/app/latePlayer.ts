import type { PlayerNotice, OwnedPlayer, Player, PlayerView } from '../player/index.ts'

/** A player that can be used before the real one exists. */
export interface LatePlayer extends Player {
  onJump: OwnedPlayer['onJump']
  /** The real one is there: it takes over, and does what was asked for meanwhile. */
  arrive(player: OwnedPlayer): void
}

const nothing = () => undefined

/**
 * The interface is on screen before the audio engine has started. Until then this player shows an empty queue and keeps
 * what it is asked to do; from then on it only passes on.
 */
export function createLatePlayer(idle: PlayerView): LatePlayer {
  let real: OwnedPlayer | null = null
  const wishes: ((player: OwnedPlayer) => void)[] = []
  const listeners = new Set<() => void>()
  const jumpListeners = new Set<() => void>()
  const noticeListeners = new Set<(notice: PlayerNotice) => void>()

  const ask = (wish: (player: OwnedPlayer) => void) => {
    if (real) wish(real)
    else wishes.push(wish)
  }
  const listenIn = <Listener>(set: Set<Listener>) => {
    return (listener: Listener) => {
      set.add(listener)
      return () => void set.delete(listener)
    }
  }

  return {
    get view() {
      return real?.view ?? idle
    },
    subscribe: listenIn(listeners),
    onNotice: listenIn(noticeListeners),
    onJump: listenIn(jumpListeners),
    position: () =>
      real?.position() ?? { key: null, positionMs: 0, durationMs: null, bufferedFromMs: 0, bufferedToMs: 0 },
    playNow: (tracks, options) => ask((player) => player.playNow(tracks, options)),
    playNext: (tracks) => ask((player) => player.playNext(tracks)),
    playLater: (tracks) => ask((player) => player.playLater(tracks)),
    jumpTo: (entryId) => ask((player) => player.jumpTo(entryId)),
    move: (entryIds, target) => ask((player) => player.move(entryIds, target)),
    // There is nothing in the queue to remove yet.
    remove: (entryIds) => real?.remove(entryIds) ?? nothing,
    clearUpcoming: () => real?.clearUpcoming() ?? nothing,
    play: () => ask((player) => player.play()),
    pause: () => ask((player) => player.pause()),
    toggle: () => ask((player) => player.toggle()),
    next: () => ask((player) => player.next()),
    previous: () => ask((player) => player.previous()),
    seek: (positionMs) => ask((player) => player.seek(positionMs)),
    seekBy: (deltaMs) => ask((player) => player.seekBy(deltaMs)),
    setShuffle: (on) => ask((player) => player.setShuffle(on)),
    setRepeat: (mode) => ask((player) => player.setRepeat(mode)),
    setVolume: (volume) => ask((player) => player.setVolume(volume)),
    setMuted: (muted) => ask((player) => player.setMuted(muted)),
    warmUp: () => ask((player) => player.warmUp()),
    prepare: (track) => real?.prepare(track),
    outputDevices: async () => (real ? real.outputDevices() : []),
    arrive: (player) => {
      real = player
      player.subscribe(() => tell(listeners))
      player.onJump(() => tell(jumpListeners))
      player.onNotice((notice) => {
        for (const listener of noticeListeners) listener(notice)
      })
      for (const wish of wishes.splice(0)) wish(player)
      tell(listeners)
    },
  }
}

function tell(listeners: ReadonlySet<() => void>): void {
  for (const listener of listeners) listener()
}
