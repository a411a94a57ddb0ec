import type { ReactNode } from 'react'
import styles from './settings.module.css'

/** One setting: its name, what it does, and its control. */
export function Option({ name, meta, children }: { name: string; meta?: string; children: ReactNode }) {
  return (
    <div className={styles.option}>
      <div className={styles.optionWords}>
        <p className={styles.optionName}>{name}</p>
        {meta !== undefined && <p className={styles.optionMeta}>{meta}</p>}
      </div>
      {children}
    </div>
  )
}
