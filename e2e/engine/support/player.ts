import type { JSHandle } from 'playwright-core'
import type {
  EngineEvent,
  EngineState,
  EngineTrack,
  HeardPosition,
  Segment,
  Transition,
} from '../../../renderer/player/engine/types.ts'
import type { MediaServer } from '../../../testkit/media/index.ts'
import type { Session, Stretch } from '../../engine-page/session.ts'

type EventOf<Kind extends EngineEvent['kind']> = Extract<EngineEvent, { kind: Kind }>

/** What an engine rendered, silence before and after it cut off. */
export interface Sound {
  /** Context frame of the first sample. */
  readonly from: number
  readonly left: Float32Array
  readonly right: Float32Array
  /** Context frames that the browser never asked the engine for: no part of the samples. */
  readonly passedOver: readonly Stretch[]
}

/** Frame of a recording that belongs to a context frame, both fractional. */
export function recordedFrame({ from, passedOver }: Sound, contextFrame: number): number {
  const missing = passedOver
    .filter((stretch) => stretch.from >= from)
    .reduce((sum, stretch) => sum + Math.max(0, Math.min(contextFrame, stretch.to) - stretch.from), 0)
  return contextFrame - from - missing
}

/** One engine in the page, driven from the test. */
export interface Player {
  /** Plays a file, or the stream at an address, from its start (or from `startMs`). */
  load(
    file: string,
    options?: {
      readonly startMs?: number
      readonly play?: boolean
      readonly gain?: number
      readonly segment?: Segment
    },
  ): Promise<void>
  /** Declares what follows. */
  next(file: string | null, transition?: Transition, segment?: Segment): Promise<void>
  play(): Promise<void>
  pause(): Promise<void>
  seek(positionMs: number): Promise<void>
  stop(): Promise<void>
  state(): Promise<EngineState>
  position(): Promise<HeardPosition>
  heardMs(): Promise<number>
  events(): Promise<readonly EngineEvent[]>
  untilState(kind: EngineState['kind']): Promise<void>
  /** The next event of a kind that was not asked for before. */
  nextEvent<Kind extends EngineEvent['kind']>(kind: Kind): Promise<EventOf<Kind>>
  /** Waits until a file is decoded to its end: it is in the window wholly, if it is short. */
  untilDecoded(file: string): Promise<void>
  /** Waits until so much is decoded ahead of the position, in ms: then a busy machine cannot cause a stall. */
  untilAhead(milliseconds: number): Promise<void>
  /** Waits until so many further frames were rendered. */
  renderMore(frames: number): Promise<void>
  /** Waits until the track has ended (or failed) and all of it is in the recording. */
  untilOver(): Promise<EngineState>
  /** Plays from where it stands until so many frames with sound are recorded, pauses again, and answers them. */
  listen(frames: number): Promise<Sound>
  /** Forgets the recording so far. */
  forget(): Promise<void>
  sound(): Promise<Sound>
  /** Runs inside the page, for what must not wait for a round trip. */
  readonly run: JSHandle<Session>['evaluate']
  urlOf(file: string): string
  close(): Promise<void>
}

/** The key of a part of a file. */
export function keyOfSegment(file: string, { startMs }: Segment): string {
  return `${file}@${startMs}`
}

/** Wraps a session that lives in the page. */
export function createPlayer(session: JSHandle<Session>, media: MediaServer): Player {
  /** A file on disk, or a stream of the server's by its address. */
  const urlOf = (file: string): string => (file.startsWith(media.origin) ? file : media.urlOf(file))
  const trackOf = (file: string, gain = 1, segment: Segment | null = null): EngineTrack => ({
    key: segment === null ? file : keyOfSegment(file, segment),
    url: urlOf(file),
    segment,
    gain,
    durationHintMs: null,
  })
  const sound = async (): Promise<Sound> => {
    const { left, right, ...rest } = await session.evaluate((live) => {
      const recording = live.recording()
      return { ...recording, left: window.toText(recording.left), right: window.toText(recording.right) }
    })
    return { ...rest, left: fromText(left), right: fromText(right) }
  }
  return {
    load: (file, options = {}) =>
      session.evaluate(({ engine }, { track, startMs, play }) => engine.load(track, { startMs, play }), {
        track: trackOf(file, options.gain, options.segment),
        startMs: options.startMs ?? 0,
        play: options.play ?? true,
      }),
    next: (file, transition = { kind: 'gapless' }, segment) =>
      session.evaluate(({ engine }, { track, how }) => engine.setNext(track, how), {
        track: file === null ? null : trackOf(file, 1, segment),
        how: transition,
      }),
    play: () => session.evaluate(({ engine }) => engine.play()),
    pause: () => session.evaluate(({ engine }) => engine.pause()),
    seek: (positionMs) => session.evaluate(({ engine }, at) => engine.seek(at), positionMs),
    stop: () => session.evaluate(({ engine }) => engine.stop()),
    state: () => session.evaluate(({ engine }) => engine.state),
    position: () => session.evaluate(({ engine }) => engine.position()),
    heardMs: () => session.evaluate(({ engine }) => engine.heardMs()),
    events: () => session.evaluate(({ events }) => events),
    untilState: (kind) => session.evaluate((live, wanted) => live.untilState(wanted), kind),
    async nextEvent<Kind extends EngineEvent['kind']>(kind: Kind) {
      const event = await session.evaluate((live, wanted) => live.nextEvent(wanted), kind)
      if (!isKind(event, kind)) throw new Error(`not a ${kind} event`)
      return event
    },
    untilDecoded: (file) =>
      session.evaluate(
        (live, key) =>
          live.until(`${key} decoded`, () =>
            live.events.some((event) => event.kind === 'duration' && event.key === key),
          ),
        file,
      ),
    untilAhead: (milliseconds) => session.evaluate((live, amount) => live.untilAhead(amount), milliseconds),
    renderMore: (frames) => session.evaluate((live, count) => live.renderMore(count), frames),
    untilOver: () =>
      session.evaluate(async (live) => {
        const { engine } = live
        await live.until('the end', () => engine.state.kind === 'ended' || engine.state.kind === 'failed')
        await live.untilQuiet()
        return engine.state
      }),
    forget: () => session.evaluate((live) => live.forget()),
    async listen(frames) {
      await session.evaluate(async (live, wanted) => {
        live.forget()
        live.engine.play()
        await live.until('sound', () => live.recording().left.length >= wanted)
        live.engine.pause()
        await live.untilQuiet()
      }, frames)
      return sound()
    },
    sound,
    run: session.evaluate.bind(session),
    urlOf,
    async close() {
      await session.evaluate((live) => live.close())
      await session.dispose()
    },
  }
}

function isKind<Kind extends EngineEvent['kind']>(event: EngineEvent, kind: Kind): event is EventOf<Kind> {
  return event.kind === kind
}

function fromText(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64')
  return new Float32Array(new Uint8Array(bytes).buffer)
}
