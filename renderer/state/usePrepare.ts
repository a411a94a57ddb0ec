import type { Track } from '../../src/music/index.ts'
import { useServices } from './services.ts'
import { useAim } from './useAim.ts'
import type { AimHandlers } from './useAim.ts'

/**
 * Opens a track while the pointer is still on its way to the click, or the keyboard to Enter, so that it sounds at once.
 * `trackOf`: what a click at this target would play, if anything.
 */
export function usePrepare(trackOf: (target: EventTarget) => Track | null): AimHandlers {
  const { player } = useServices()
  return useAim({
    itemAt: trackOf,
    keyOf: ({ id }) => id,
    onAim: (track) => player.prepare(track),
    onPress: (track) => {
      player.warmUp()
      player.prepare(track)
    },
  })
}
