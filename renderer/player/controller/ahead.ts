import type { Bridge } from '../../../src/contract/index.ts'
import type { Track } from '../../../src/music/index.ts'
import type { Queue } from '../queue/index.ts'

/** Entries of the queue whose way here is looked for before their turn. */
const upcomingLimit = 3

/** Tells the backend which tracks of nodes will probably be heard soon; files need no such word. */
export interface Ahead {
  /** The queue is this now. `isWaiting`: its current track is waited for, so that nothing else may be in its way. */
  readonly follow: (queue: Queue, isWaiting: boolean) => void
  /** A click on this track may come. */
  readonly aimAt: (track: Track) => void
}

/** Creates it. Nothing is said as long as there is no track of a node. */
export function createAhead(bridge: Bridge): Ahead {
  let aimed: Track | null = null
  let upcoming: readonly Track[] = []
  let told = ''

  function tell(): void {
    const wanted = aimed === null ? upcoming : [aimed, ...upcoming]
    const trackIds = [...new Set(wanted.filter(({ origin }) => origin === 'node').map(({ id }) => id))]
    const now = trackIds.join(' ')
    if (now === told) return
    told = now
    // What goes wrong here is told when the track is played.
    void bridge.call('streams.prepare', { trackIds })
  }

  return {
    follow(queue, isWaiting) {
      // What was aimed at was hit, or something else was.
      if (aimed?.id === queue.current?.track.id) aimed = null
      // What follows has time until there is sound; its way here would be shared with what somebody listens for.
      if (isWaiting) return
      upcoming = comingUp(queue)
      tell()
    },
    aimAt(track) {
      aimed = track
      tell()
    },
  }
}

function comingUp(queue: Queue): readonly Track[] {
  const tracks: Track[] = []
  for (const items of [queue.queued, queue.rest]) {
    for (const { track, hidden } of items) {
      if (tracks.length === upcomingLimit) return tracks
      if (hidden === null) tracks.push(track)
    }
  }
  return tracks
}
