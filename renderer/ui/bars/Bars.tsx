import { classes } from '../classes.ts'
import styles from './bars.module.css'

/** Three bars beside what plays; they stand still while it is paused. */
export function Bars({ moving }: { moving: boolean }) {
  return (
    <span className={classes(styles.bars, moving && styles.moving)} aria-hidden>
      <i />
      <i />
      <i />
    </span>
  )
}
