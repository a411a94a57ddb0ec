import { contextOf, demoCollectionAtom } from '../../state/index.ts'
import type { CommandEnvironment } from './environment.ts'
import type { ArgumentCommands } from './types.ts'

const seekStepMs = 5000
const volumeStep = 0.05

/** Volume one step on, within 0 to 1 and free of rounding dust. */
export function steppedVolume(volume: number, direction: 1 | -1): number {
  return Math.min(1, Math.max(0, Math.round((volume + direction * volumeStep) * 100) / 100))
}

const nextRepeat = { off: 'all', all: 'one', one: 'off' } as const

/** Transport and volume. */
export function playbackCommands({ player, store }: CommandEnvironment) {
  // With nothing loaded, play means the album that is always there.
  const playOr = (otherwise: () => void) => {
    const demo = store.get(demoCollectionAtom)
    if (player.view.queue.current || !demo) otherwise()
    else player.playNow(demo.tracks, { startIndex: 0, context: contextOf(demo) })
  }
  const stepVolume = (direction: 1 | -1) => {
    // Turning the volume while muted is how people ask to hear something again.
    if (player.view.muted && direction === 1) player.setMuted(false)
    player.setVolume(steppedVolume(player.view.volume, direction))
  }
  return {
    'play-pause': () => playOr(() => player.toggle()),
    play: () => playOr(() => player.play()),
    pause: () => player.pause(),
    next: () => player.next(),
    previous: () => player.previous(),
    'seek-forward': () => player.seekBy(seekStepMs),
    'seek-backward': () => player.seekBy(-seekStepMs),
    'seek-to': ({ positionMs }: ArgumentCommands['seek-to']) => player.seek(positionMs),
    'volume-up': () => stepVolume(1),
    'volume-down': () => stepVolume(-1),
    'set-volume': ({ volume }: ArgumentCommands['set-volume']) => {
      if (player.view.muted && volume > 0) player.setMuted(false)
      player.setVolume(volume)
    },
    mute: () => player.setMuted(!player.view.muted),
    shuffle: () => player.setShuffle(!player.view.queue.shuffle),
    repeat: () => player.setRepeat(nextRepeat[player.view.queue.repeat]),
    'play-tracks': ({ tracks, ...options }: ArgumentCommands['play-tracks']) => player.playNow(tracks, options),
  }
}
