import type { Bridge, Unsubscribe } from '../../../src/contract/index.ts'
import { followEvents } from './follow.ts'

/** Calls back when rows of an import are different now: at once, and then not more often than every `pauseMs`. */
export function followRevision(bridge: Bridge, id: string, onChanged: () => void, pauseMs: number): Unsubscribe {
  let known: number | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let isDue = false
  const tell = () => {
    onChanged()
    isDue = false
    timer = setTimeout(() => {
      timer = null
      if (isDue) tell()
    }, pauseMs)
  }
  const changed = () => {
    isDue = true
    if (timer === null) tell()
  }
  const stops = [
    bridge.on('imports.changed', (jobs) => {
      const revision = jobs.find((job) => job.id === id)?.revision ?? null
      if (revision !== known) changed()
      known = revision
    }),
    followEvents(bridge, ['library.changed'], changed),
  ]
  return () => {
    if (timer !== null) clearTimeout(timer)
    for (const stop of stops) stop()
  }
}
