import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import {
  afterChange,
  clearSelection,
  focusRow,
  moveFocus,
  noSelection,
  pressRow,
  selectAll,
  toggleRow,
} from './selection.ts'
import type { RowSelection } from './selection.ts'
import { useRowEvents } from './useRowEvents.ts'
import type { RowEventOptions, RowHandlers } from './useRowEvents.ts'

export interface RowsOptions extends Omit<RowEventOptions, 'onKey'> {
  /** Ids in the order on screen. */
  readonly ids: readonly string[]
  /** Further keys; true when the key was used. */
  readonly onKey?: (event: KeyboardEvent, selection: RowSelection) => boolean
}

export interface Rows {
  readonly selection: RowSelection
  readonly select: (selection: RowSelection) => void
  /** The one row in the tab order: where the keyboard is, else the first. */
  readonly tabStop: string | null
  /** The rows an action is meant for: the selection when `id` belongs to it, else `id` alone. In list order. */
  readonly targetsOf: (id: string) => readonly string[]
  readonly handlers: RowHandlers
}

/** Selection, roving focus and keys of a list whose rows are named by id. */
export function useRows(options: RowsOptions): Rows {
  const { ids, onKey } = options
  const [selection, setSelection] = useState(noSelection)
  const [knownIds, setKnownIds] = useState(ids)

  // The list changed: adjusted while rendering, so that no frame shows a selection of rows that are gone.
  if (knownIds !== ids) {
    setKnownIds(ids)
    const next = afterChange(selection, knownIds, ids)
    if (next !== selection) setSelection(next)
  }

  const handlers = useRowEvents(
    {
      focus: selection.focus,
      rowCount: ids.length,
      selectedCount: selection.selected.size,
      isSelected: (id) => selection.selected.has(id),
      press: (id, modifiers) => setSelection(pressRow(selection, ids, id, modifiers)),
      focusOn: (id) => setSelection((now) => focusRow(now, id)),
      toggle: (id) => setSelection(toggleRow(selection, id)),
      move: (steps, extend) => {
        const next = moveFocus(selection, ids, steps, { extend })
        setSelection(next)
        return next.focus === null ? -1 : ids.indexOf(next.focus)
      },
      selectAll: () => setSelection(selectAll(selection, ids)),
      clear: () => setSelection(clearSelection(selection)),
    },
    { ...options, onKey: onKey && ((event) => onKey(event, selection)) },
  )

  return {
    selection,
    select: setSelection,
    tabStop: selection.focus ?? ids[0] ?? null,
    targetsOf: (id) => (selection.selected.has(id) ? ids.filter((one) => selection.selected.has(one)) : [id]),
    handlers,
  }
}
