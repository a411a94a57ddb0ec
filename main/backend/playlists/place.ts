/** Distance between the places of neighbouring entries when there is no reason for another one. */
const step = 2 ** 16
/** Neighbours closer than this get new places before anything comes between them. */
const smallestGap = 2 ** -12
/** Beyond this, places are too coarse for `smallestGap`: doubles have 53 bits. */
const largestPlace = 2 ** 36

/**
 * Places for `count` entries between two neighbours (null: the playlist's beginning or end), in order. An entry's place is
 * a fraction between those of its neighbours, so that moving some entries rewrites those and no others. Null when there is
 * no room left: then all entries get new places first.
 */
export function placesBetween(before: number | null, after: number | null, count: number): number[] | null {
  if (before !== null && after !== null) {
    const gap = (after - before) / (count + 1)
    return gap < smallestGap ? null : Array.from({ length: count }, (_, index) => before + gap * (index + 1))
  }
  const first = before !== null ? before + step : after !== null ? after - step * count : step
  const last = first + step * (count - 1)
  if (Math.abs(first) > largestPlace || Math.abs(last) > largestPlace) return null
  return Array.from({ length: count }, (_, index) => first + step * index)
}

/** An entry's place, by the entry's id. */
export interface PlacedEntry {
  readonly entryId: string
  readonly place: number
}

/** New places with room between them. */
export interface Renumbering {
  readonly entries: readonly PlacedEntry[]
  /** The new place of each remembered one. */
  readonly remembered: ReadonlyMap<number, number>
}

/**
 * Spreads the places of a playlist evenly. `entries` are in order. `remembered` are places that undo may bring entries back
 * to: they keep their rank among the entries, so that undo after a renumbering still restores the exact order.
 */
export function renumber(entries: readonly PlacedEntry[], remembered: Iterable<number>): Renumbering {
  const waiting = [...new Set(remembered)].sort((a, b) => a - b)
  const placed: PlacedEntry[] = []
  const moved = new Map<number, number>()
  let rank = 0
  let next = 0
  for (const { entryId, place } of entries) {
    for (let wanted = waiting[next]; wanted !== undefined && wanted < place; wanted = waiting[next]) {
      rank += 1
      moved.set(wanted, rank * step)
      next += 1
    }
    rank += 1
    placed.push({ entryId, place: rank * step })
    if (waiting[next] === place) {
      moved.set(place, rank * step)
      next += 1
    }
  }
  for (const wanted of waiting.slice(next)) {
    rank += 1
    moved.set(wanted, rank * step)
  }
  return { entries: placed, remembered: moved }
}
