/** How a context answers when it is asked to start. */
type Readiness = 'ready' | 'needs a gesture' | 'device does not open'

/**
 * An audio context as Chromium has it, as far as the output sees it: changes of state take effect a turn after they were
 * asked for and are told then; a `resume` that is not allowed stays pending until it is.
 */
export class FakeAudioContext extends EventTarget {
  /** The one opened last. */
  static latest: FakeAudioContext | null = null

  state: AudioContextState = 'suspended'
  readonly sampleRate: number
  readonly baseLatency = 0.01
  readonly destination = {}
  readonly audioWorklet = { addModule: () => Promise.resolve() }
  currentTime = 0
  /** In s and ms; zero until something was put out. */
  timestamp = { contextTime: 0, performanceTime: 0 }
  readiness: Readiness = 'ready'
  /** Devices that `setSinkId` accepts besides the system's default, which is ''. */
  sinkIds: readonly string[] = []
  sinkId = ''
  private pending: (() => void)[] = []

  constructor({ sampleRate = 48_000 }: { readonly sampleRate?: number } = {}) {
    super()
    this.sampleRate = sampleRate
    FakeAudioContext.latest = this
  }

  getOutputTimestamp(): { readonly contextTime: number; readonly performanceTime: number } {
    return this.timestamp
  }

  async resume(): Promise<void> {
    if (this.readiness === 'device does not open') throw new DOMException('no device', 'InvalidStateError')
    if (this.readiness === 'needs a gesture') await new Promise<void>((resolve) => this.pending.push(resolve))
    await this.turnTo('running')
  }

  suspend(): Promise<void> {
    return this.turnTo('suspended')
  }

  close(): Promise<void> {
    return this.turnTo('closed')
  }

  /** A click somewhere on the page. */
  gesture(): void {
    this.readiness = 'ready'
    for (const go of this.pending.splice(0)) go()
  }

  async setSinkId(id: string): Promise<void> {
    if (id !== '' && !this.sinkIds.includes(id)) throw new DOMException('no such device', 'NotFoundError')
    this.sinkId = id
  }

  private async turnTo(state: AudioContextState): Promise<void> {
    await Promise.resolve()
    if (this.state === state) return
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
}

/** The node that the worklet's code hangs on. */
export class FakeAudioWorkletNode {
  readonly port = new MessageChannel().port1
  /** What it plays to. */
  readonly connected: unknown[] = []

  connect(target: unknown): void {
    this.connected.push(target)
  }
}

/** The devices of a computer. */
export class FakeMediaDevices extends EventTarget {
  private present: readonly string[] = []

  /** These are there from now on, besides a microphone; told as browsers tell it, once for each that came or went. */
  change(outputs: readonly string[], tellings = 1): void {
    this.present = outputs
    for (let told = 0; told < tellings; told += 1) this.dispatchEvent(new Event('devicechange'))
  }

  async enumerateDevices(): Promise<readonly { kind: string; deviceId: string; label: string }[]> {
    const outputs = this.present.map((deviceId) => ({ kind: 'audiooutput', deviceId, label: `Output ${deviceId}` }))
    return [{ kind: 'audioinput', deviceId: 'microphone', label: 'Microphone' }, ...outputs]
  }
}
