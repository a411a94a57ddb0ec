import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import {
  afterResize,
  clearPlaces,
  focusPlace,
  movePlace,
  noPlaces,
  pressPlace,
  selectAllPlaces,
  togglePlace,
} from './placeSelection.ts'
import type { PlaceSelection } from './placeSelection.ts'
import { countRows, hasRow } from './ranges.ts'
import type { RowRanges } from './ranges.ts'
import { useRowEvents } from './useRowEvents.ts'
import type { RowEventOptions, RowHandlers } from './useRowEvents.ts'

export interface PlacesOptions extends Omit<RowEventOptions, 'onOpen' | 'onKey'> {
  /** Rows of the list. */
  readonly count: number
  /** Says which list it is and in which order: in another one places name other rows. */
  readonly listKey: string
  /** Enter, or a double click. */
  readonly onOpen: (index: number) => void
  /** Further keys; true when the key was used. */
  readonly onKey?: ((event: KeyboardEvent, selection: PlaceSelection) => boolean) | undefined
}

export interface Places {
  readonly selection: PlaceSelection
  readonly select: (selection: PlaceSelection) => void
  /** The one row in the tab order: where the keyboard is, else the first; -1 for none. */
  readonly tabStop: number
  readonly isSelected: (index: number) => boolean
  /** The rows an action at this row is meant for: the selection when it belongs to it, else it alone. */
  readonly targetsOf: (index: number) => RowRanges
  readonly handlers: RowHandlers
}

/** Selection, roving focus and keys of a list of any length, whose rows are named by their place in it. */
export function usePlaces(options: PlacesOptions): Places {
  const { count, listKey, onOpen, onKey } = options
  const [selection, setSelection] = useState(noPlaces)
  const [known, setKnown] = useState({ count, listKey })

  // Adjusted while rendering, so that no frame shows a selection of other rows.
  if (known.count !== count || known.listKey !== listKey) {
    setKnown({ count, listKey })
    setSelection(known.listKey === listKey ? afterResize(selection, count) : noPlaces)
  }

  const handlers = useRowEvents(
    {
      focus: selection.focus === null ? null : String(selection.focus),
      rowCount: count,
      selectedCount: countRows(selection.selected),
      isSelected: (id) => hasRow(selection.selected, Number(id)),
      press: (id, modifiers) => setSelection(pressPlace(selection, Number(id), modifiers)),
      focusOn: (id) => setSelection((now) => focusPlace(now, Number(id))),
      toggle: (id) => setSelection(togglePlace(selection, Number(id))),
      move: (steps, extend) => {
        const next = movePlace(selection, count, steps, { extend })
        setSelection(next)
        return next.focus ?? -1
      },
      selectAll: () => setSelection(selectAllPlaces(selection, count)),
      clear: () => setSelection(clearPlaces(selection)),
    },
    {
      ...options,
      onOpen: (id) => onOpen(Number(id)),
      onKey: onKey && ((event) => onKey(event, selection)),
    },
  )

  return {
    selection,
    select: setSelection,
    tabStop: count === 0 ? -1 : (selection.focus ?? 0),
    isSelected: (index) => hasRow(selection.selected, index),
    targetsOf: (index) => (hasRow(selection.selected, index) ? selection.selected : [{ first: index, end: index + 1 }]),
    handlers,
  }
}
