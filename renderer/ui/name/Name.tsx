import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './name.module.css'

/**
 * A name from outside: its script decides its own direction and touches nothing around it, and it begins where the
 * column begins. The element that is cut is the one with the direction: a name without room loses its end, not its
 * beginning.
 */
export function Name({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return <bdi className={classes(styles.name, className)}>{children}</bdi>
}
