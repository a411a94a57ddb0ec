import { useEffect, useEffectEvent } from 'react'

/**
 * A step this rare cannot be seen on a blur this wide. An animation of the style sheet, even one in steps, and even a
 * turned layer that stands still, keep a compositor without a graphics card at 6 to 8 % of a core; painting the small
 * picture anew every three seconds takes 0.3 %.
 */
const stepMs = 3000

/** Calls `onStep` while music plays and somebody may look, and never for people who asked for less motion. */
export function useDrift(moving: boolean, onStep: (stepMs: number) => void): void {
  const step = useEffectEvent(() => {
    if (!document.hidden) onStep(stepMs)
  })
  useEffect(() => {
    if (!moving || matchMedia('(prefers-reduced-motion: reduce)').matches) return undefined
    const timer = setInterval(() => step(), stepMs)
    return () => clearInterval(timer)
  }, [moving])
}
