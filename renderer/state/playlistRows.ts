/** What an order needs to know of a row. */
interface Entry {
  readonly entryId: string
}

/** Entries without these. */
export function withoutEntries<One extends Entry>(
  entries: readonly One[],
  entryIds: readonly string[],
): readonly One[] {
  const gone = new Set(entryIds)
  return entries.filter((entry) => !gone.has(entry.entryId))
}

/** Entries after these were moved, in the order they have, before another one (null: to the end). */
export function movedEntries<One extends Entry>(
  entries: readonly One[],
  entryIds: readonly string[],
  beforeEntryId: string | null,
): readonly One[] {
  const moving = new Set(entryIds)
  const carried = entries.filter((entry) => moving.has(entry.entryId))
  const staying = entries.filter((entry) => !moving.has(entry.entryId))
  const at = staying.findIndex((entry) => entry.entryId === beforeEntryId)
  return at === -1 ? [...staying, ...carried] : staying.toSpliced(at, 0, ...carried)
}

/**
 * Where rows land that are dropped before the row at `index` of `ids` (its length: at the end): the first row from there
 * on that stays; `null` for the end.
 */
export function placeAt(ids: readonly string[], entryIds: readonly string[], index: number): string | null {
  const moving = new Set(entryIds)
  return ids.slice(index).find((id) => !moving.has(id)) ?? null
}

/**
 * Where rows go when they are moved by one with the keyboard; undefined at the end of the way. Rows that are apart come
 * together at the first (moving up) or last (moving down) of them.
 */
export function stepTarget(
  ids: readonly string[],
  entryIds: readonly string[],
  direction: -1 | 1,
): string | null | undefined {
  const moving = new Set(entryIds)
  const places = ids.flatMap((id, index) => (moving.has(id) ? [index] : []))
  const first = places[0]
  const last = places.at(-1)
  if (first === undefined || last === undefined) return undefined
  const apart = last - first + 1 > places.length
  if (direction === -1) {
    if (first > 0) return ids[first - 1]
    return apart ? placeAt(ids, entryIds, 0) : undefined
  }
  if (last < ids.length - 1) return placeAt(ids, entryIds, last + 2)
  return apart ? null : undefined
}
