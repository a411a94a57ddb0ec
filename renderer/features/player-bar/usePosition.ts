import { useAtomValue } from 'jotai'
import { useEffect, useEffectEvent } from 'react'
import type { HeardPosition } from '../../player/engine/types.ts'
import { currentEntryAtom, durationMsAtom, useServices, wantsPlayAtom } from '../../state/index.ts'

/** A view that stands still is looked at this often, because a seek may come from anywhere. */
const restMs = 250

/**
 * Shows the heard position outside React. `show` writes to the DOM and answers in how many ms the next change could be
 * seen; it is called on an animation frame then, and never while the page is hidden.
 */
export function usePosition(show: (position: HeardPosition) => number): void {
  const { player } = useServices()
  const moving = useAtomValue(wantsPlayAtom)
  const entry = useAtomValue(currentEntryAtom)
  const durationMs = useAtomValue(durationMsAtom)
  const showNow = useEffectEvent(() => show(player.position()))

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let frame = 0
    const tick = () => {
      const nextMs = showNow()
      if (document.hidden) return
      timer = setTimeout(
        () => {
          frame = requestAnimationFrame(tick)
        },
        moving ? Math.max(0, nextMs - frameMs) : restMs,
      )
    }
    const onVisibility = () => {
      stop()
      if (!document.hidden) tick()
    }
    const stop = () => {
      clearTimeout(timer)
      cancelAnimationFrame(frame)
    }
    tick()
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', onVisibility)
    }
  }, [moving, entry, durationMs])
}

/** The wait for an animation frame after a timer, in ms. */
const frameMs = 16
