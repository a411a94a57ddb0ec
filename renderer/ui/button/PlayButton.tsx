import { Pause, Play } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classes } from '../classes.ts'
import styles from './button.module.css'

export interface PlayButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  readonly playing: boolean
  readonly label: string
  readonly size?: 32 | 40 | 44 | 56
  /** The bar's button is neutral; a page's main play button carries the accent. */
  readonly look?: 'solid' | 'accent'
}

/** The round play and pause button. */
export function PlayButton({ playing, label, size = 40, look = 'solid', className, ...rest }: PlayButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      {...rest}
      className={classes(
        styles.play,
        look === 'accent' && styles.playAccent,
        size === 32 && styles.play32,
        size === 44 && styles.play44,
        size === 56 && styles.play56,
        className,
      )}
    >
      {playing ? <Pause aria-hidden /> : <Play aria-hidden className={styles.nudge} />}
    </button>
  )
}
