/** A row of an import. */
export interface LookedRow {
  readonly job: number
  readonly place: number
}

/** Which rows somebody looks at: they do not wait behind those that nobody looks at. */
export interface Looked {
  /** These rows of a job are looked at now, and no others. */
  look(job: number, places: readonly number[]): void
  /** A person waits for this row: it comes before those. */
  wish(job: number, place: number): void
  /** Takes the rows that were looked at since, in their order. */
  take(): readonly LookedRow[]
  /** Calls back whenever somebody looks at rows; answers what ends that. */
  onLook(listener: () => void): () => void
}

/** Remembers what was looked at last: a person has one page in sight. */
export function createLooked(): Looked {
  let seen: readonly LookedRow[] = []
  const listeners = new Set<() => void>()
  const become = (rows: readonly LookedRow[]): void => {
    seen = rows
    for (const listener of listeners) listener()
  }
  return {
    look: (job, places) => become(places.map((place) => ({ job, place }))),
    wish: (job, place) => become([{ job, place }, ...seen]),
    take() {
      const rows = seen
      seen = []
      return rows
    },
    onLook(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
