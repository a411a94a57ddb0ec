/** Does one piece of work after changes: many changes are one piece. */
export interface Announcer {
  /** Something changed: works after `delayMs` at the latest. */
  soon(delayMs: number): void
  close(): void
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'waiting'; readonly timer: NodeJS.Timeout; readonly dueMs: number }
  /** `again`: the delay after which to work once more, because something changed meanwhile. */
  | { readonly kind: 'working'; again: number | null }
  | { readonly kind: 'closed' }

/** `now` is any clock in ms. `work` must not reject. */
export function createAnnouncer(work: () => Promise<void>, now: () => number = () => performance.now()): Announcer {
  let state: State = { kind: 'idle' }

  function wait(delayMs: number): void {
    const timer = setTimeout(() => void run(), delayMs)
    state = { kind: 'waiting', timer, dueMs: now() + delayMs }
  }

  async function run(): Promise<void> {
    const working: State = { kind: 'working', again: null }
    state = working
    await work()
    if (state !== working) return
    state = { kind: 'idle' }
    if (working.again !== null) wait(working.again)
  }

  return {
    soon(delayMs) {
      switch (state.kind) {
        case 'idle':
          wait(delayMs)
          break
        case 'waiting':
          if (now() + delayMs >= state.dueMs) break
          clearTimeout(state.timer)
          wait(delayMs)
          break
        case 'working':
          state.again = Math.min(delayMs, state.again ?? delayMs)
          break
        case 'closed':
          break
      }
    },
    close() {
      if (state.kind === 'waiting') clearTimeout(state.timer)
      state = { kind: 'closed' }
    },
  }
}
