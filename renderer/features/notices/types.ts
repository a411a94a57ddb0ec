import type { Failure } from '../../../src/contract/index.ts'

/** Something to tell a person in the corner of the window. */
export interface Notice {
  readonly tone: 'good' | 'bad' | 'plain'
  readonly title: string
  readonly text?: string
  /** `undoes`: it takes back what the notice tells, and so does the undo command. */
  readonly action?: { readonly label: string; readonly run: () => void; readonly undoes?: boolean }
  /** What it is about, where it may have to be taken back. */
  readonly topic?: string
}

/** A notice that stays while something long goes on. */
export interface LongNotice {
  readonly title: string
  readonly text?: string
  /** 0 to 1, or null while nobody knows. */
  readonly value: number | null
  readonly action: { readonly label: string; readonly run: () => void }
}

export interface Notices {
  tell(notice: Notice): void
  /** Whether a notice stands that offers to undo something. */
  canUndo(): boolean
  /** Does what the newest of them offers. */
  undo(): void
  /** Takes back what was told about a topic and still stands, because it is true no more. */
  withdraw(topic: string): void
  /** The catalogue's words for a failure. */
  fail(failure: Failure): void
  /** Shows or updates the notice of a long task; null takes it away. */
  long(taskId: string, notice: LongNotice | null): void
}
