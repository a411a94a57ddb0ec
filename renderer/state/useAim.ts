import { useRef } from 'react'
import type { FocusEvent, PointerEvent } from 'react'

/** The pointer rests this long on something before it counts as aimed at, in ms: what is only passed over costs nothing. */
const restMs = 80

/** What a list or a button passes to its element. */
export interface AimHandlers {
  readonly onPointerOver: (event: PointerEvent) => void
  readonly onPointerLeave: () => void
  readonly onPointerDown: (event: PointerEvent) => void
  readonly onFocus: (event: FocusEvent) => void
}

/**
 * Tells what the pointer rests on or presses, or what the keyboard has come to, ahead of the click or Enter. `itemAt`: what a
 * click at this target would be about, if anything; `keyOf` tells items apart.
 */
export function useAim<Item>(options: {
  readonly itemAt: (target: EventTarget) => Item | null
  readonly keyOf: (item: Item) => string
  readonly onAim: (item: Item) => void
  readonly onPress: (item: Item) => void
}): AimHandlers {
  const { itemAt, keyOf, onAim, onPress } = options
  const timer = useRef<number | null>(null)
  const aimed = useRef<string | null>(null)

  const forget = () => {
    if (timer.current !== null) window.clearTimeout(timer.current)
    timer.current = null
    aimed.current = null
  }
  const aim = (item: Item | null) => {
    if (item === null || keyOf(item) === aimed.current) return
    forget()
    aimed.current = keyOf(item)
    timer.current = window.setTimeout(() => onAim(item), restMs)
  }
  return {
    onPointerOver: (event) => aim(itemAt(event.target)),
    onPointerLeave: forget,
    onPointerDown: (event) => {
      const item = event.button === 0 ? itemAt(event.target) : null
      if (item !== null) onPress(item)
    },
    onFocus: (event) => aim(itemAt(event.target)),
  }
}
