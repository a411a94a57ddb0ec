import type { ReactNode } from 'react'
import styles from './words.module.css'

/** Words in the middle of a page that has nothing else to show. */
export function Words(props: {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}) {
  return (
    <div className={styles.words}>
      <span className={styles.icon}>{props.icon}</span>
      <h2>{props.title}</h2>
      <p>{props.text}</p>
      {props.children}
    </div>
  )
}
