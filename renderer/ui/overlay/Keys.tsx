import styles from './overlay.module.css'

/** Keys of one shortcut, each on its cap. */
export function Keys({ names }: { names: readonly string[] }) {
  return (
    <span className={styles.keys}>
      {names.map((name) => (
        <kbd key={name} className={styles.key}>
          {name}
        </kbd>
      ))}
    </span>
  )
}
