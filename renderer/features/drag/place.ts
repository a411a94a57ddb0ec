/** Where rows of equal height would land that are let go at `y` (px from the top of the list): before this row. */
export function dropIndexAt(count: number, rowHeight: number, y: number): number {
  return Math.min(count, Math.max(0, Math.round(y / rowHeight)))
}

/** Within this many px of an edge a list scrolls on by itself, faster towards the edge. */
const edgePx = 44
const fastestPxPerFrame = 14

/** How far a list scrolls in this frame, in px (negative: up), with the pointer at `y` between its edges. */
export function edgeScroll(top: number, bottom: number, y: number): number {
  const above = Math.max(0, top + edgePx - y) / edgePx
  const below = Math.max(0, y - (bottom - edgePx)) / edgePx
  return Math.round((Math.min(1, below) - Math.min(1, above)) * fastestPxPerFrame)
}
