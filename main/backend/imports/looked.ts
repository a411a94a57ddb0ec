/** Which rows somebody looks at: they do not wait behind those that nobody looks at. */
export interface Looked {
  /** These rows of a job are looked at now, and no others of it. */
  look(job: number, places: readonly number[]): void
  /** Takes the rows of a job that were looked at since, in their order. */
  take(job: number): readonly number[]
}

/** Remembers what was looked at last, of one job: a person has one page in sight. */
export function createLooked(): Looked {
  let seen: { readonly job: number; readonly places: readonly number[] } | null = null
  return {
    look(job, places) {
      seen = { job, places: [...places] }
    },
    take(job) {
      if (seen?.job !== job) return []
      const { places } = seen
      seen = null
      return places
    },
  }
}
