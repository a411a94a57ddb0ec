import { beforeEach, describe, expect, it } from 'vitest'
import { PlaybackEngine } from './engine.ts'
import type { Output } from './output.ts'
import type { Anchor, CoreCommand, WorkerCommand } from './protocol.ts'
import type { EngineEvent, EngineTrack } from './types.ts'

const rateHz = 48_000

/** An output whose clock stands where the test puts it. */
class StillOutput implements Output {
  readonly sampleRateHz = rateHz
  readonly port = new MessageChannel().port1
  heard = 0
  awake = false
  wake(): Promise<boolean> {
    this.awake = true
    return Promise.resolve(true)
  }
  rest(): void {
    this.awake = false
  }
  heardFrame(): number {
    return this.heard
  }
  devices(): Promise<readonly []> {
    return Promise.resolve([])
  }
  setDevice(): Promise<boolean> {
    return Promise.resolve(true)
  }
  close(): Promise<void> {
    this.port.close()
    return Promise.resolve()
  }
}

let output: StillOutput
let core: CoreCommand[]
let worker: WorkerCommand[]
let events: EngineEvent[]
let engine: PlaybackEngine

beforeEach(() => {
  output = new StillOutput()
  core = []
  worker = []
  events = []
  engine = new PlaybackEngine(
    {
      output,
      tellCore: (command) => core.push(command),
      tellWorker: (command) => worker.push(command),
      close: () => output.close(),
    },
    () => 0,
  )
  engine.on((event) => events.push(event))
  return () => output.close()
})

const track = (key: string): EngineTrack => ({ key, url: `file:${key}`, gain: 1, durationHintMs: null })
const anchor = (values: Partial<Anchor>): Anchor => ({
  contextFrame: 0,
  streamId: 1,
  frame: 0,
  renderedFrames: 0,
  rate: 0,
  generation: 0,
  bufferedFrom: 0,
  bufferedTo: 0,
  ...values,
})
const streamOf = (key: string): number =>
  worker.reduce(
    (found, command) => (command.kind === 'open' && command.url === `file:${key}` ? command.streamId : found),
    0,
  )

describe('a join that crosses a command', () => {
  beforeEach(() => {
    engine.load(track('a'), { startMs: 0, play: true })
    engine.setNext(track('b'), { kind: 'gapless' })
  })
  const joined = (): void =>
    engine.fromCore({
      kind: 'switched',
      from: streamOf('a'),
      streamId: streamOf('b'),
      contextFrame: 0,
      renderedFrames: 480,
    })

  it('ends playback when nothing was to follow any more', async () => {
    engine.setNext(null, { kind: 'gapless' })
    joined()
    await expect.poll(() => engine.state).toEqual({ kind: 'ended', key: 'a' })
    expect(core.at(-1)).toEqual({ kind: 'stop' })
  })

  it('goes to the track that was to follow instead', () => {
    engine.setNext(track('c'), { kind: 'gapless' })
    joined()
    expect(engine.state).toEqual({ kind: 'loading', key: 'c', wantsPlay: true })
    expect(events).toContainEqual({ kind: 'advanced', fromKey: 'a', key: 'c', heardMs: 10 })
    expect(core.at(-1)).toMatchObject({ kind: 'load', streamId: streamOf('c') })
  })

  it('keeps what is declared to follow as soon as it is told', () => {
    engine.setNext(track('c'), { kind: 'gapless' })
    engine.on((event) => {
      if (event.kind === 'advanced') engine.setNext(track('d'), { kind: 'gapless' })
    })
    joined()
    expect(engine.state).toEqual({ kind: 'loading', key: 'c', wantsPlay: true })
    const inCore = core.flatMap((command) => ('streamId' in command ? [[command.kind, command.streamId]] : []))
    expect(inCore.slice(-2)).toEqual([
      ['load', streamOf('c')],
      ['next', streamOf('d')],
    ])
    // Decoded ahead already, and the work on neither is given up.
    expect(worker.filter((command) => command.kind === 'open')).toHaveLength(4)
    const closed = worker.flatMap((command) => (command.kind === 'close' ? [command.streamId] : []))
    expect(closed).not.toContain(streamOf('c'))
    expect(closed).not.toContain(streamOf('d'))
  })

  it('stays with the track that is loaded as soon as it is told', async () => {
    engine.on((event) => {
      if (event.kind === 'advanced') engine.load(track('d'), { startMs: 0, play: true })
    })
    joined()
    await expect.poll(() => events.some((event) => event.kind === 'advanced')).toBe(true)
    expect(engine.state).toEqual({ kind: 'loading', key: 'd', wantsPlay: true })
    expect(events.at(-1)).toEqual({ kind: 'state', state: { kind: 'loading', key: 'd', wantsPlay: true } })
  })

  it('changes nothing after another track was loaded', () => {
    engine.load(track('d'), { startMs: 0, play: true })
    joined()
    expect(engine.state).toEqual({ kind: 'loading', key: 'd', wantsPlay: true })
    expect(events.some((event) => event.kind === 'advanced')).toBe(false)
  })
})

describe('the position', () => {
  beforeEach(() => {
    engine.load(track('a'), { startMs: 0, play: true })
    engine.fromCore({ kind: 'started', streamId: streamOf('a'), contextFrame: 0 })
    engine.fromCore({ kind: 'anchor', anchor: anchor({ rate: 1 }) })
  })
  const positionMs = (): number => engine.position().positionMs

  it('waits when the output’s clock steps back, and goes on with it', () => {
    output.heard = 4800
    expect(positionMs()).toBe(100)
    output.heard = 3840
    expect(positionMs()).toBe(100)
    expect(engine.heardMs()).toBe(100)
    output.heard = 5280
    expect(positionMs()).toBe(110)
  })

  it('waits when word comes late that less was played than reckoned', () => {
    output.heard = 4800
    expect(positionMs()).toBe(100)
    engine.fromCore({ kind: 'anchor', anchor: anchor({ contextFrame: 4320, frame: 4320, renderedFrames: 4320 }) })
    expect(positionMs()).toBe(100)
  })

  it('counts as heard what was rendered and not what was reckoned, once it stands', () => {
    output.heard = 4800
    expect(engine.heardMs()).toBe(100)
    const ended = anchor({ contextFrame: 4800, frame: 3840, renderedFrames: 3840, rate: 0 })
    engine.fromCore({ kind: 'anchor', anchor: ended })
    expect(positionMs()).toBe(100)
    expect(engine.heardMs()).toBe(80)
  })

  it('goes back at once for a seek, a re-anchor and another track', () => {
    output.heard = 48_000
    expect(positionMs()).toBe(1000)
    engine.seek(200)
    expect(positionMs()).toBe(200)
    engine.fromCore({
      kind: 'anchor',
      anchor: anchor({ contextFrame: 48_000, frame: 9600, rate: 1, generation: 1, renderedFrames: 48_000 }),
    })
    output.heard = 52_800
    expect(positionMs()).toBe(300)
    engine.reanchor({ positionMs: 250, atPerformanceMs: 0, fadeMs: 10 })
    engine.fromCore({
      kind: 'anchor',
      anchor: anchor({ contextFrame: 52_800, frame: 12_000, rate: 1, generation: 2, renderedFrames: 52_800 }),
    })
    expect(positionMs()).toBe(250)
    engine.load(track('b'), { startMs: 0, play: true })
    expect(positionMs()).toBe(0)
  })
})

describe('a stall', () => {
  beforeEach(() => {
    engine.load(track('a'), { startMs: 0, play: true })
    engine.fromCore({ kind: 'started', streamId: streamOf('a'), contextFrame: 0 })
    engine.fromCore({ kind: 'stalled', streamId: streamOf('a'), contextFrame: 4800 })
    engine.fromCore({ kind: 'anchor', anchor: anchor({ contextFrame: 4800, frame: 4800, bufferedTo: 4800 }) })
  })

  it('is one still after pause and play, until there is sound', () => {
    engine.pause()
    expect(engine.state).toEqual({ kind: 'paused', key: 'a' })
    engine.play()
    expect(engine.state).toEqual({ kind: 'stalled', key: 'a' })
    engine.fromCore({ kind: 'started', streamId: streamOf('a'), contextFrame: 9600 })
    expect(engine.state).toEqual({ kind: 'playing', key: 'a' })
    engine.pause()
    engine.play()
    expect(engine.state).toEqual({ kind: 'playing', key: 'a' })
  })

  it('is over where enough came while it was paused', () => {
    engine.pause()
    engine.fromCore({ kind: 'anchor', anchor: anchor({ contextFrame: 4800, frame: 4800, bufferedTo: 48_000 }) })
    engine.play()
    expect(engine.state).toEqual({ kind: 'playing', key: 'a' })
  })

  it('that comes in the fade of a pause leaves it a pause, and shows with the next play', () => {
    engine.fromCore({ kind: 'started', streamId: streamOf('a'), contextFrame: 9600 })
    engine.pause()
    engine.fromCore({ kind: 'stalled', streamId: streamOf('a'), contextFrame: 9700 })
    expect(engine.state).toEqual({ kind: 'paused', key: 'a' })
    engine.play()
    expect(engine.state).toEqual({ kind: 'stalled', key: 'a' })
  })
})

it('shows a stall where a seek of a paused track brings nothing after play', async () => {
  engine.load(track('a'), { startMs: 0, play: true })
  engine.fromCore({ kind: 'started', streamId: streamOf('a'), contextFrame: 0 })
  engine.pause()
  engine.seek(60_000)
  engine.fromCore({ kind: 'outsideWindow', streamId: streamOf('a'), frame: 60 * rateHz, generation: 1, isSent: false })
  engine.play()
  expect(engine.state).toEqual({ kind: 'playing', key: 'a' })
  await expect.poll(() => engine.state).toEqual({ kind: 'stalled', key: 'a' })
})

describe('a seek', () => {
  beforeEach(() => {
    engine.load(track('a'), { startMs: 0, play: true })
    engine.fromCore({ kind: 'started', streamId: streamOf('a'), contextFrame: 0 })
  })

  it('shows at once while paused, also when the output sleeps and never gets to hear of it', () => {
    engine.fromCore({ kind: 'anchor', anchor: anchor({ rate: 1 }) })
    output.heard = 4800
    engine.pause()
    expect(engine.position().positionMs).toBe(100)
    engine.seek(60_000)
    expect(engine.position().positionMs).toBe(60_000)
    engine.fromCore({ kind: 'anchor', anchor: anchor({ contextFrame: 9600, frame: 60 * rateHz, generation: 1 }) })
    expect(engine.position().positionMs).toBe(60_000)
    engine.seek(5000)
    expect(engine.position().positionMs).toBe(5000)
  })

  const seeks = (): readonly WorkerCommand[] => worker.filter((command) => command.kind === 'seek')
  const opened = (): void =>
    engine.fromWorker({
      kind: 'opened',
      streamId: streamOf('a'),
      facts: { codec: 'FLAC', sourceRateHz: rateHz, sourceChannels: 2, totalFrames: 600 * rateHz },
    })

  it('to where the window cannot reach sends the decoder at once, and once', () => {
    opened()
    engine.fromCore({ kind: 'anchor', anchor: anchor({ frame: rateHz, bufferedTo: 31 * rateHz }) })
    engine.seek(300_000)
    const there = { streamId: streamOf('a'), frame: 300 * rateHz, generation: 1 }
    expect(seeks()).toEqual([{ kind: 'seek', ...there }])
    expect(core.at(-1)).toMatchObject({ kind: 'seek', generation: 1, sentDecoder: streamOf('a') })
    engine.fromCore({ kind: 'outsideWindow', ...there, isSent: true })
    expect(seeks()).toHaveLength(1)
  })

  it('to where the window may reach, or while it is not known, leaves that to the worklet', () => {
    opened()
    engine.fromCore({ kind: 'anchor', anchor: anchor({ frame: rateHz, bufferedTo: 31 * rateHz }) })
    engine.seek(40_000)
    // No anchor of the seek before has come.
    engine.seek(300_000)
    expect(seeks()).toEqual([])
    engine.fromCore({
      kind: 'outsideWindow',
      streamId: streamOf('a'),
      frame: 300 * rateHz,
      generation: 2,
      isSent: false,
    })
    expect(seeks()).toHaveLength(1)
  })

  it('wakes the output again after the end', async () => {
    engine.fromCore({ kind: 'ended', streamId: streamOf('a'), contextFrame: 0, broken: false })
    await expect.poll(() => engine.state.kind).toBe('ended')
    expect(output.awake).toBe(false)
    engine.seek(1000)
    expect(engine.state).toEqual({ kind: 'playing', key: 'a' })
    expect(output.awake).toBe(true)
  })

  it('tries a failed track again from there', () => {
    engine.fromWorker({
      kind: 'failed',
      streamId: streamOf('a'),
      error: { code: 'media-interrupted' },
      delivered: false,
    })
    expect(engine.state.kind).toBe('failed')
    engine.seek(1000)
    expect(engine.state).toEqual({ kind: 'loading', key: 'a', wantsPlay: true })
    expect(worker.at(-1)).toMatchObject({ kind: 'open', startFrame: 48_000 })
  })
})

it('is paused by a pause between its opening and its first sample, and plays on at once', () => {
  engine.load(track('a'), { startMs: 0, play: true })
  const streamId = streamOf('a')
  const facts = { codec: 'flac', sourceRateHz: rateHz, sourceChannels: 2, totalFrames: null }
  engine.fromWorker({ kind: 'opened', streamId, facts })
  engine.pause()
  expect(engine.state).toEqual({ kind: 'paused', key: 'a' })
  // The word of the first sample was under way already.
  engine.fromCore({ kind: 'started', streamId, contextFrame: 0 })
  expect(engine.state).toEqual({ kind: 'paused', key: 'a' })
  engine.play()
  expect(engine.state).toEqual({ kind: 'playing', key: 'a' })
})

describe('a track opened ahead of a click', () => {
  const closed = (streamId: number): boolean =>
    worker.some((command) => command.kind === 'close' && command.streamId === streamId)

  it('is the one that the click plays, with the click’s own key and gain', () => {
    engine.prepare({ url: 'file:a' })
    const opened = streamOf('a')
    expect(core).toEqual([{ kind: 'prepare', streamId: opened }])
    engine.load({ ...track('a'), gain: 0.5 }, { startMs: 0, play: true })
    expect(core.at(-1)).toMatchObject({ kind: 'load', streamId: opened, gain: 0.5 })
    expect(streamOf('a')).toBe(opened)
    engine.fromCore({ kind: 'started', streamId: opened, contextFrame: 0 })
    expect(engine.state).toEqual({ kind: 'playing', key: 'a' })
  })

  it('is closed when the click is for something else, for another place, or for another such track', () => {
    engine.prepare({ url: 'file:a' })
    const first = streamOf('a')
    engine.prepare({ url: 'file:b' })
    const second = streamOf('b')
    expect({ first: closed(first), second: closed(second) }).toEqual({ first: true, second: false })
    engine.load(track('b'), { startMs: 30_000, play: true })
    expect(closed(second)).toBe(true)
    engine.prepare({ url: 'file:c' })
    const third = streamOf('c')
    engine.load(track('d'), { startMs: 0, play: true })
    expect(closed(third)).toBe(true)
  })

  it('is not opened twice, nor when it plays or follows already', () => {
    engine.load(track('a'), { startMs: 0, play: true })
    engine.setNext(track('b'), { kind: 'gapless' })
    for (const key of ['a', 'b', 'c', 'c']) engine.prepare({ url: `file:${key}` })
    expect(worker.filter((command) => command.kind === 'open')).toHaveLength(3)
  })

  it('is told apart from another part of the same file', () => {
    const [first, second] = [
      { startMs: 0, endMs: 1000 },
      { startMs: 1000, endMs: null },
    ]
    const opens = () => worker.flatMap((command) => (command.kind === 'open' ? [command.segment] : []))
    engine.prepare({ url: 'file:a', segment: first })
    engine.load({ ...track('a'), segment: second }, { startMs: 0, play: true })
    expect(opens()).toEqual([first, second])
    engine.setNext({ ...track('b'), url: 'file:a', segment: first }, { kind: 'gapless' })
    for (const segment of [first, second]) engine.prepare({ url: 'file:a', segment })
    expect(opens()).toEqual([first, second, first])
    engine.prepare({ url: 'file:a' })
    expect(opens()).toEqual([first, second, first, null])
  })

  it('that cannot be opened is silent until it is really asked for', () => {
    engine.prepare({ url: 'file:a' })
    const first = streamOf('a')
    engine.fromWorker({ kind: 'failed', streamId: first, error: { code: 'file-missing' }, delivered: false })
    expect(events).toEqual([])
    engine.load(track('a'), { startMs: 0, play: true })
    expect(streamOf('a')).not.toBe(first)
  })
})
