import type { Unsubscribe } from '../../../src/contract/index.ts'
import { type Queue, toView } from '../queue/index.ts'
import { createListeners } from './listeners.ts'
import type { PlayerStatus, PlayerView, QueueView } from './types.ts'

/** What a view is made from: itself, with the queue as the value it is. */
export type ViewFacts = Omit<PlayerView, 'queue'> & { readonly queue: Queue }

/** The view that was made last, and those who wait for the next. */
export interface ViewKeeper {
  readonly view: () => PlayerView
  readonly subscribe: (listener: () => void) => Unsubscribe
  /** Makes a new view if something in it changed. */
  readonly refresh: () => void
}

/** Creates the keeper. Parts of a view that did not change stay the same objects. */
export function createViewKeeper(read: () => ViewFacts): ViewKeeper {
  const listeners = createListeners<void>()
  let queue: Queue | null = null
  let view: PlayerView | null = null

  function make(): PlayerView {
    const facts = read()
    const queueView: QueueView = view !== null && queue === facts.queue ? view.queue : toView(facts.queue)
    queue = facts.queue
    const status = view !== null && isSameStatus(view.status, facts.status) ? view.status : facts.status
    return { ...facts, queue: queueView, status }
  }

  function now(): PlayerView {
    view ??= make()
    return view
  }

  return {
    view: now,
    subscribe: listeners.add,
    refresh() {
      const before = now()
      const made = make()
      if (isSameView(before, made)) return
      view = made
      listeners.tell()
    },
  }
}

function isSameStatus(one: PlayerStatus, other: PlayerStatus): boolean {
  if (one.kind !== other.kind) return false
  return one.kind !== 'stopped' || other.kind !== 'stopped' || one.error === other.error
}

function isSameView(one: PlayerView, other: PlayerView): boolean {
  return (
    one.status === other.status &&
    one.wantsPlay === other.wantsPlay &&
    one.queue === other.queue &&
    one.durationMs === other.durationMs &&
    one.volume === other.volume &&
    one.muted === other.muted &&
    one.canPrevious === other.canPrevious &&
    one.canNext === other.canNext
  )
}
