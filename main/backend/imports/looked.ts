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
}

/** Remembers what was looked at last: a person has one page in sight. */
export function createLooked(): Looked {
  let seen: readonly LookedRow[] = []
  return {
    look(job, places) {
      seen = places.map((place) => ({ job, place }))
    },
    wish(job, place) {
      seen = [{ job, place }, ...seen]
    },
    take() {
      const rows = seen
      seen = []
      return rows
    },
  }
}
