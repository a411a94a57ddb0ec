import type { Failure } from '../../../src/failure/index.ts'

/** A part of a file, in ms of the file's audible sound. */
export interface Segment {
  readonly startMs: number
  /** Null: to the end of the file. */
  readonly endMs: number | null
}

/** Where a track's sound lies. The same file with another segment is another track. */
export interface SoundOrigin {
  /** Absolute URL answered by the media handler, with byte ranges. */
  readonly url: string
  /** Positions, length and joins are those of the segment; left out or null, the whole file. */
  readonly segment?: Segment | null
}

/** What the engine needs to know to play a track. */
export interface EngineTrack extends SoundOrigin {
  /** Unique per queue entry: the same recording queued twice has two keys. */
  readonly key: string
  /** Loudness gain, already limited so that the true peak stays below full scale. 1 leaves samples untouched. */
  readonly gain: number
  /** Length in ms from the tags, shown until the engine knows the exact one. */
  readonly durationHintMs: number | null
}

/** How the current track goes over into the next one. */
export type Transition =
  | { readonly kind: 'gapless' }
  /** Equal-power crossfade over the last `durationMs` of the current track. */
  | { readonly kind: 'crossfade'; readonly durationMs: number }

/**
 * What the engine does, as one state machine (drawn in docs/player.md).
 * `stalled` means: wants to play, has nothing decoded, keeps trying.
 */
export type EngineState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'loading'; readonly key: string; readonly wantsPlay: boolean }
  | { readonly kind: 'playing'; readonly key: string }
  | { readonly kind: 'paused'; readonly key: string }
  | { readonly kind: 'stalled'; readonly key: string }
  | { readonly kind: 'ended'; readonly key: string }
  | { readonly kind: 'failed'; readonly key: string; readonly error: Failure }

/** Heard position at one moment. */
export interface HeardPosition {
  readonly key: string | null
  readonly positionMs: number
  /** Exact once known, else the hint; null when neither is known. */
  readonly durationMs: number | null
  /** Decoded and ready, as a range of track time in ms. */
  readonly bufferedFromMs: number
  readonly bufferedToMs: number
}

export type EngineEvent =
  | { readonly kind: 'state'; readonly state: EngineState }
  /** The join was heard: `key` is current now, and the engine wants a new next track. `heardMs` belongs to the track that ended. */
  | { readonly kind: 'advanced'; readonly fromKey: string; readonly key: string; readonly heardMs: number }
  /** The next track cannot be played; it was dropped. The current one goes on. */
  | { readonly kind: 'nextFailed'; readonly key: string; readonly error: Failure }
  /** The length became exact. */
  | { readonly kind: 'duration'; readonly key: string; readonly durationMs: number }
  /** The chosen output device went away; sound goes to the system's default now. */
  | { readonly kind: 'outputLost' }

export interface OutputDevice {
  readonly id: string
  readonly label: string
}

/**
 * The audio engine. It knows one current and one next track and nothing of queues. All methods answer at once; what
 * follows arrives as events. The last command wins: what an earlier one still causes is dropped.
 */
export interface Engine {
  readonly state: EngineState
  /** Replaces whatever plays (a manual start or skip: never crossfaded) and forgets the next track. */
  load(track: EngineTrack, options: { readonly startMs: number; readonly play: boolean }): void
  /** Declares what follows, to be decoded ahead; null when nothing does. The same key again only changes the transition. */
  setNext(track: EngineTrack | null, transition: Transition): void
  /**
   * Opens a track ahead of a click that may come (hover, pointer down): its first seconds are decoded, and a `load` of it from
   * the start plays at once. One at a time; let go after 15 s. What cannot be opened is silent: the load will tell.
   */
  prepare(origin: SoundOrigin): void
  play(): void
  pause(): void
  /** Moves to a position in the current track, in ms. */
  seek(positionMs: number): void
  /** Forgets both tracks and goes silent. */
  stop(): void
  /** Volume slider from 0 to 1 on a perceptual curve; 1 passes samples through. */
  setVolume(volume: number): void
  setMuted(muted: boolean): void
  /** Changes the gain of a loaded track (loudness setting changed), smoothly. */
  setGain(key: string, gain: number): void
  /** Playback rate as deviation from 1 in parts per million, for Listen Along; ±2000. */
  setRatePpm(ppm: number): void
  /** Makes `positionMs` of the current track be heard at `atPerformanceMs` (performance clock), crossfading over `fadeMs`. */
  reanchor(options: { readonly positionMs: number; readonly atPerformanceMs: number; readonly fadeMs: number }): void
  /** What is heard at `atPerformanceMs` (default: now). Cheap: meant to be called every frame. */
  position(atPerformanceMs?: number): HeardPosition
  /** Milliseconds of the current track actually heard so far: pauses, stalls and skipped parts do not count. */
  heardMs(): number
  /** Wakes the output so that the next `play` is immediate (hover or pointer down on a play button). */
  warmUp(): void
  /** Runs decoding once in each format while nobody waits for it: the first track of a format is as quick as the next one then. */
  rehearse(): void
  outputDevices(): Promise<readonly OutputDevice[]>
  /** Null follows the system's default. False when the device cannot be had; the old one stays. */
  setOutputDevice(id: string | null): Promise<boolean>
  on(listener: (event: EngineEvent) => void): () => void
  dispose(): Promise<void>
}

/** Samples rendered, for tests that listen. */
export interface TapBlock {
  readonly contextFrame: number
  readonly left: Float32Array
  readonly right: Float32Array
}

/** The engine and the test tap on it. */
export interface TappableEngine extends Engine {
  readonly sampleRateHz: number
  /** Records what the worklet renders until the returned function is called. */
  tap(listener: (block: TapBlock) => void): () => void
}
