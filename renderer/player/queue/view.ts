import type { QueueView } from '../controller/types.ts'
import { live, type Queue } from './types.ts'

/** The queue as shown. */
export function toView(queue: Queue): QueueView {
  const { current, context, shuffle, repeat } = queue
  return {
    past: live(queue.past),
    current,
    queued: live(queue.queued),
    rest: live(queue.rest),
    context,
    shuffle,
    repeat,
  }
}
