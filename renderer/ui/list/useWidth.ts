import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'
import { flushSync } from 'react-dom'

const lastWidths = new Map<string, number>()

/** Width of the last element of a kind in px: the next one is most likely as wide. 0 before there was one. */
export function lastWidth(kind: string): number {
  return lastWidths.get(kind) ?? 0
}

/**
 * Width of an element in px, known before its first paint. The first of a kind is measured; for those after it that would have
 * the page laid out one time more, so they begin with the last one's width, and are told in the same frame when theirs is another.
 */
export function useWidth(element: RefObject<HTMLElement | null>, kind: string): number {
  const [width, setWidth] = useState(() => lastWidth(kind))
  useLayoutEffect(() => {
    const measured = element.current
    if (!measured) return undefined
    const measure = () => {
      lastWidths.set(kind, measured.clientWidth)
      setWidth(measured.clientWidth)
    }
    if (lastWidth(kind) === 0) measure()
    const sizes = new ResizeObserver(() => {
      if (measured.clientWidth !== lastWidth(kind)) flushSync(measure)
    })
    sizes.observe(measured)
    return () => sizes.disconnect()
  }, [element, kind])
  return width
}
