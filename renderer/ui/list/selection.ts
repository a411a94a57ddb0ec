/** Which rows of a list are selected, and which one the keyboard is at. Rows are named by id; their order comes with each call. */
export interface RowSelection {
  readonly focus: string | null
  /** Where a range began. */
  readonly anchor: string | null
  readonly selected: ReadonlySet<string>
}

export const noSelection: RowSelection = { focus: null, anchor: null, selected: new Set() }

export interface Modifiers {
  /** Shift: everything from the anchor to here. */
  readonly range: boolean
  /** Ctrl or ⌘: this row in or out. */
  readonly toggle: boolean
}

/** A row was pressed with the pointer. */
export function pressRow(
  selection: RowSelection,
  ids: readonly string[],
  id: string,
  { range, toggle }: Modifiers,
): RowSelection {
  if (range && selection.anchor !== null) {
    const rows = between(ids, selection.anchor, id)
    return { ...selection, focus: id, selected: new Set(toggle ? [...selection.selected, ...rows] : rows) }
  }
  if (toggle) return toggleRow(selection, id)
  return { focus: id, anchor: id, selected: new Set([id]) }
}

/** The keyboard came to a row, by Tab or a press: keys are for it from now on. Nothing is selected by that alone. */
export function focusRow(selection: RowSelection, id: string): RowSelection {
  return id === selection.focus ? selection : { ...selection, focus: id, anchor: selection.anchor ?? id }
}

/** One row in or out, the others stay. */
export function toggleRow(selection: RowSelection, id: string): RowSelection {
  const selected = new Set(selection.selected)
  if (!selected.delete(id)) selected.add(id)
  return { focus: id, anchor: id, selected }
}

/** The keyboard moves by `steps` rows (as far as there are rows); with `extend` it selects on the way. */
export function moveFocus(
  selection: RowSelection,
  ids: readonly string[],
  steps: number,
  { extend }: { readonly extend: boolean },
): RowSelection {
  if (ids.length === 0) return selection
  const from = selection.focus === null ? -1 : ids.indexOf(selection.focus)
  const start = from === -1 ? (steps > 0 ? -1 : ids.length) : from
  const to = ids[Math.min(ids.length - 1, Math.max(0, start + steps))]
  if (to === undefined) return selection
  if (!extend) return { focus: to, anchor: to, selected: new Set([to]) }
  const anchor = selection.anchor ?? selection.focus ?? to
  return { focus: to, anchor, selected: new Set(between(ids, anchor, to)) }
}

/** Every row. */
export function selectAll(selection: RowSelection, ids: readonly string[]): RowSelection {
  return { ...selection, selected: new Set(ids) }
}

/** Nothing selected; the keyboard stays where it is. */
export function clearSelection(selection: RowSelection): RowSelection {
  return selection.selected.size === 0 ? selection : { ...selection, selected: new Set() }
}

/**
 * The same selection after the list changed: rows that went are forgotten, and when the keyboard's row is one of them it
 * moves to the row that took its place.
 */
export function afterChange(selection: RowSelection, before: readonly string[], now: readonly string[]): RowSelection {
  const known = new Set(now)
  const selected = [...selection.selected].filter((id) => known.has(id))
  const keeps = (id: string | null) => (id !== null && known.has(id) ? id : null)
  const focus = keeps(selection.focus) ?? neighbour(selection.focus, before, now, known)
  if (selected.length === selection.selected.size && focus === selection.focus) return selection
  return { focus, anchor: keeps(selection.anchor) ?? focus, selected: new Set(selected) }
}

function neighbour(
  focus: string | null,
  before: readonly string[],
  now: readonly string[],
  known: ReadonlySet<string>,
): string | null {
  if (focus === null) return null
  const at = before.indexOf(focus)
  if (at === -1) return null
  return before.slice(at).find((id) => known.has(id)) ?? now.at(-1) ?? null
}

function between(ids: readonly string[], one: string, other: string): readonly string[] {
  const first = ids.indexOf(one)
  const second = ids.indexOf(other)
  if (first === -1 || second === -1) return [other]
  return ids.slice(Math.min(first, second), Math.max(first, second) + 1)
}
