import type { PlaybackPlace } from '../../../src/contract/index.ts'
import type { Engine } from '../engine/types.ts'

/** The volume slider (0 to 1, perceptual) and mute, applied to the engine as they change. */
export interface Volume {
  readonly now: () => Pick<PlaybackPlace, 'volume' | 'muted'>
  readonly set: (volume: number) => void
  readonly mute: (muted: boolean) => void
  /** Takes over what was stored, unless a person was faster. */
  readonly restore: (stored: PlaybackPlace | null) => void
}

/** Creates the volume at full, unmuted. */
export function createVolume(engine: Pick<Engine, 'setVolume' | 'setMuted'>): Volume {
  let volume = 1
  let muted = false
  let isTouched = false

  function apply(): void {
    engine.setVolume(volume)
    engine.setMuted(muted)
  }

  apply()
  return {
    now: () => ({ volume, muted }),
    set(wanted) {
      if (!Number.isFinite(wanted)) return
      isTouched = true
      volume = Math.min(1, Math.max(0, wanted))
      apply()
    },
    mute(wanted) {
      isTouched = true
      muted = wanted
      apply()
    },
    restore(stored) {
      if (stored === null || isTouched) return
      volume = stored.volume
      muted = stored.muted
      apply()
    },
  }
}
