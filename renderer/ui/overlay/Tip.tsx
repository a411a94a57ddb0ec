import { cloneElement } from 'react'
import type { ReactElement } from 'react'

interface TipAttributes {
  readonly 'data-tip'?: string
  readonly 'data-tip-keys'?: string
}

export interface TipProps {
  readonly text: string
  /** Names on the caps of the shortcut that does the same. */
  readonly keys?: readonly string[] | null | undefined
  /** Hands unknown attributes on to its element. */
  readonly children: ReactElement<TipAttributes>
}

/**
 * The small text under the pointer or at the keyboard's focus. The name itself is on the element: this only notes what is to be
 * shown there, and the one `TipLayer` of the app shows it. A tip for each button would cost a page more than its buttons.
 */
export function Tip({ text, keys, children }: TipProps) {
  return cloneElement(children, { 'data-tip': text, ...(keys && { 'data-tip-keys': keys.join('\n') }) })
}

/** A tip, and what it belongs to. */
export interface ShownTip {
  readonly anchor: Element
  readonly text: string
  readonly keys: readonly string[]
}

/** The tip of the element at a target, or null. */
export function tipAt(target: EventTarget | null): ShownTip | null {
  const anchor = target instanceof Element ? target.closest('[data-tip]') : null
  const text = anchor?.getAttribute('data-tip') ?? ''
  if (anchor === null || text === '') return null
  return { anchor, text, keys: anchor.getAttribute('data-tip-keys')?.split('\n') ?? [] }
}
