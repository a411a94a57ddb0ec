import type { Bridge, Failure, PlayEnd } from '../../../src/contract/index.ts'
import { createPlayOutbox } from './play-outbox.ts'

/** Heard this long, in ms, a track counts as played; less leaves no trace in the history. */
const worthRecordingMs = 1_000
/** How much more must be heard, in ms, before the record is written again. */
const rewriteMs = 15_000

/** Writes the play history while it happens. `heardMs` is what was heard of the current play so far. */
export interface PlayLog {
  /** A new play of a track begins. The one before must have ended. */
  begin(trackId: string): void
  /** The play goes on. What is written now says `interrupted`: that is the truth if nothing comes after it. */
  progress(heardMs: number): void
  /** The play is over. */
  end(heardMs: number, end: PlayEnd): void
  /** The play comes to rest: what was heard so far is written whether it is due or not. */
  keep(heardMs: number): void
  /** The page goes away. Should it come back, the play goes on. */
  leave(heardMs: number): void
  /** The backend answers again: what it could not be told is told. */
  flush(): void
}

/** Creates the log. A write that fails is reported, disturbs nothing and is made good later. */
export function createPlayLog(parts: {
  readonly bridge: Bridge
  readonly now: () => number
  readonly newId: () => string
  readonly onFailure: (error: Failure) => void
}): PlayLog {
  const outbox = createPlayOutbox((record) => parts.bridge.call('history.record', record), parts.onFailure)
  let play: ReturnType<typeof openPlay> | null = null

  function openPlay(trackId: string) {
    const playId = parts.newId()
    let startedAt: number | null = null
    let writtenMs = 0
    return {
      isWorthIt: (heardMs: number) => startedAt !== null || heardMs >= worthRecordingMs,
      isDue: (heardMs: number) => heardMs >= (startedAt === null ? worthRecordingMs : writtenMs + rewriteMs),
      write(heardMs: number, end: PlayEnd) {
        startedAt ??= Math.max(0, Math.round(parts.now() - heardMs))
        // Never less than before: right at a join the engine may already count the next track.
        writtenMs = Math.max(writtenMs, heardMs)
        outbox.put({ playId, trackId, startedAt, heardMs: writtenMs, end })
      },
    }
  }

  return {
    begin(trackId) {
      play = openPlay(trackId)
    },
    progress(heardMs) {
      if (play?.isDue(heardMs) === true) play.write(heardMs, 'interrupted')
    },
    end(heardMs, end) {
      if (play?.isWorthIt(heardMs) === true) play.write(heardMs, end)
      play = null
    },
    keep(heardMs) {
      if (play?.isWorthIt(heardMs) === true) play.write(heardMs, 'interrupted')
    },
    leave(heardMs) {
      if (play?.isWorthIt(heardMs) === true) play.write(heardMs, 'stopped')
    },
    flush: () => outbox.flush(),
  }
}
