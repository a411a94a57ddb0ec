import { Progress as Base } from '@base-ui/react/progress'
import styles from './progress.module.css'

/** How far something long has come; `value` from 0 to 1, null while nobody knows. */
export function Progress({ value, label }: { value: number | null; label: string }) {
  return (
    <Base.Root value={value === null ? null : Math.round(value * 100)} aria-label={label}>
      <Base.Track className={styles.track}>
        <Base.Indicator className={styles.fill} />
      </Base.Track>
    </Base.Root>
  )
}

/** A turning ring for work of unknown length. */
export function Spinner() {
  return <span className={styles.spinner} aria-hidden />
}
