import { hasRow, withoutRange, withRange } from './ranges.ts'
import type { RowRanges } from './ranges.ts'
import type { Modifiers } from './selection.ts'

/** Which rows of a list are selected, named by their place: for lists too long to hold an id of every row. */
export interface PlaceSelection {
  readonly focus: number | null
  /** Where a range began. */
  readonly anchor: number | null
  readonly selected: RowRanges
}

export const noPlaces: PlaceSelection = { focus: null, anchor: null, selected: [] }

const only = (index: number) => ({ first: index, end: index + 1 })
const between = (one: number, other: number) => ({ first: Math.min(one, other), end: Math.max(one, other) + 1 })

/** A row was pressed with the pointer. */
export function pressPlace(selection: PlaceSelection, index: number, { range, toggle }: Modifiers): PlaceSelection {
  if (range && selection.anchor !== null) {
    const rows = between(selection.anchor, index)
    return { ...selection, focus: index, selected: withRange(toggle ? selection.selected : [], rows) }
  }
  if (toggle) return togglePlace(selection, index)
  return { focus: index, anchor: index, selected: [only(index)] }
}

/** The keyboard came to a row. Nothing is selected by that alone. */
export function focusPlace(selection: PlaceSelection, index: number): PlaceSelection {
  return index === selection.focus ? selection : { ...selection, focus: index, anchor: selection.anchor ?? index }
}

/** One row in or out, the others stay. */
export function togglePlace(selection: PlaceSelection, index: number): PlaceSelection {
  const change = hasRow(selection.selected, index) ? withoutRange : withRange
  return { focus: index, anchor: index, selected: change(selection.selected, only(index)) }
}

/** The keyboard moves by `steps` rows, as far as there are `count`; with `extend` it selects on the way. */
export function movePlace(
  selection: PlaceSelection,
  count: number,
  steps: number,
  { extend }: { readonly extend: boolean },
): PlaceSelection {
  if (count === 0) return selection
  const start = selection.focus ?? (steps > 0 ? -1 : count)
  const to = Math.min(count - 1, Math.max(0, start + steps))
  if (!extend) return { focus: to, anchor: to, selected: [only(to)] }
  const anchor = selection.anchor ?? selection.focus ?? to
  return { focus: to, anchor, selected: [between(anchor, to)] }
}

/** Every row. */
export function selectAllPlaces(selection: PlaceSelection, count: number): PlaceSelection {
  return { ...selection, selected: withRange([], { first: 0, end: count }) }
}

/** Nothing selected; the keyboard stays where it is. */
export function clearPlaces(selection: PlaceSelection): PlaceSelection {
  return selection.selected.length === 0 ? selection : { ...selection, selected: [] }
}

/** The list changed its length, so places name other rows than before: only the keyboard's is kept, within the list. */
export function afterResize(selection: PlaceSelection, count: number): PlaceSelection {
  const within = (index: number | null) => (index === null || count === 0 ? null : Math.min(index, count - 1))
  return { focus: within(selection.focus), anchor: within(selection.focus), selected: [] }
}
