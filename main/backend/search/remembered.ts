/** What is read of the store in slices, and kept as long as it holds. */
export interface Remembered<Value> {
  /** As of the last `refresh`. */
  value(): Value
  /** Reads it again where it no longer holds. */
  refresh(): Promise<void>
}

/** `stamp` answers at once what tells one state of the store from the next; `read` is called once for each. */
export function createRemembered<Value>(
  first: Value,
  stamp: () => string,
  read: () => Promise<Value>,
): Remembered<Value> {
  let known = { stamp: '', value: first }
  let reading: { readonly stamp: string; readonly done: Promise<void> } | null = null

  const readAnew = async (now: string): Promise<void> => {
    known = { stamp: now, value: await read() }
  }

  return {
    value: () => known.value,
    async refresh() {
      const now = stamp()
      if (known.stamp === now) return
      const mine = reading?.stamp === now ? reading : { stamp: now, done: readAnew(now) }
      reading = mine
      try {
        await mine.done
      } finally {
        if (reading === mine) reading = null
      }
    },
  }
}
