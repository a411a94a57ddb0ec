import type { Failure } from '../../../src/contract/index.ts'
import { failureWords } from '../notices/index.ts'
import { useTranslation } from '../../ui/translation/index.ts'
import styles from './connection.module.css'

/** What came of the last press of Test, or of saving. */
export type Tested<Answer> =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'fine'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly error: Failure }

/** What is said of a good answer. */
export interface FineWords {
  readonly line: string
  readonly more: string
  /** What is not as it should be all the same. */
  readonly warning: string | null
}

export interface TestOutcomeProps<Answer> {
  readonly tested: Tested<Answer>
  /** What is said while the other side is asked. */
  readonly asking: string
  readonly fine: (answer: Answer) => FineWords
}

/** What the test of a connection said, where it was pressed. */
export function TestOutcome<Answer>({ tested, asking, fine }: TestOutcomeProps<Answer>) {
  const { t } = useTranslation()
  switch (tested.kind) {
    case 'none':
      return null
    case 'asking':
      return <output className={styles.quiet}>{asking}</output>
    case 'failed': {
      const { what, more } = failureWords(tested.error, t)
      return (
        <div className={styles.bad} role="alert">
          <p className={styles.stateLine}>{what}</p>
          <p>{more}</p>
        </div>
      )
    }
    case 'fine': {
      const { line, more, warning } = fine(tested.answer)
      return (
        <output className={styles.good}>
          <span className={styles.stateLine}>{line}</span>
          <span>{more}</span>
          {warning !== null && <span className={styles.warning}>{warning}</span>}
        </output>
      )
    }
    default:
      return tested satisfies never
  }
}
