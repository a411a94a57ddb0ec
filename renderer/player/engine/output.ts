import processorUrl from './worklet/processor.ts?worker&url'
import { heardFrame } from './output-clock.ts'
import type { OutputDevice } from './types.ts'

/** Silence after a pause before the output is suspended, in ms. A suspended context costs nothing. */
const idleMs = 2000

/** How long to wait for an output that may need a gesture first, and for one that only opens slowly, in ms. */
const gesturePatienceMs = 1000
const devicePatienceMs = 15_000

/** The audio context and what belongs to it: the worklet node, its clock, and the device it plays to. */
export interface Output {
  readonly sampleRateHz: number
  /** The worklet node's port. */
  readonly port: MessagePort
  /** Starts the output, if it sleeps. False when the browser refuses (no gesture yet) or the device does not open. */
  wake(): Promise<boolean>
  /** Lets the output sleep after a while, unless `wake` comes first. */
  rest(): void
  /** Context frame heard at a moment of the performance clock, in ms; fractional. */
  heardFrame(atPerformanceMs: number): number
  devices(): Promise<readonly OutputDevice[]>
  setDevice(id: string | null): Promise<boolean>
  close(): Promise<void>
}

export interface OutputOptions {
  /** Rate of the context in Hz; left out, the device's own. */
  readonly sampleRateHz?: number
  onDeviceLost(): void
}

/** Opens the output, asleep. */
export async function openOutput(options: OutputOptions): Promise<Output> {
  const context = new AudioContext({
    latencyHint: 'interactive',
    ...(options.sampleRateHz === undefined ? {} : { sampleRate: options.sampleRateHz }),
  })
  await context.audioWorklet.addModule(processorUrl)
  const node = new AudioWorkletNode(context, 'melofy-playback', {
    numberOfInputs: 0,
    numberOfOutputs: 1,
    outputChannelCount: [2],
  })
  node.connect(context.destination)
  let device: string | null = null
  let wanted = false
  let idleTimer: ReturnType<typeof setTimeout> | null = null

  function sleep(): void {
    idleTimer = null
    if (!wanted && context.state === 'running') void context.suspend()
  }

  async function wake(): Promise<boolean> {
    wanted = true
    if (idleTimer !== null) clearTimeout(idleTimer)
    idleTimer = null
    if (context.state === 'running') return true
    const started = context.resume().then(
      () => true,
      () => false,
    )
    // A resume that the browser refuses stays pending until the next gesture; it must not hold up whoever asks. With a
    // gesture behind us it is the device that takes its time.
    const patienceMs = navigator.userActivation.hasBeenActive ? devicePatienceMs : gesturePatienceMs
    return Promise.race([started, new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patienceMs))])
  }

  async function toDevice(id: string | null): Promise<boolean> {
    try {
      await context.setSinkId(id ?? '')
      device = id
      return true
    } catch {
      return false
    }
  }

  async function outputs(): Promise<readonly MediaDeviceInfo[]> {
    const all = await navigator.mediaDevices.enumerateDevices()
    return all.filter((each) => each.kind === 'audiooutput')
  }

  async function devicesChanged(): Promise<void> {
    const chosen = device
    if (chosen === null) return
    const present = await outputs()
    // Changes are told in bursts, and in the meantime another device may have been chosen: it is lost once, or not at all.
    if (device !== chosen || present.some((each) => each.deviceId === chosen)) return
    device = null
    await toDevice(null)
    options.onDeviceLost()
  }

  function rest(): void {
    wanted = false
    if (idleTimer !== null) clearTimeout(idleTimer)
    idleTimer = setTimeout(sleep, idleMs)
  }

  function stateChanged(): void {
    // It may start after whoever asked for it has given up: then it has nothing to do.
    if (!wanted && context.state === 'running' && idleTimer === null) rest()
    // The system may stop the output (sleep, a device that went away): if somebody listens, it is started again.
    if (wanted && context.state !== 'running' && context.state !== 'closed') void wake()
  }

  const onDevices = (): void => void devicesChanged()
  navigator.mediaDevices?.addEventListener('devicechange', onDevices)
  context.addEventListener('statechange', stateChanged)
  context.addEventListener('error', onDevices)
  if (context.state === 'running') rest()

  return {
    sampleRateHz: context.sampleRate,
    port: node.port,
    wake,
    rest,
    heardFrame(atPerformanceMs) {
      return heardFrame(context, atPerformanceMs, performance.now())
    },
    async devices() {
      const present = await outputs()
      return present
        .filter((each) => each.deviceId !== '' && each.deviceId !== 'default' && each.deviceId !== 'communications')
        .map((each) => ({ id: each.deviceId, label: each.label }))
    },
    setDevice: toDevice,
    async close() {
      navigator.mediaDevices?.removeEventListener('devicechange', onDevices)
      context.removeEventListener('statechange', stateChanged)
      context.removeEventListener('error', onDevices)
      if (idleTimer !== null) clearTimeout(idleTimer)
      await context.close()
    },
  }
}
