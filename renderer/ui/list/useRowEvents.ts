import { useEffect, useRef } from 'react'
import type { FocusEvent, KeyboardEvent, MouseEvent, RefObject } from 'react'
import type { Modifiers } from './selection.ts'

/** A selection, as keys and pointer work on it. Rows are named by what their `data-row` says. */
export interface RowModel {
  readonly focus: string | null
  readonly rowCount: number
  readonly selectedCount: number
  readonly isSelected: (id: string) => boolean
  readonly press: (id: string, modifiers: Modifiers) => void
  readonly focusOn: (id: string) => void
  readonly toggle: (id: string) => void
  /** Answers the place that the keyboard came to; -1 for none. */
  readonly move: (steps: number, extend: boolean) => number
  readonly selectAll: () => void
  readonly clear: () => void
}

export interface RowEventOptions {
  /** The element that holds the rows; each row carries `data-row` with its id. */
  readonly container: RefObject<HTMLElement | null>
  /** Rows that one page of the screen holds, for Page Up and Page Down. */
  readonly pageRows: () => number
  /** Brings a row into view, so that it exists and can be focused. */
  readonly reveal: (index: number) => void
  /** Enter, or a double click. */
  readonly onOpen: (id: string) => void
  /** Further keys; true when the key was used. */
  readonly onKey?: ((event: KeyboardEvent) => boolean) | undefined
}

/** What the element that holds the rows listens to. */
export interface RowHandlers {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onClick: (event: MouseEvent) => void
  readonly onDoubleClick: (event: MouseEvent) => void
  readonly onContextMenu: (event: MouseEvent) => void
  readonly onFocus: (event: FocusEvent) => void
  readonly onBlur: (event: FocusEvent) => void
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

/** Roving focus and keys of a list, by event delegation: the rows themselves carry no handlers. */
export function useRowEvents(model: RowModel, options: RowEventOptions): RowHandlers {
  const { container, onOpen } = options
  const { focus } = model
  /** `once`: the keyboard's row must be focused as soon as it exists. `held`: the list has the keyboard and keeps it. */
  const keyboard = useRef<'away' | 'held' | 'once'>('away')

  useEffect(() => {
    const element = container.current
    if (!element || focus === null || keyboard.current === 'away') return
    const lost = document.activeElement === document.body || element.contains(document.activeElement)
    if (keyboard.current === 'held' && !lost) return
    const row = element.querySelector<HTMLElement>(`[data-row="${CSS.escape(focus)}"]`)
    if (!row) return
    keyboard.current = 'held'
    if (row !== document.activeElement && !row.contains(document.activeElement)) row.focus({ preventScroll: true })
  })

  const step = (steps: number, extend: boolean) => {
    keyboard.current = 'once'
    const index = model.move(steps, extend)
    if (index !== -1) options.reveal(index)
    return true
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (inControl(event) && event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    keyboard.current = 'held'
    if (options.onKey?.(event) || onListKey(event)) event.preventDefault()
  }

  const onListKey = (event: KeyboardEvent): boolean => {
    const mod = event.ctrlKey || event.metaKey
    const extend = event.shiftKey
    if (event.altKey) return false
    switch (event.key) {
      case 'ArrowDown':
        return step(1, extend)
      case 'ArrowUp':
        return step(-1, extend)
      case 'PageDown':
        return step(options.pageRows(), extend)
      case 'PageUp':
        return step(-options.pageRows(), extend)
      case 'Home':
        return step(-model.rowCount, extend)
      case 'End':
        return step(model.rowCount, extend)
      case 'Enter':
        if (focus !== null) onOpen(focus)
        return focus !== null
      case ' ':
        if (!mod || focus === null) return false
        model.toggle(focus)
        return true
      // 'A' with Caps Lock on.
      case 'a':
      case 'A':
        if (mod) model.selectAll()
        return mod
      case 'Escape':
        model.clear()
        return model.selectedCount > 1
      default:
        return false
    }
  }

  return {
    onKeyDown,
    onClick: (event) => {
      const id = rowOf(event)
      if (id === null || inControl(event)) return
      model.press(id, { range: event.shiftKey, toggle: event.ctrlKey || event.metaKey })
    },
    onDoubleClick: (event) => {
      const id = rowOf(event)
      if (id !== null && !inControl(event)) onOpen(id)
    },
    onContextMenu: (event) => {
      const id = rowOf(event)
      if (id !== null && !model.isSelected(id)) model.press(id, { range: false, toggle: false })
    },
    onFocus: (event) => {
      const id = rowOf(event)
      if (id !== null) model.focusOn(id)
    },
    onBlur: ({ relatedTarget, currentTarget }) => {
      // To nowhere: the row went away under the keyboard, which the next render makes good.
      if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) keyboard.current = 'away'
    },
  }
}
