import { ContextMenu } from '@base-ui/react/context-menu'
import type { FocusEvent, ReactNode } from 'react'
import styles from './overlay.module.css'

/** The sheet of a context menu. Opened with the keyboard it begins at its first item, as a menu button's does. */
export function ContextPopup({ children }: { children: ReactNode }) {
  return (
    <ContextMenu.Portal>
      <ContextMenu.Positioner className={styles.positioner}>
        <ContextMenu.Popup className={styles.popup} onFocus={startAtFirstItem}>
          {children}
        </ContextMenu.Popup>
      </ContextMenu.Positioner>
    </ContextMenu.Portal>
  )
}

/** Opening gives the focus to the sheet itself, and only then does it come to it from outside. */
function startAtFirstItem({ target, currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void {
  if (target !== currentTarget || currentTarget.contains(relatedTarget)) return
  // The browser's own answer to whether a key or the pointer brought the focus here.
  if (!currentTarget.matches(':focus-visible')) return
  currentTarget.querySelector<HTMLElement>('[role="menuitem"]:not([aria-disabled="true"])')?.focus()
}
