/** Rows of known heights, stacked: where each begins, and which are in sight. */
export interface Stack {
  readonly count: number
  /** Top of a row in px, from 0 to `count`: after the last one the height of all. Beyond, where the next ones would begin, if that is known. */
  readonly topAt: (index: number) => number
}

/** Stacks rows of these heights. */
export function stackOf(count: number, heightAt: (index: number) => number): Stack {
  const tops = new Float64Array(count + 1)
  for (let index = 0; index < count; index += 1) tops[index + 1] = (tops[index] ?? 0) + heightAt(index)
  return { count, topAt: (index) => tops[index] ?? 0 }
}

/** Stacks rows that are all as high: nothing needs to be added up, however many there are. */
export function evenStack(count: number, height: number): Stack {
  return { count, topAt: (index) => index * height }
}

/** Top of a row in px; of the end when there is no such row. */
export function topOf({ count, topAt }: Stack, index: number): number {
  return topAt(Math.min(count, Math.max(0, index)))
}

/** The row at `y`, by halving: the first or last one when `y` lies outside. */
export function rowAt(stack: Stack, y: number): number {
  let low = 0
  let high = stack.count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (topOf(stack, middle) <= y) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}

/** Rows from `first` to before `end`. */
export interface RowRange {
  readonly first: number
  readonly end: number
}

/**
 * The rows to render for a view from `from` to `to` (px): those in sight and a margin of `spare` rows. Starts are rounded
 * to steps of half of that, so that scrolling renders in steps instead of with every row, and no step takes a whole frame.
 */
export function rangeInView(stack: Stack, from: number, to: number, spare: number): RowRange {
  const { count } = stack
  if (count === 0) return { first: 0, end: 0 }
  const step = Math.max(1, Math.floor(spare / 2))
  const first = Math.floor(Math.max(0, rowAt(stack, from) - spare) / step) * step
  const end = Math.ceil((rowAt(stack, to) + 1 + spare) / step) * step
  return { first, end: Math.min(count, end) }
}

/** Where to scroll so that a row is fully in sight; `scrollTop` itself when it is. */
export function scrollToShow(stack: Stack, index: number, scrollTop: number, viewHeight: number): number {
  const top = topOf(stack, index)
  const bottom = topOf(stack, index + 1)
  if (top < scrollTop) return top
  // Of a row higher than the view its beginning is seen.
  return bottom > scrollTop + viewHeight ? Math.min(top, bottom - viewHeight) : scrollTop
}
