import type { Bridge, Failure, PlaybackPlace, QueueRecord } from '../../../src/contract/index.ts'
import type { Clock } from './parts.ts'
import { latestWriter } from './writer.ts'

/** Changes of the queue or the volume are gathered this long, in ms, before they are stored. */
const gatherMs = 250

/** Stores queue and place so that a start after anything finds them. */
export interface SessionKeeper {
  /** The queue changed; it is stored soon. */
  queueChanged(): void
  /** The place changed at a moment worth keeping; it is stored at once. */
  placeChanged(): void
  /** The place changed a little (the volume slider moves); it is stored soon. */
  placeChangedSoon(): void
  /** Stores at once what is waiting or failed earlier. */
  flush(): void
}

/** Creates the keeper. The readers are asked when a write is due. Nothing is written that is stored already. */
export function createSessionKeeper(parts: {
  readonly bridge: Bridge
  readonly clock: Clock
  readonly readQueue: () => QueueRecord
  readonly readPlace: () => PlaybackPlace
  readonly onFailure: (error: Failure) => void
}): SessionKeeper {
  let queueIsDue = false
  let placeIsDue = false
  let stored: PlaybackPlace | null = null
  let cancelGathering: (() => void) | null = null

  const queueWriter = latestWriter(
    (record: QueueRecord) => parts.bridge.call('session.saveQueue', record),
    (error) => {
      queueIsDue = true
      parts.onFailure(error)
    },
  )
  const placeWriter = latestWriter(
    (place: PlaybackPlace) => parts.bridge.call('session.savePlace', place),
    (error) => {
      stored = null
      placeIsDue = true
      parts.onFailure(error)
    },
  )

  function writePlace(): void {
    placeIsDue = false
    const place = parts.readPlace()
    if (stored !== null && isSamePlace(stored, place)) return
    stored = place
    placeWriter.write(place)
  }

  function flush(): void {
    cancelGathering?.()
    cancelGathering = null
    if (queueIsDue) {
      queueIsDue = false
      queueWriter.write(parts.readQueue())
    }
    if (placeIsDue) writePlace()
  }

  function gather(): void {
    cancelGathering ??= parts.clock.after(gatherMs, flush)
  }

  return {
    queueChanged() {
      queueIsDue = true
      gather()
    },
    placeChanged: writePlace,
    placeChangedSoon() {
      placeIsDue = true
      gather()
    },
    flush,
  }
}

function isSamePlace(one: PlaybackPlace, other: PlaybackPlace): boolean {
  return (
    one.entryId === other.entryId &&
    one.positionMs === other.positionMs &&
    one.volume === other.volume &&
    one.muted === other.muted
  )
}
