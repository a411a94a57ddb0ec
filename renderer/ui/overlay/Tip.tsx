import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import styles from './overlay.module.css'

/** The small text under the pointer or at the keyboard's focus. The name itself is on the element: this only shows it. */
export function Tip({ text, keys, children }: { text: string; keys?: ReactNode; children: ReactElement }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner className={styles.positioner} sideOffset={8}>
          <Tooltip.Popup className={styles.tip}>
            <span>{text}</span>
            {keys}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}

/** Once around the app: after one tip was shown, its neighbours show theirs at once. */
export function TipProvider({ children }: { children: ReactNode }) {
  return <Tooltip.Provider delay={600}>{children}</Tooltip.Provider>
}
