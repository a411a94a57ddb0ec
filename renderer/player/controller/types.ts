import type { Failure, QueueContext, Unsubscribe } from '../../../src/contract/index.ts'
import type { Track } from '../../../src/music/index.ts'
import type { HeardPosition, OutputDevice } from '../engine/types.ts'

/** One place in the queue. The same track twice has two entries. */
export interface QueueEntry {
  readonly entryId: string
  readonly track: Track
  /** `queued` by the person (play next / later), or part of the list they started (`context`). */
  readonly origin: 'queued' | 'context'
  /** Place in the unshuffled list. Without meaning while `origin` is `queued`. */
  readonly order: number
}

export type RepeatMode = 'off' | 'all' | 'one'

/** The queue as shown: what is listed is what will be played, in that order. */
export interface QueueView {
  /** What stands before the current one, oldest first: already played, or passed over when the list was entered later. */
  readonly past: readonly QueueEntry[]
  readonly current: QueueEntry | null
  /** Queued by the person; plays before the rest. */
  readonly queued: readonly QueueEntry[]
  /** The rest of the list that was started, in playing order (shuffled when shuffle is on). */
  readonly rest: readonly QueueEntry[]
  readonly context: QueueContext | null
  readonly shuffle: boolean
  readonly repeat: RepeatMode
}

/** What the transport shows. Position is not here: see `position()`. */
export type PlayerStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'playing' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'stalled' }
  /** Playback gave up; the words say why. The queue is intact. */
  | { readonly kind: 'stopped'; readonly error: Failure }
  /** Another page plays; `play()` takes it back. */
  | { readonly kind: 'elsewhere' }

/** Everything the interface renders of the player; a new object on every change, never per frame. */
export interface PlayerView {
  readonly status: PlayerStatus
  /** True when sound is meant to come out (playing, loading to play, stalled). Decides play or pause icon. */
  readonly wantsPlay: boolean
  readonly queue: QueueView
  /** Length of the current track in ms; null while unknown. */
  readonly durationMs: number | null
  readonly volume: number
  readonly muted: boolean
  readonly canPrevious: boolean
  readonly canNext: boolean
}

/** Something a person should be told once. */
export type PlayerNotice =
  /** A track could not be played and was passed over. */
  | { readonly kind: 'skipped'; readonly entry: QueueEntry; readonly error: Failure }
  /** After tracks were passed over playback has stopped, standing at the first of them: nothing was skipped after all. */
  | { readonly kind: 'stopped'; readonly error: Failure }
  /** The chosen output device is gone or cannot be had; sound goes to the system's default. */
  | { readonly kind: 'outputLost' }
  /** The restored queue had tracks that no longer exist; they were left out. */
  | { readonly kind: 'missing'; readonly count: number }
  /** Queue, place or history could not be stored. Said once; playback goes on. */
  | { readonly kind: 'notSaved'; readonly error: Failure }

/** The tracks of a list before and after the part of it that was started. */
export interface Surroundings {
  readonly before: readonly Track[]
  readonly after: readonly Track[]
}

/** Playback as the interface, media keys, menus and rooms use it. */
export interface Player {
  readonly view: PlayerView
  /** Called after each change of `view`. */
  subscribe(listener: () => void): Unsubscribe
  onNotice(listener: (notice: PlayerNotice) => void): Unsubscribe
  /** Heard position, for use once per frame. */
  position(): HeardPosition

  /**
   * Replaces the current list (queued tracks stay) and plays from `startIndex`. With shuffle on, that track first.
   * `surroundings`: the rest of a long list, which joins the queue once it is there; null when it cannot be had.
   */
  playNow(
    tracks: readonly Track[],
    options: {
      readonly startIndex: number
      readonly context: QueueContext
      readonly shuffle?: boolean
      readonly surroundings?: Promise<Surroundings | null>
    },
  ): void
  /** Puts tracks directly after the current one, in their order. Starts when nothing is loaded. */
  playNext(tracks: readonly Track[]): void
  /** Puts tracks at the end of the queued part. Starts when nothing is loaded. */
  playLater(tracks: readonly Track[]): void
  /** Jumps to an entry of the queue, past or coming. */
  jumpTo(entryId: string): void
  /** Moves entries so that the first of them stands before `beforeEntryId` (null: at the end of that part). Crossing into `queued` or `rest` changes their origin. */
  move(
    entryIds: readonly string[],
    target: { readonly part: 'queued' | 'rest'; readonly beforeEntryId: string | null },
  ): void
  /** Removes entries. Answers what puts them back. */
  remove(entryIds: readonly string[]): () => void
  /** Empties what comes next (the current track plays on). Answers what puts it back. */
  clearUpcoming(): () => void

  play(): void
  pause(): void
  toggle(): void
  next(): void
  /** Restarts after 3 s, else goes back. */
  previous(): void
  seek(positionMs: number): void
  seekBy(deltaMs: number): void
  setShuffle(on: boolean): void
  setRepeat(mode: RepeatMode): void
  setVolume(volume: number): void
  setMuted(muted: boolean): void
  /** Wakes the output ahead of a click that will want it. */
  warmUp(): void
  /** Opens a track ahead of a click that may come, so that `playNow` of it sounds at once. */
  prepare(track: Track): void
  outputDevices(): Promise<readonly OutputDevice[]>
}
