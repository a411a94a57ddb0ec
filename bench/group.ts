import type { Figure } from './report/index.ts'

/** What a group gets to work with. */
export interface Bench {
  /** A folder for this group alone; removed afterwards. */
  readonly folder: string
  /** How often to repeat something: the number asked for, or a few with `--quick`. */
  runs(wanted: number): number
  /** Tells whoever waits what is being done. */
  tell(text: string): void
}

/** Figures that belong together and can be run alone. */
export interface Group {
  readonly name: string
  /** Rejects when it cannot run here at all. */
  run(bench: Bench): Promise<readonly Figure[]>
}
