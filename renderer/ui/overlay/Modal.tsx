import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useRef } from 'react'
import type { ReactNode, RefObject } from 'react'
import { IconButton } from '../button/IconButton.tsx'
import { classes } from '../classes.ts'
import styles from './overlay.module.css'

export interface ModalProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly text?: string
  readonly closeLabel: string
  readonly wide?: boolean
  /** What the keyboard starts at; the dialog itself when there is nothing to fill in. */
  readonly initialFocus?: RefObject<HTMLElement | null>
  readonly children: ReactNode
}

/** A dialog over the page: title, one line of text, a body that scrolls. Escape and the veil close it. */
export function Modal({ open, onClose, title, text, closeLabel, wide = false, initialFocus, children }: ModalProps) {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.veil} />
        <Dialog.Popup
          ref={popup}
          initialFocus={initialFocus ?? popup}
          className={classes(styles.dialog, wide && styles.wide)}
        >
          <header className={styles.dialogHead}>
            <div className={styles.dialogWords}>
              <Dialog.Title className={styles.dialogTitle}>{title}</Dialog.Title>
              {text && <Dialog.Description className={styles.dialogText}>{text}</Dialog.Description>}
            </div>
            <IconButton size="small" label={closeLabel} onClick={onClose}>
              <X aria-hidden />
            </IconButton>
          </header>
          <div className={styles.dialogBody}>{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
