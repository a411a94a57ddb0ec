import { useEffect, useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** Pages remembered. */
const limit = 40
const places = new Map<string, number>()

/** Comes back to where one was on a page, as far as its length is known at once. */
export function useScrollMemory(scroller: RefObject<HTMLElement | null>, key: string): void {
  const shown = useRef<HTMLElement | null>(null)
  useLayoutEffect(() => {
    const view = scroller.current
    if (!view) return
    const place = places.get(key) ?? 0
    // What has just been made stands at its top: to scroll it there would have the page laid out one time more.
    const isNew = shown.current !== view
    if (!isNew || place > 0) view.scrollTo(0, place)
    shown.current = view
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
