import type { Failure, Reply } from '../../../src/contract/index.ts'

/** Writes one thing that only its latest value matters of. */
export interface LatestWriter<Value> {
  /** Hands over a newer value. It is written at once, or when the write under way is through. */
  write(value: Value): void
}

/**
 * One write at a time: a value that comes meanwhile waits, and a newer one takes its place, so that an old value never
 * lands on a new one.
 */
export function latestWriter<Value>(
  send: (value: Value) => Promise<Reply<null>>,
  onFailure: (error: Failure, value: Value) => void,
): LatestWriter<Value> {
  let busy = false
  let waiting: { readonly value: Value } | null = null

  async function run(first: Value): Promise<void> {
    busy = true
    let value = first
    for (;;) {
      const reply = await send(value)
      if (!reply.ok) onFailure(reply.error, value)
      if (waiting === null) break
      value = waiting.value
      waiting = null
    }
    busy = false
  }

  return {
    write(value) {
      if (busy) waiting = { value }
      else void run(value)
    },
  }
}
