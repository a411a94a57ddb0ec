import { isCommandId, isKept } from '../../../src/commands/index.ts'
import type { Shortcut } from '../../../src/commands/index.ts'
import type { Bridge } from '../../../src/contract/index.ts'
import { matches } from './keys.ts'
import { isMac } from './platform.ts'
import type { Commands } from './types.ts'

/**
 * Sends shortcuts and commands from other processes (menu, tray, media keys) to the registry. `shortcuts` reads those that
 * hold now. Answers how to stop.
 */
export function listenForCommands(
  commands: Commands,
  bridge: Bridge,
  shortcuts: () => readonly Shortcut[],
): () => void {
  const stopFocus = followFocus()
  const onKeyDown = (event: KeyboardEvent) => {
    // 229 is what keys are called while an input method is at work, also the one that ends it.
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return
    const target = event.target instanceof Element ? event.target : null
    for (const shortcut of shortcuts()) {
      const binding = shortcut.bindings.find((one) => matches(event, one, isMac))
      if (binding === undefined) continue
      if (belongsTo(target, binding)) return
      // Holding a key down repeats steps of volume and place, and nothing else.
      const repeats = shortcut.command.startsWith('volume-') || shortcut.command.startsWith('seek-')
      event.preventDefault()
      if (!event.repeat || repeats) commands.run(shortcut.command)
      return
    }
  }
  window.addEventListener('keydown', onKeyDown)
  const stopEvents = bridge.on('command.invoked', ({ command }) => {
    if (isCommandId(command)) commands.run(command)
  })
  return () => {
    window.removeEventListener('keydown', onKeyDown)
    stopFocus()
    stopEvents()
  }
}

const usesArrows = '[role="slider"], [role="radio"], input[type="range"]'
const pressedBySpace = 'button, a[href], summary, [role="button"], [role="radio"]'

/** True when the focused element itself uses this key: typing, moving a slider, pressing a button that the keyboard reached. */
function belongsTo(target: Element | null, binding: string): boolean {
  if (!target) return false
  const takesText = target.closest('input:not([type="range"]), textarea, select, [contenteditable="true"]') !== null
  // Nobody types with Ctrl or ⌘; but some of these edit text.
  if (binding.startsWith('Mod+')) return takesText && isKept(binding)
  if (takesText) return true
  // Open lists and menus find their items by letters.
  if (target.closest('[role="menu"], [role="listbox"]')) return true
  if (binding.startsWith('Arrow')) return target.closest(usesArrows) !== null
  if (binding === 'Space') return target.closest(pressedBySpace) !== null && reachedByKeyboard
  return false
}

/**
 * Whether the focus came to where it is by the keyboard. After a click on a button Space still means play or pause; after
 * tabbing to it, Space presses it.
 */
let reachedByKeyboard = false

/** Follows which of the two is in use. The style sheet hides the focus ring from people who only press a shortcut after a click. */
function followFocus(): () => void {
  const root = document.documentElement
  const setInput = (input: 'keyboard' | 'pointer') => {
    root.dataset['input'] = input
  }
  const onPointer = () => setInput('pointer')
  const onKey = (event: KeyboardEvent) => {
    if (movesFocus(event.key)) setInput('keyboard')
  }
  const onFocus = () => {
    reachedByKeyboard = root.dataset['input'] === 'keyboard'
  }
  window.addEventListener('pointerdown', onPointer, true)
  window.addEventListener('keydown', onKey, true)
  window.addEventListener('focusin', onFocus)
  return () => {
    window.removeEventListener('pointerdown', onPointer, true)
    window.removeEventListener('keydown', onKey, true)
    window.removeEventListener('focusin', onFocus)
  }
}

const movesFocus = (key: string) => key === 'Tab' || key === 'Home' || key === 'End' || /^(Arrow|Page)/.test(key)
