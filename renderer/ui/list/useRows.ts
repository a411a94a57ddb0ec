import { useEffect, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent, MouseEvent, RefObject } from 'react'
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

export interface RowsOptions {
  /** Ids in the order on screen. */
  readonly ids: readonly string[]
  /** The element that holds the rows; each row carries `data-row` with its id. */
  readonly container: RefObject<HTMLElement | null>
  /** Rows that one page of the screen holds, for Page Up and Page Down. */
  readonly pageRows: () => number
  /** Brings a row into view, so that it exists and can be focused. */
  readonly reveal: (index: number) => void
  /** Enter, or a double click. */
  readonly onOpen: (id: string) => void
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
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent) => void
    readonly onClick: (event: MouseEvent) => void
    readonly onDoubleClick: (event: MouseEvent) => void
    readonly onContextMenu: (event: MouseEvent) => void
    readonly onFocus: (event: FocusEvent) => void
    readonly onBlur: (event: FocusEvent) => void
  }
}

/** The id of the row that an event happened in. */
export function rowOf(event: { readonly target: EventTarget }): string | null {
  const element = event.target instanceof Element ? event.target.closest('[data-row]') : null
  return element?.getAttribute('data-row') ?? null
}

const inControl = (event: { readonly target: EventTarget }) =>
  event.target instanceof Element && event.target.closest('button, a, input') !== null

/** The row's menu button opens the very menu that a right click opens, below the button. */
export function openMenuAt(button: Element): void {
  const { left, bottom } = button.getBoundingClientRect()
  button.dispatchEvent(
    new window.MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left, clientY: bottom }),
  )
}

/** Selection, roving focus and keys of a list, by event delegation: the rows themselves carry no handlers. */
export function useRows(options: RowsOptions): Rows {
  const { ids, container, onOpen } = options
  const [selection, setSelection] = useState(noSelection)
  const [knownIds, setKnownIds] = useState(ids)
  /** `once`: the keyboard's row must be focused as soon as it exists. `held`: the list has the keyboard and keeps it. */
  const keyboard = useRef<'away' | 'held' | 'once'>('away')

  // The list changed: adjusted while rendering, so that no frame shows a selection of rows that are gone.
  if (knownIds !== ids) {
    setKnownIds(ids)
    const next = afterChange(selection, knownIds, ids)
    if (next !== selection) setSelection(next)
  }

  useEffect(() => {
    const element = container.current
    if (!element || selection.focus === null || keyboard.current === 'away') return
    const lost = document.activeElement === document.body || element.contains(document.activeElement)
    if (keyboard.current === 'held' && !lost) return
    const row = element.querySelector<HTMLElement>(`[data-row="${CSS.escape(selection.focus)}"]`)
    if (!row) return
    keyboard.current = 'held'
    if (row !== document.activeElement && !row.contains(document.activeElement)) row.focus({ preventScroll: true })
  })

  const goTo = (next: RowSelection) => {
    setSelection(next)
    keyboard.current = 'once'
    const index = next.focus === null ? -1 : ids.indexOf(next.focus)
    if (index !== -1) options.reveal(index)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (inControl(event) && event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    keyboard.current = 'held'
    if (options.onKey?.(event, selection) || onListKey(event)) event.preventDefault()
  }

  const onListKey = (event: KeyboardEvent): boolean => {
    const mod = event.ctrlKey || event.metaKey
    const extend = event.shiftKey
    if (event.altKey) return false
    switch (event.key) {
      case 'ArrowDown':
        goTo(moveFocus(selection, ids, 1, { extend }))
        return true
      case 'ArrowUp':
        goTo(moveFocus(selection, ids, -1, { extend }))
        return true
      case 'PageDown':
        goTo(moveFocus(selection, ids, options.pageRows(), { extend }))
        return true
      case 'PageUp':
        goTo(moveFocus(selection, ids, -options.pageRows(), { extend }))
        return true
      case 'Home':
        goTo(moveFocus(selection, ids, -ids.length, { extend }))
        return true
      case 'End':
        goTo(moveFocus(selection, ids, ids.length, { extend }))
        return true
      case 'Enter':
        if (selection.focus !== null) onOpen(selection.focus)
        return selection.focus !== null
      case ' ':
        if (!mod || selection.focus === null) return false
        setSelection(toggleRow(selection, selection.focus))
        return true
      // 'A' with Caps Lock on.
      case 'a':
      case 'A':
        if (mod) setSelection(selectAll(selection, ids))
        return mod
      case 'Escape':
        setSelection(clearSelection(selection))
        return selection.selected.size > 1
      default:
        return false
    }
  }

  return {
    selection,
    select: setSelection,
    tabStop: selection.focus ?? ids[0] ?? null,
    targetsOf: (id) => (selection.selected.has(id) ? ids.filter((one) => selection.selected.has(one)) : [id]),
    handlers: {
      onKeyDown,
      onClick: (event) => {
        const id = rowOf(event)
        if (id === null || inControl(event)) return
        setSelection(pressRow(selection, ids, id, { range: event.shiftKey, toggle: event.ctrlKey || event.metaKey }))
      },
      onDoubleClick: (event) => {
        const id = rowOf(event)
        if (id !== null && !inControl(event)) onOpen(id)
      },
      onContextMenu: (event) => {
        const id = rowOf(event)
        if (id !== null && !selection.selected.has(id)) {
          setSelection(pressRow(selection, ids, id, { range: false, toggle: false }))
        }
      },
      onFocus: (event) => {
        const id = rowOf(event)
        if (id !== null) setSelection((now) => focusRow(now, id))
      },
      onBlur: ({ relatedTarget, currentTarget }) => {
        // To nowhere: the row went away under the keyboard, which the next render makes good.
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) keyboard.current = 'away'
      },
    },
  }
}
