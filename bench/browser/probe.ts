import type { Page } from 'playwright-core'
import type { Anchor, CoreReport } from '../../renderer/player/engine/protocol.ts'

/** What the page notes while the real interface runs in it. Times are of the page's performance clock, in ms. */
export interface Probe {
  contexts: AudioContext[]
  /** When the last click, key or release of the seek bar happened, by the browser's own time stamp of the input. */
  inputMs: number
  /** Reports of the worklet since the last `forget`. */
  reports: CoreReport[]
  forget(): void
}

declare global {
  interface Window {
    bench: Probe
  }
}

/** Puts the probe into every page that is opened from now on: it listens to what the worklet reports, and changes nothing. */
export async function addProbe(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const probe: Probe = {
      contexts: [],
      inputMs: 0,
      reports: [],
      forget() {
        // The last anchor says how playback went on until the next input.
        probe.reports = probe.reports.filter((report) => report.kind === 'anchor').slice(-1)
        probe.inputMs = 0
      },
    }
    window.bench = probe
    window.AudioContext = class extends AudioContext {
      constructor(options?: AudioContextOptions) {
        super(options)
        probe.contexts.push(this)
      }
    }
    window.AudioWorkletNode = class extends AudioWorkletNode {
      constructor(context: BaseAudioContext, name: string, options?: AudioWorkletNodeOptions) {
        super(context, name, options)
        this.port.addEventListener('message', (event: MessageEvent<CoreReport>) => probe.reports.push(event.data))
      }
    }
    const note = (event: Event): void => {
      probe.inputMs = event.timeStamp
    }
    for (const kind of ['click', 'pointerup', 'keydown']) addEventListener(kind, note, { capture: true })
  })
}

/** When something was heard, and what of the wait was the way from the browser to the ear. */
export interface Heard {
  /** From the input to the sound, in ms, output latency included. */
  readonly waitMs: number
  /** From the input to when the sample was rendered, in ms, at most a device buffer (10 ms) too late. */
  readonly renderedMs: number
  /** The browser's figure for this output device, in ms. */
  readonly outputLatencyMs: number
}

/** Waits until the track that the last input started is heard. */
export async function untilStarted(page: Page): Promise<Heard> {
  await page.waitForFunction(() => window.bench.reports.some((report) => report.kind === 'started'), null, {
    polling: 20,
    timeout: 10_000,
  })
  const frame = await page.evaluate(() => {
    const started = window.bench.reports.find((report) => report.kind === 'started')
    return started?.kind === 'started' ? started.contextFrame : 0
  })
  return heardAt(page, frame)
}

/** Waits until something plays, whether it was started or went on after a pause. */
export async function untilPlaying(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      // The first one may be from before the input.
      const anchors = window.bench.reports.filter((report) => report.kind === 'anchor').slice(1)
      return anchors.at(-1)?.anchor.rate === 1
    },
    null,
    { polling: 50, timeout: 10_000 },
  )
}

/** Waits until so many seconds after the place that plays are decoded. */
export async function untilDecoded(page: Page, secondsAhead: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const { reports, contexts } = window.bench
      const last = reports.findLast((report) => report.kind === 'anchor')
      const rate = contexts.at(-1)?.sampleRate ?? 48_000
      return last !== undefined && last.anchor.bufferedTo - last.anchor.frame > wanted * rate
    },
    secondsAhead,
    { polling: 100, timeout: 20_000 },
  )
}

/** Waits until the place that the last input jumped to is heard. `inside`: the worklet had it already. */
export async function untilJumped(page: Page): Promise<Heard & { readonly inside: boolean }> {
  const found = await page.waitForFunction(
    () => {
      const { reports } = window.bench
      if (reports.some((report) => report.kind === 'outsideWindow')) {
        const started = reports.find((report) => report.kind === 'started')
        if (started?.kind !== 'started') return null
        return { frame: started.contextFrame, inside: false }
      }
      let before: Anchor | null = null
      for (const report of reports) {
        if (report.kind !== 'anchor') continue
        const { anchor } = report
        const last: Anchor | null = before
        before = anchor
        if (last === null || anchor.rate === 0) continue
        const expected = last.frame + (anchor.contextFrame - last.contextFrame) * last.rate
        // The anchor stands at the end of the block in which the jump happened.
        if (Math.abs(anchor.frame - expected) > 48_000) return { frame: anchor.contextFrame - 128, inside: true }
      }
      return null
    },
    null,
    { polling: 20, timeout: 10_000 },
  )
  const jump = await found.jsonValue()
  if (jump === null) throw new Error('unreachable')
  return { ...(await heardAt(page, jump.frame)), inside: jump.inside }
}

/**
 * Turns a rendered frame into the moment it was heard, by the context's own output time stamp, and the moment it was rendered:
 * the context's time runs ahead in steps of a device buffer, and right after a step it is behind the clock by the least.
 */
async function heardAt(page: Page, contextFrame: number): Promise<Heard> {
  return page.evaluate(async (frame) => {
    const context = window.bench.contexts.at(-1)
    if (context === undefined) throw new Error('The page opened no audio context')
    const wanted = frame / context.sampleRate
    const moments: number[] = []
    let behindMs = Number.POSITIVE_INFINITY
    // The stamp jitters by the size of the device's buffer: the median of some, taken after the sound was heard.
    while (moments.length < 15) {
      await new Promise((resolve) => setTimeout(resolve, 7))
      behindMs = Math.min(behindMs, performance.now() - context.currentTime * 1000)
      const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp()
      if (contextTime > wanted) moments.push(performanceTime + (wanted - contextTime) * 1000)
    }
    moments.sort((one, other) => one - other)
    return {
      waitMs: (moments[7] ?? Number.NaN) - window.bench.inputMs,
      // A buffer is rendered as a whole: its first frame no earlier than its last.
      renderedMs: wanted * 1000 + behindMs + context.baseLatency * 1000 - window.bench.inputMs,
      outputLatencyMs: (context.outputLatency + context.baseLatency) * 1000,
    }
  }, contextFrame)
}
