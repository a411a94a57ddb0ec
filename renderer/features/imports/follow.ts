import type { ImportRow } from '../../../src/imports/index.ts'

/** Rows that may have come in at once between two looks at a list. */
const farthest = 60

/**
 * Where the row with a place of the source stands now, having stood at `index`: others come in before it, or go, while recordings are looked
 * for. Null where it is not near: it was decided, and what stands at `index` is what comes after it.
 */
export function indexNow(
  rowAt: (index: number) => Pick<ImportRow, 'place'> | undefined,
  index: number,
  place: number,
): number | null {
  const here = rowAt(index)
  if (here === undefined || here.place === place) return here === undefined ? null : index
  // Rows stand in the source's order.
  const step = here.place < place ? 1 : -1
  for (let at = index + step; Math.abs(at - index) <= farthest; at += step) {
    const row = rowAt(at)
    if (row === undefined) return null
    if (row.place === place) return at
    if (row.place < place !== step > 0) return null
  }
  return null
}
