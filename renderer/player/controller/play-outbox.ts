import type { Failure, FailureCode, PlayRecord, Reply } from '../../../src/contract/index.ts'

/** Plays that wait at most, a day of music; more than that, and the oldest are let go. */
export const waitingPlaysLimit = 500

/** What will be said of a record however often it is sent: the backend does not know the track, or cannot read the record. */
const finalCodes: ReadonlySet<FailureCode> = new Set(['not-found', 'bad-input'])

/** Plays on their way to the backend. */
export interface PlayOutbox {
  /** Hands over what is known of a play now; it takes the place of what was known before. */
  put(record: PlayRecord): void
  /** Sends what could not be sent. */
  flush(): void
}

/**
 * Sends plays one at a time in the order in which they began to be written. What fails waits, and everything behind it, until
 * the next play is put or somebody flushes. A record may arrive twice, when the line broke before the answer came: it has the
 * id of its play, so it is stored once.
 */
export function createPlayOutbox(
  send: (record: PlayRecord) => Promise<Reply<null>>,
  onFailure: (error: Failure) => void,
): PlayOutbox {
  const waiting = new Map<string, PlayRecord>()
  let isBusy = false
  let isAskedAgain = false

  function done(record: PlayRecord): void {
    // Unless more is known of it meanwhile.
    if (waiting.get(record.playId) === record) waiting.delete(record.playId)
  }

  async function run(): Promise<void> {
    isAskedAgain = isBusy
    if (isBusy) return
    isBusy = true
    for (let record = first(); record !== undefined; record = first()) {
      const reply = await send(record)
      if (!reply.ok) onFailure(reply.error)
      if (reply.ok || finalCodes.has(reply.error.code)) done(record)
      // Somebody may have had a reason to ask while the answer was still on its way.
      else if (!isAskedAgain) break
      isAskedAgain = false
    }
    isBusy = false
  }

  function first(): PlayRecord | undefined {
    return waiting.values().next().value
  }

  return {
    put(record) {
      waiting.set(record.playId, record)
      const oldest = waiting.keys().next().value
      if (waiting.size > waitingPlaysLimit && oldest !== undefined) waiting.delete(oldest)
      void run()
    },
    flush() {
      void run()
    },
  }
}
