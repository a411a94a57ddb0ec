import type { ComponentProps } from 'react'
import { classes } from '../classes.ts'
import styles from './drawn.module.css'

/** What `Drawings` can draw. */
export type Drawing = 'play' | 'pause' | 'heart' | 'more'

export interface DrawnButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  /** Name for screen readers. */
  readonly label: string
  /** Null where it has an icon of its own inside, which is seen at all times. */
  readonly drawing: Drawing | null
}

/**
 * A button on every row or card of a long list. It is there for keyboard and screen reader at all times, but its icon is
 * drawn by the stylesheet, and only while its row is pointed at or has the focus: icons of their own would be half of what
 * a row is made of, and hundreds of rows a second come and go while a list scrolls.
 */
export function DrawnButton({ label, drawing, className, ...rest }: DrawnButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      {...rest}
      className={classes(styles.drawn, drawing && styles[drawing], className)}
    />
  )
}
