import { startTransition, useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import { rangeInView, scrollToShow, topOf } from './windowing.ts'
import type { RowRange, Stack } from './windowing.ts'

/** Rows rendered above and below the view, where a list does not say: those of tracks are 56 px high. */
const usualSpareRows = 8

/** Height of the last page that scrolled, in px. The next one is most likely as high: its first rows are the right ones at once. */
let lastPageHeight = 700

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
  /** About how much stands above the list in its scroller, in px, so that no row is made at first that is not seen. */
  readonly above?: number
  /** Rows rendered above and below the view, and at once when it moves on: fewer where rows are large. */
  readonly spareRows?: number
}

/**
 * Only the rows in sight exist. React hears of scrolling only when others come into view. A list begins with the rows that
 * are seen; those around them come when these are drawn.
 */
export function useWindow(options: WindowOptions): ListWindow {
  const { stack, scroller, list, keep, above = 0, spareRows = usualSpareRows } = options
  const [range, setRange] = useState<RowRange>(() => firstRange(stack, lastPageHeight - above))

  // Not a layout effect: those of children run before the refs of their parents are set, and the scroller is often a parent's.
  useEffect(() => {
    const view = scroller.current
    if (!view) return undefined
    const inView = (spare: number) => {
      const top = view.scrollTop - offsetIn(view, list.current)
      return rangeInView(stack, top, top + view.clientHeight, spare)
    }
    const look = () => {
      const next = inView(spareRows)
      setRange((known) => (known.first === next.first && known.end === next.end ? known : next))
    }
    const isPage = view.closest('main') !== null
    let frame = 0
    let isFirst = true
    const onResize = () => {
      if (isPage) lastPageHeight = view.clientHeight
      if (!isFirst) {
        startTransition(look)
        return
      }
      isFirst = false
      // Asked for before the browser has laid out the page, this would have it laid out one time more.
      const seen = inView(0)
      flushSync(() => setRange((known) => (known.first <= seen.first && known.end >= seen.end ? known : seen)))
      // The first frame draws what is seen, the second one has time for what is not.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => startTransition(look))
      })
    }
    const sizes = new ResizeObserver(onResize)
    sizes.observe(view)
    view.addEventListener('scroll', look, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      sizes.disconnect()
      view.removeEventListener('scroll', look)
    }
  }, [stack, scroller, list, spareRows])

  const { count } = stack
  const first = Math.min(range.first, count)
  const end = Math.min(range.end, count)
  const indexes = Array.from({ length: Math.max(0, end - first) }, (_row, place) => first + place)
  if (keep >= 0 && keep < count && (keep < first || keep >= end)) indexes.push(keep)
  return {
    indexes,
    first,
    end,
    height: topOf(stack, count),
    reveal: (index) => revealRow(options, index),
  }
}

/** Scrolls just as far as needed for a row to be seen. */
export function revealRow(
  { stack, scroller, list }: Pick<WindowOptions, 'stack' | 'scroller' | 'list'>,
  index: number,
): void {
  const view = scroller.current
  if (!view) return
  const above = offsetIn(view, list.current)
  const top = scrollToShow(stack, index, view.scrollTop - above, view.clientHeight) + above
  // The first row brings back what stands above it.
  view.scrollTo(0, index === 0 ? 0 : top)
}

/** Rows to begin with, before anything was measured. How many there are may not be known yet. */
function firstRange(stack: Stack, heightPx: number): RowRange {
  if (heightPx <= 0) return { first: 0, end: 0 }
  if (stack.count > 0) return rangeInView(stack, 0, heightPx, 0)
  const rowPx = stack.topAt(1)
  return { first: 0, end: rowPx > 0 ? Math.ceil(heightPx / rowPx) : 2 * usualSpareRows }
}

/** How far the list begins below the top of what is scrolled, in px. */
function offsetIn(view: HTMLElement, list: HTMLElement | null): number {
  if (!list) return 0
  return list.getBoundingClientRect().top - view.getBoundingClientRect().top + view.scrollTop
}
