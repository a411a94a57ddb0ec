import { useLayoutEffect, useRef } from 'react'
import type { FocusEvent, MouseEvent, ReactNode } from 'react'
import { useAfterPaint } from './Afterwards.tsx'
import styles from './afterwards.module.css'

export interface ButtonAfterwardsProps {
  /** A button that looks and reads the same, and is quickly made. */
  readonly meanwhile: ReactNode
  /** False while the page waits for more that is to be painted before this. */
  readonly isReady?: boolean
  /** What belongs here: one button, and what it opens. */
  readonly children: ReactNode
}

/**
 * A button whose menu or list is made after what is in sight. Whoever is quicker than that loses nothing: a button that was
 * focused meanwhile stays so, and a press opens what it should as soon as that is there, which it hurries.
 */
export function ButtonAfterwards({ meanwhile, isReady = true, children }: ButtonAfterwardsProps) {
  const [isPainted, hurry] = useAfterPaint(false, isReady)
  const wish = useRef<'focus' | 'press' | null>(null)
  const host = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    if (!isPainted || wish.current === null) return
    const isPressed = wish.current === 'press'
    wish.current = null
    const button = host.current?.querySelector('button')
    button?.focus()
    if (isPressed) button?.click()
  }, [isPainted])

  function clicked({ target, currentTarget }: MouseEvent): void {
    if (!isPainted) {
      wish.current = 'press'
      hurry()
    } else if (target === currentTarget) {
      // It began on the button before and ends on neither of the two, but around both.
      host.current?.querySelector('button')?.click()
    }
  }

  function focused(): void {
    if (!isPainted) wish.current ??= 'focus'
  }

  function left({ relatedTarget }: FocusEvent): void {
    // A button that is taken away goes nowhere else.
    if (relatedTarget !== null && wish.current === 'focus') wish.current = null
  }

  return (
    // The buttons within have the roles, names and keys; around them is only listened.
    <span
      ref={host}
      className={styles.host}
      role="presentation"
      onFocusCapture={focused}
      onBlurCapture={left}
      onClickCapture={clicked}
    >
      {isPainted ? children : meanwhile}
    </span>
  )
}
