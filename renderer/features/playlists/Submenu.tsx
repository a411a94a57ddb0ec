import { Menu } from '@base-ui/react/menu'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { overlayStyles } from '../../ui/overlay/index.ts'

export interface SubmenuProps {
  readonly icon: ReactNode
  readonly label: string
  readonly disabled?: boolean
  readonly children: ReactNode
}

/** A menu in a menu. */
export function Submenu({ icon, label, disabled = false, children }: SubmenuProps) {
  return (
    <Menu.SubmenuRoot disabled={disabled}>
      <Menu.SubmenuTrigger className={overlayStyles['item']}>
        {icon}
        <span className={overlayStyles['itemText']}>{label}</span>
        <ChevronRight aria-hidden />
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner className={overlayStyles['positioner']} sideOffset={-4} alignOffset={-4}>
          <Menu.Popup className={overlayStyles['popup']}>{children}</Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  )
}
