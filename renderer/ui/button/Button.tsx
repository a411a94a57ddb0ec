import type { ComponentProps } from 'react'
import { classes } from '../classes.ts'
import styles from './button.module.css'

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: 'plain' | 'accent' | 'ghost'
  readonly size?: 'small' | 'normal' | 'large'
}

/** A button with words. One `accent` button on a page at most: it is the main action. */
export function Button({ look = 'plain', size = 'normal', className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(
        styles.button,
        look === 'accent' && styles.accent,
        look === 'ghost' && styles.ghost,
        size === 'small' && styles.small,
        size === 'large' && styles.large,
        className,
      )}
    />
  )
}
