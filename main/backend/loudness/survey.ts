import type { Store } from '../store/index.ts'
import { surveyRows, type SurveyedRow } from './rows.ts'

/** Rows looked at before the process answers others again. */
const rowsPerGo = 250

/** How much of the library's loudness is known. */
export interface Survey {
  /** Library rows that wait for being measured, added last first. */
  readonly waiting: Set<number>
  /** Tracks whose loudness is known, by tags or measured, or which cannot be measured. */
  known: number
  /** Tracks that were measured and do not say so: their tags were read anew since. */
  readonly forgotten: readonly string[]
}

/** Goes through the library in small steps; `pause` lets others have their turn and rejects to end it. */
export async function survey(store: Store, pause: () => Promise<void>): Promise<Survey> {
  const waiting = new Set<number>()
  const forgotten: string[] = []
  let known = 0
  for (let last: SurveyedRow | null = null; ;) {
    const rows = surveyRows(store, last, rowsPerGo)
    for (const { rowId, trackId, present, unset, known: what } of rows) {
      if (present === 0) continue
      if (unset === 1 && what === 'none') waiting.add(rowId)
      else known += 1
      if (unset === 1 && what === 'measured') forgotten.push(trackId)
    }
    last = rows.at(-1) ?? null
    if (last === null) return { waiting, known, forgotten }
    await pause()
  }
}
