import {
  createEngine,
  type EngineEvent,
  type TapBlock,
  type TappableEngine,
} from '../../renderer/player/engine/index.ts'

/** What was rendered, without the silence before and after it. */
export interface Recording {
  /** Context frame of the first sample; -1 when nothing but silence was rendered. */
  readonly from: number
  readonly left: Float32Array
  readonly right: Float32Array
  /** Stretches of context frames that the browser never asked the engine for, in order; no part of the samples. */
  readonly passedOver: readonly Stretch[]
}

/** Context frames from `from` up to `to`. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Every audio context the page opens, newest last: the engine keeps its own to itself. */
const contexts: AudioContext[] = []
window.AudioContext = class extends AudioContext {
  constructor(options?: AudioContextOptions) {
    super(options)
    contexts.push(this)
  }
}

/** One engine under test: everything it said and everything it rendered. */
export class Session {
  readonly engine: TappableEngine
  readonly context: AudioContext
  readonly events: EngineEvent[] = []
  private readonly stopTap: () => void
  private blocks: TapBlock[] = []
  private checks = new Set<() => void>()
  private seen = 0

  constructor(engine: TappableEngine, context: AudioContext) {
    this.engine = engine
    this.context = context
    context.addEventListener('statechange', () => this.check())
    engine.on((event) => {
      this.events.push(event)
      this.check()
    })
    this.stopTap = engine.tap((block) => {
      this.blocks.push(block)
      this.check()
    })
  }

  /** Resolves when `holds` does. It is asked after every event and every rendered block; no clock is involved but the guard's. */
  until(what: string, holds: () => boolean, guardMs = 40_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const guard = setTimeout(() => {
        this.checks.delete(look)
        const state = JSON.stringify(this.engine.state)
        const recent = JSON.stringify(this.events.slice(-12))
        reject(new Error(`waited in vain: ${what}; state ${state}; rendered to ${this.renderedTo}; events ${recent}`))
      }, guardMs)
      const look = (): void => {
        if (!holds()) return
        clearTimeout(guard)
        this.checks.delete(look)
        resolve()
      }
      this.checks.add(look)
      look()
    })
  }

  untilState(kind: string): Promise<void> {
    return this.until(`state ${kind}`, () => this.engine.state.kind === kind)
  }

  /** The next event of a kind that no earlier call has taken. */
  async nextEvent(kind: EngineEvent['kind']): Promise<EngineEvent> {
    const find = (): number => this.events.findIndex((event, index) => index >= this.seen && event.kind === kind)
    await this.until(`event ${kind}`, () => find() >= 0)
    const index = find()
    this.seen = index + 1
    const event = this.events[index]
    if (event === undefined) throw new Error('unreachable')
    return event
  }

  /** Context frame up to which the recording goes. */
  get renderedTo(): number {
    const last = this.blocks.at(-1)
    return last === undefined ? 0 : last.contextFrame + last.left.length
  }

  untilRendered(contextFrame: number): Promise<void> {
    return this.until(`rendered to ${contextFrame}`, () => this.renderedTo >= contextFrame)
  }

  /** Waits for that many further frames to be rendered. */
  renderMore(frames: number): Promise<void> {
    return this.untilRendered(this.renderedTo + frames)
  }

  /** Waits for a whole block of silence: what came before is in the recording. */
  untilQuiet(): Promise<void> {
    const from = this.renderedTo
    return this.until('silence', () => {
      if (this.context.state !== 'running') return true
      const last = this.blocks.at(-1)
      return (
        last !== undefined &&
        last.contextFrame >= from &&
        last.left.every((x) => x === 0) &&
        last.right.every((x) => x === 0)
      )
    })
  }

  /** Waits until the output sleeps or runs. */
  untilContext(state: AudioContextState): Promise<void> {
    return this.until(`context ${state}`, () => this.context.state === state)
  }

  /** Context frame heard at a moment of the performance clock, straight from the browser. */
  heardFrame(atPerformanceMs: number): number {
    const { contextTime = 0, performanceTime = 0 } = this.context.getOutputTimestamp()
    return (contextTime + (atPerformanceMs - performanceTime) / 1000) * this.context.sampleRate
  }

  /** Waits until that much is decoded ahead of the position. Nothing tells of it while the output sleeps, so it is asked. */
  async untilAhead(milliseconds: number): Promise<void> {
    const asking = setInterval(() => this.check(), 20)
    const ahead = (): boolean => {
      const { positionMs, bufferedFromMs, bufferedToMs } = this.engine.position()
      return bufferedFromMs <= positionMs && bufferedToMs - positionMs >= milliseconds
    }
    await this.until(`${milliseconds} ms decoded ahead`, ahead).finally(() => clearInterval(asking))
  }

  /** Forgets what was recorded so far. */
  forget(): void {
    this.blocks = []
  }

  /**
   * Everything recorded since the beginning or the last `forget`. Frames that the browser never asked the engine for, as happens
   * around a stop of the output on a busy machine, are no silence of its making: they are left out.
   */
  recording(): Recording {
    const frames = this.blocks.reduce((sum, block) => sum + block.left.length, 0)
    const left = new Float32Array(frames)
    const right = new Float32Array(frames)
    const passedOver: Stretch[] = []
    let filled = 0
    let expected = this.blocks[0]?.contextFrame ?? 0
    for (const { contextFrame, ...block } of this.blocks) {
      if (contextFrame > expected) passedOver.push({ from: expected, to: contextFrame })
      left.set(block.left, filled)
      right.set(block.right, filled)
      filled += block.left.length
      expected = contextFrame + block.left.length
    }
    let first = 0
    let end = frames
    while (first < end && left[first] === 0 && right[first] === 0) first += 1
    while (end > first && left[end - 1] === 0 && right[end - 1] === 0) end -= 1
    return {
      from: first === frames ? -1 : this.contextFrameOf(first),
      left: left.slice(first, end),
      right: right.slice(first, end),
      passedOver,
    }
  }

  /** The context frame of a recorded one. */
  private contextFrameOf(recorded: number): number {
    let before = 0
    for (const { contextFrame, left } of this.blocks) {
      if (recorded < before + left.length) return contextFrame + recorded - before
      before += left.length
    }
    return -1
  }

  async close(): Promise<void> {
    this.stopTap()
    await this.engine.dispose()
  }

  private check(): void {
    for (const look of this.checks) look()
  }
}

/** Starts an engine and records it. */
export async function openSession(sampleRateHz: number): Promise<Session> {
  const opening = createEngine({ sampleRateHz })
  // The engine opens its context before it first waits, so the newest one is its own however many are opened at once.
  const context = contexts.at(-1)
  const engine = await opening
  if (context?.sampleRate !== sampleRateHz) throw new Error('the engine opened no context')
  return new Session(engine, context)
}

/** Samples as text, for the way out of the browser. */
export function toText(samples: Float32Array): string {
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)))
  return btoa(parts.join(''))
}
