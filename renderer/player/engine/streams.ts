import type { Failure } from '../../../src/failure/index.ts'
import { Later } from './later.ts'
import type { OpenStream, StreamId } from './protocol.ts'
import type { Threads } from './threads.ts'
import type { EngineTrack, SoundOrigin } from './types.ts'

/** A track that the engine has open. */
export interface OpenTrack {
  readonly track: EngineTrack
  readonly streamId: StreamId
  /** Whether its file was read so far that it could play. */
  opened: boolean
  /** Length in context frames. */
  totalFrames: number | null
  /** Whether the length is exact: the track was decoded to its end. */
  exact: boolean
  /** What broke it, told once what was decoded before has been heard. */
  error: Failure | null
}

/** A track opened ahead of a click that does not come is let go after this time, in ms. */
const preparedForMs = 15_000

/** Whether two tracks are the same sound: the same file, and the same part of it. Nothing is like nothing else. */
export function isSameSound(one: SoundOrigin | null, other: SoundOrigin | null): boolean {
  if (one === null || other === null) return false
  return (
    one.url === other.url &&
    one.segment?.startMs === other.segment?.startMs &&
    one.segment?.endMs === other.segment?.endMs
  )
}

/** The tracks that worklet and worker have open, and among them the one opened ahead of a click that may come. */
export class Streams {
  private readonly threads: Threads
  private readonly open = new Map<StreamId, OpenTrack>()
  private lastStreamId = 0
  private prepared: OpenTrack | null = null
  /** When nobody came for what was prepared. */
  private readonly letGo = new Later()

  constructor(threads: Threads) {
    this.threads = threads
  }

  /** The open track of a stream; undefined once it is closed. */
  of(streamId: StreamId): OpenTrack | undefined {
    return this.open.get(streamId)
  }

  /** Opens a track; decoding begins at `startFrame`. */
  start(track: EngineTrack, startFrame: number, purpose: OpenStream['purpose'] = 'play'): OpenTrack {
    this.lastStreamId += 1
    const streamId = this.lastStreamId
    // Whoever keeps the samples hears of the stream before whoever decodes it.
    if (purpose === 'prepare') this.threads.tellCore({ kind: 'prepare', streamId })
    const { url, segment = null } = track
    this.threads.tellWorker({ kind: 'open', streamId, url, segment, startFrame, generation: 0, purpose })
    return this.keep({ track, streamId, opened: false, totalFrames: null, exact: false, error: null })
  }

  /** From now on this is what is known of the stream. */
  keep<Kept extends OpenTrack>(open: Kept): Kept {
    this.open.set(open.streamId, open)
    return open
  }

  close(streamId: StreamId): void {
    this.open.delete(streamId)
    this.threads.tellWorker({ kind: 'close', streamId })
  }

  /** Opens a track ahead of a click, in place of the one opened so before; not where it is open already. */
  prepare(origin: SoundOrigin): void {
    if (![...this.open.values()].some(({ track }) => isSameSound(track, origin))) {
      this.dropPrepared()
      this.prepared = this.start({ ...origin, key: '', gain: 1, durationHintMs: null }, 0, 'prepare')
    }
    this.letGo.set(preparedForMs, () => this.dropPrepared())
  }

  isPrepared(open: OpenTrack): boolean {
    return open === this.prepared
  }

  /** Hands over what was prepared, if it is this; whatever else was prepared is closed. The worklet's `load` takes it there. */
  takePrepared(origin: SoundOrigin | null): OpenTrack | null {
    const { prepared } = this
    this.letGo.cancel()
    this.prepared = null
    if (prepared === null || isSameSound(prepared.track, origin)) return prepared
    this.close(prepared.streamId)
    return null
  }

  /** Closes what was prepared. */
  dropPrepared(): void {
    if (this.prepared === null) return
    this.takePrepared(null)
    this.threads.tellCore({ kind: 'prepare', streamId: null })
  }
}
