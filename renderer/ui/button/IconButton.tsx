import type { ComponentProps } from 'react'
import { classes } from '../classes.ts'
import { Tip } from '../overlay/Tip.tsx'
import styles from './button.module.css'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title'> {
  /** Name for screen readers, and the tip under the pointer. */
  readonly label: string
  /** Names of keys, shown in the tip. */
  readonly keys?: readonly string[] | null | undefined
  readonly size?: 'tiny' | 'small' | 'normal'
  /** Without its tip, for rows of long lists. */
  readonly plain?: boolean
  /** `on` colours the icon (shuffle), `pressed` the whole button (an open panel). */
  readonly state?: 'off' | 'on' | 'pressed'
}

/** A button that is only an icon. It always has a name. */
export function IconButton({
  label,
  keys,
  size = 'normal',
  plain = false,
  state = 'off',
  className,
  ...rest
}: IconButtonProps) {
  const button = (
    <button
      type="button"
      aria-label={label}
      {...rest}
      className={classes(
        styles.iconButton,
        size === 'small' && styles.iconSmall,
        size === 'tiny' && styles.iconTiny,
        state === 'on' && styles.on,
        state === 'pressed' && styles.pressed,
        className,
      )}
    />
  )
  if (plain) return button
  return (
    <Tip text={label} keys={keys}>
      {button}
    </Tip>
  )
}
