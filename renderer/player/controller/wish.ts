import type { Bridge } from '../../../src/contract/index.ts'
import type { Clock } from './parts.ts'

/**
 * Whether sound is meant to come out here:
 *
 *     resting ──play──▶ wanted ──pause──▶ resting
 *        ▲                │ another page claims
 *        └──── play ── elsewhere (play claims it back)
 *
 * `resting` remembers whether the engine came to rest by itself: then it may also go on by itself.
 */
type Wish =
  | { readonly kind: 'wanted' }
  | { readonly kind: 'resting'; readonly byEngine: boolean }
  | { readonly kind: 'elsewhere' }

/** The wish to play, claimed against other pages, with a tick while it lasts. */
export interface PlayWish {
  readonly isWanted: () => boolean
  readonly isElsewhere: () => boolean
  /** The engine stopped by itself and nobody asked for a pause since. */
  readonly restsByEngine: () => boolean
  readonly play: () => void
  readonly pause: (byEngine?: boolean) => void
  /** Another page has claimed playback. False when that is out of date: our own claim came after it. */
  readonly giveAway: () => boolean
}

/** Creates the wish, resting. `onTick` is called every `tickMs` while playing is wanted. */
export function createPlayWish(parts: {
  readonly bridge: Bridge
  readonly clock: Clock
  readonly tickMs: number
  readonly onTick: () => void
}): PlayWish {
  let wish: Wish = { kind: 'resting', byEngine: false }
  let claimsUnderWay = 0
  let stopTicking: (() => void) | null = null

  async function claim(): Promise<void> {
    claimsUnderWay += 1
    await parts.bridge.call('playback.claim', null)
    claimsUnderWay -= 1
  }

  function become(changed: Wish): void {
    wish = changed
    if (changed.kind === 'wanted') {
      stopTicking ??= parts.clock.every(parts.tickMs, parts.onTick)
    } else {
      stopTicking?.()
      stopTicking = null
    }
  }

  return {
    isWanted: () => wish.kind === 'wanted',
    isElsewhere: () => wish.kind === 'elsewhere',
    restsByEngine: () => wish.kind === 'resting' && wish.byEngine,
    play() {
      if (wish.kind === 'wanted') return
      become({ kind: 'wanted' })
      void claim()
    },
    pause(byEngine = false) {
      // Resting while another page plays is still that: the other page plays.
      if (wish.kind !== 'elsewhere') become({ kind: 'resting', byEngine })
    },
    giveAway() {
      // Calls and events keep their order: while the answer to our claim is still to come, this was sent before it.
      if (claimsUnderWay > 0) return false
      become({ kind: 'elsewhere' })
      return true
    },
  }
}
