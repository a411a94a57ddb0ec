/** One after another: whoever asks last goes first, and whoever has gone away is passed over. */
export interface Turns {
  /** Resolves when it is the asker's turn; with null when they went away while they waited. */
  next(signal: AbortSignal): Promise<{ readonly end: () => void } | null>
}

interface Waiting {
  readonly signal: AbortSignal
  readonly go: (turn: { readonly end: () => void } | null) => void
}

/** Nobody has a turn yet. */
export function createTurns(): Turns {
  const waiting: Waiting[] = []
  let isTaken = false

  function pass(): void {
    const last = waiting.pop()
    if (last === undefined) {
      isTaken = false
      return
    }
    if (last.signal.aborted) {
      last.go(null)
      pass()
      return
    }
    isTaken = true
    let hasEnded = false
    last.go({
      end() {
        if (hasEnded) return
        hasEnded = true
        pass()
      },
    })
  }

  return {
    next: (signal) =>
      new Promise((resolve) => {
        waiting.push({ signal, go: resolve })
        if (!isTaken) pass()
      }),
  }
}
