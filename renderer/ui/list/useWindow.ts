import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { rangeInView, scrollToShow, topOf } from './windowing.ts'
import type { RowRange, Stack } from './windowing.ts'

/** Rows rendered above and below the view, where a list does not say: those of tracks are 56 px high. */
const usualSpareRows = 8

export interface ListWindow {
  /** Indexes of the rows to render. */
  readonly indexes: readonly number[]
  /** The rows in sight, and a few around them: from `first` to before `end`. */
  readonly first: number
  readonly end: number
  /** Height of all rows in px. */
  readonly height: number
  /** Scrolls just as far as needed for a row to be seen. */
  readonly reveal: (index: number) => void
}

export interface WindowOptions {
  readonly stack: Stack
  readonly scroller: RefObject<HTMLElement | null>
  /** The element that holds the rows; what stands above it scrolls along. */
  readonly list: RefObject<HTMLElement | null>
  /** A row that exists wherever one scrolls, so that the keyboard's place is not lost; -1 for none. */
  readonly keep: number
  /** Rows rendered above and below the view, and at once when it moves on: fewer where rows are large. */
  readonly spareRows?: number
}

/** Only the rows in sight exist. React hears of scrolling only when others come into view. */
export function useWindow({ stack, scroller, list, keep, spareRows = usualSpareRows }: WindowOptions): ListWindow {
  const [range, setRange] = useState<RowRange>({ first: 0, end: 3 * spareRows })

  // Not a layout effect: those of children run before the refs of their parents are set, and the scroller is often a parent's.
  useEffect(() => {
    const view = scroller.current
    if (!view) return undefined
    const look = () => {
      const above = offsetIn(view, list.current)
      const next = rangeInView(stack, view.scrollTop - above, view.scrollTop - above + view.clientHeight, spareRows)
      setRange((known) => (known.first === next.first && known.end === next.end ? known : next))
    }
    look()
    const sizes = new ResizeObserver(look)
    sizes.observe(view)
    view.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      view.removeEventListener('scroll', look)
    }
  }, [stack, scroller, list, spareRows])

  const count = stack.tops.length - 1
  const first = Math.min(range.first, count)
  const end = Math.min(range.end, count)
  const indexes = Array.from({ length: Math.max(0, end - first) }, (_row, place) => first + place)
  if (keep >= 0 && keep < count && (keep < first || keep >= end)) indexes.push(keep)
  return {
    indexes,
    first,
    end,
    height: topOf(stack, count),
    reveal: (index) => {
      const view = scroller.current
      if (!view) return
      const above = offsetIn(view, list.current)
      const top = scrollToShow(stack, index, view.scrollTop - above, view.clientHeight) + above
      // The first row brings back what stands above it.
      view.scrollTo(0, index === 0 ? 0 : top)
    },
  }
}

/** How far the list begins below the top of what is scrolled, in px. */
function offsetIn(view: HTMLElement, list: HTMLElement | null): number {
  if (!list) return 0
  return list.getBoundingClientRect().top - view.getBoundingClientRect().top + view.scrollTop
}
