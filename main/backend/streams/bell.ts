/** Something that several wait for, again and again. */
export class Bell {
  private readonly waiters = new Set<() => void>()

  /** Resolves at the next ring, or when `signal` ends the wait. */
  heard(signal: AbortSignal | null): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        signal?.removeEventListener('abort', done)
        this.waiters.delete(done)
        resolve()
      }
      this.waiters.add(done)
      if (signal?.aborted === true) done()
      else signal?.addEventListener('abort', done, { once: true })
    })
  }

  /** Whoever listens now is woken. */
  ring(): void {
    for (const wake of this.waiters) wake()
  }
}
