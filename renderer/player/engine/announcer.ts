import { toMs } from './frames.ts'
import type { OpenTrack } from './streams.ts'
import type { EngineEvent, EngineState } from './types.ts'

/** The state that is shown, and whoever listens to it and to what happens. */
export class Announcer {
  private readonly rateHz: number
  private readonly listeners = new Set<(event: EngineEvent) => void>()
  private shown: EngineState = { kind: 'empty' }

  /** `rateHz`: of the frames that lengths are counted in. */
  constructor(rateHz: number) {
    this.rateHz = rateHz
  }

  get state(): EngineState {
    return this.shown
  }

  /** Shows a state, unless it is shown already. */
  enter(state: EngineState): void {
    if (JSON.stringify(this.shown) === JSON.stringify(state)) return
    this.shown = state
    this.tell({ kind: 'state', state })
  }

  tell(event: EngineEvent): void {
    for (const listener of this.listeners) listener(event)
  }

  /** Says the length once it is exact: when it becomes so, and again when the track becomes the current one. */
  tellDuration(open: OpenTrack): void {
    if (!open.exact || open.totalFrames === null) return
    this.tell({ kind: 'duration', key: open.track.key, durationMs: toMs(open.totalFrames, this.rateHz) })
  }

  on(listener: (event: EngineEvent) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Nobody listens any more. */
  close(): void {
    this.listeners.clear()
  }
}
