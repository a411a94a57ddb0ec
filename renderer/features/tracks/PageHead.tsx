import type { ReactNode } from 'react'
import { Cover } from '../../ui/cover/index.ts'
import styles from './head.module.css'

export interface PageHeadProps {
  /** What it is, above its name. */
  readonly kind: string
  readonly title: string
  readonly coverPath: string | null
  /** In place of the cover, such as a collage. */
  readonly picture?: ReactNode
  /** Facts in one line. */
  readonly meta: ReactNode
  /** Buttons; the first one is the main one. */
  readonly actions: ReactNode
  /** At the far end of the buttons: filter and order. */
  readonly tools?: ReactNode
}

/** The head of a page about one thing: cover, name, what it holds, and what can be done with all of it. */
export function PageHead({ kind, title, coverPath, picture, meta, actions, tools }: PageHeadProps) {
  return (
    <header className={styles.head}>
      {picture ?? <Cover path={coverPath} seed={title} fills={168} corners="wide" shadow className={styles.cover} />}
      <div className={styles.words}>
        <p className={styles.kind}>{kind}</p>
        <h1 className={styles.title} dir="auto">
          {title}
        </h1>
        <div className={styles.meta}>{meta}</div>
        <div className={styles.actions}>
          {actions}
          {tools !== undefined && <div className={styles.tools}>{tools}</div>}
        </div>
      </div>
    </header>
  )
}

/** The class of a page with such a head, which is washed in the cover's colours. */
export const headPage = styles['page']

/** About the height of such a head and of the names of the columns below it, in px. */
export const headPx = 280
