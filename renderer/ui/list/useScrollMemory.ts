import { useEffect, useLayoutEffect } from 'react'
import type { RefObject } from 'react'

/** Pages remembered. */
const limit = 40
const places = new Map<string, number>()

/** Comes back to where one was on a page, as far as its length is known at once. */
export function useScrollMemory(scroller: RefObject<HTMLElement | null>, key: string): void {
  useLayoutEffect(() => {
    scroller.current?.scrollTo(0, places.get(key) ?? 0)
  }, [scroller, key])

  useEffect(() => {
    const view = scroller.current
    if (!view) return undefined
    const remember = () => {
      places.delete(key)
      places.set(key, view.scrollTop)
      for (const oldest of places.keys()) {
        if (places.size <= limit) break
        places.delete(oldest)
      }
    }
    view.addEventListener('scroll', remember, { passive: true })
    return () => view.removeEventListener('scroll', remember)
  }, [scroller, key])
}
