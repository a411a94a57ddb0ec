import { useAtomValue } from 'jotai'
import { useEffect, useEffectEvent } from 'react'
import type { HeardPosition } from '../../player/engine/types.ts'
import { useServices, wantsPlayAtom } from '../../state/index.ts'

/** A view that stands still is looked at this often, because a seek may come from anywhere. */
const restMs = 250
/** The wait for an animation frame after a timer. */
const frameMs = 16

/**
 * Shows the heard position outside React. `show` writes to the DOM and answers in how many ms the next change could be
 * seen; it is called on an animation frame then, and never while the page is hidden.
 */
export function usePosition(show: (position: HeardPosition) => number): void {
  const { player } = useServices()
  const moving = useAtomValue(wantsPlayAtom)
  const showNow = useEffectEvent(() => show(player.position()))

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let frame = 0
    const stop = () => {
      clearTimeout(timer)
      cancelAnimationFrame(frame)
    }
    const tick = () => {
      const nextMs = showNow()
      if (document.hidden) return
      const waitMs = moving ? Math.max(0, nextMs - frameMs) : restMs
      timer = setTimeout(() => {
        frame = requestAnimationFrame(tick)
      }, waitMs)
    }
    const lookAgain = () => {
      stop()
      tick()
    }
    tick()
    // Another track or an exact length: shown at once, also while paused.
    const unsubscribe = player.subscribe(lookAgain)
    document.addEventListener('visibilitychange', lookAgain)
    return () => {
      stop()
      unsubscribe()
      document.removeEventListener('visibilitychange', lookAgain)
    }
  }, [moving, player])
}
