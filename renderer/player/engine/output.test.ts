import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openOutput, type Output } from './output.ts'
import { FakeAudioContext, FakeAudioWorkletNode, FakeMediaDevices } from './testing/fake-audio.ts'

vi.mock('./worklet/processor.ts?worker&url', () => ({ default: 'processor.js' }))

let devices: FakeMediaDevices
let userActivation: { hasBeenActive: boolean }
const outputs: Output[] = []

beforeEach(() => {
  vi.useFakeTimers()
  devices = new FakeMediaDevices()
  userActivation = { hasBeenActive: false }
  vi.stubGlobal('AudioContext', FakeAudioContext)
  vi.stubGlobal('AudioWorkletNode', FakeAudioWorkletNode)
  vi.stubGlobal('navigator', { mediaDevices: devices, userActivation })
})
afterEach(async () => {
  for (const output of outputs.splice(0)) {
    output.port.close()
    await output.close()
  }
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function open(): Promise<{ output: Output; context: FakeAudioContext; lost: () => number }> {
  let lost = 0
  const output = await openOutput({ sampleRateHz: 44_100, onDeviceLost: () => (lost += 1) })
  outputs.push(output)
  const context = FakeAudioContext.latest
  if (context === null) throw new Error('no context was opened')
  return { output, context, lost: () => lost }
}

const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds)

/** What a promise came to within some time; null when it is still open. */
async function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value | null> {
  let value: Value | null = null
  void promise.then((settled) => (value = settled))
  await pass(milliseconds)
  return value
}

describe('waking and resting', () => {
  it('opens asleep, at the rate asked for, and plays once it is woken', async () => {
    const { output, context } = await open()
    expect([context.state, output.sampleRateHz]).toEqual(['suspended', 44_100])
    expect(await within(0, output.wake())).toBe(true)
    expect(context.state).toBe('running')
    await pass(60_000)
    expect(context.state).toBe('running')
  })

  it('sleeps two seconds after a rest, counted from the last one', async () => {
    const { output, context } = await open()
    await output.wake()
    output.rest()
    await pass(1500)
    output.rest()
    await pass(1999)
    expect(context.state).toBe('running')
    await pass(1)
    expect(context.state).toBe('suspended')
  })

  it('stays awake when it is woken in time, even while it is falling asleep', async () => {
    const { output, context } = await open()
    await output.wake()
    output.rest()
    await pass(1999)
    await output.wake()
    await pass(10_000)
    expect(context.state).toBe('running')

    output.rest()
    vi.advanceTimersByTime(2000)
    // Told to sleep, and not yet asleep.
    expect(context.state).toBe('running')
    expect(await within(0, output.wake())).toBe(true)
    expect(context.state).toBe('running')
  })

  it('sleeps after a while when it was opened awake and nobody plays', async () => {
    vi.stubGlobal(
      'AudioContext',
      class extends FakeAudioContext {
        override state: AudioContextState = 'running'
      },
    )
    const { context } = await open()
    await pass(2000)
    expect(context.state).toBe('suspended')
  })

  it('closes, and starts nothing any more', async () => {
    const { output, context, lost } = await open()
    await output.wake()
    await output.close()
    expect(context.state).toBe('closed')
    devices.change([])
    await pass(60_000)
    expect([context.state, lost()]).toEqual(['closed', 0])
  })
})

describe('an output that does not start', () => {
  it('says so within a second when the browser wants a gesture first', async () => {
    const { output, context } = await open()
    context.readiness = 'needs a gesture'
    const woken = output.wake()
    expect(await within(999, woken)).toBe(null)
    expect(await within(1, woken)).toBe(false)
    context.gesture()
    expect(await within(0, output.wake())).toBe(true)
  })

  it('waits longer for a slow device when there was a gesture', async () => {
    const { output, context } = await open()
    userActivation.hasBeenActive = true
    context.readiness = 'needs a gesture'
    const woken = output.wake()
    expect(await within(14_000, woken)).toBe(null)
    context.gesture()
    expect(await within(0, woken)).toBe(true)
  })

  it('does not stay awake when it starts after whoever asked has given up', async () => {
    const { output, context } = await open()
    context.readiness = 'needs a gesture'
    expect(await within(1000, output.wake())).toBe(false)
    output.rest()
    await pass(5000)
    context.gesture()
    await pass(0)
    expect(context.state).toBe('running')
    await pass(2000)
    expect(context.state).toBe('suspended')
  })

  it('says so at once when the device cannot be opened', async () => {
    const { output, context } = await open()
    context.readiness = 'device does not open'
    expect(await within(0, output.wake())).toBe(false)
  })
})

describe('an output that the system stops', () => {
  it('is started again while somebody listens', async () => {
    const { output, context } = await open()
    await output.wake()
    await context.suspend()
    await pass(0)
    expect(context.state).toBe('running')
  })

  it('is started again as soon as the system lets it', async () => {
    const { output, context } = await open()
    await output.wake()
    context.readiness = 'needs a gesture'
    await context.suspend()
    await pass(60_000)
    expect(context.state).toBe('suspended')
    context.gesture()
    await pass(0)
    expect(context.state).toBe('running')
  })

  it('stays stopped when nobody listens', async () => {
    const { output, context } = await open()
    await output.wake()
    output.rest()
    await context.suspend()
    await pass(60_000)
    expect(context.state).toBe('suspended')
  })
})

describe('devices', () => {
  it('are listed by name, without the stand-ins for the default', async () => {
    const { output } = await open()
    devices.change(['default', 'communications', '', 'usb', 'hdmi'])
    expect(await output.devices()).toEqual([
      { id: 'usb', label: 'Output usb' },
      { id: 'hdmi', label: 'Output hdmi' },
    ])
  })

  it('are chosen, and the old one stays when the new one cannot be had', async () => {
    const { output, context } = await open()
    context.sinkIds = ['usb']
    expect(await output.setDevice('usb')).toBe(true)
    expect(await output.setDevice('gone')).toBe(false)
    expect(context.sinkId).toBe('usb')
    expect(await output.setDevice(null)).toBe(true)
    expect(context.sinkId).toBe('')
  })

  it('that go away while chosen hand over to the default, which is told once', async () => {
    const { output, context, lost } = await open()
    context.sinkIds = ['usb']
    await output.setDevice('usb')
    devices.change(['usb', 'hdmi'])
    await pass(0)
    expect([context.sinkId, lost()]).toEqual(['usb', 0])
    // A headset is an input and an output: the browser tells of both.
    devices.change(['hdmi'], 2)
    await pass(0)
    expect([context.sinkId, lost()]).toEqual(['', 1])
    devices.change([])
    await pass(0)
    expect(lost()).toBe(1)
  })

  it('that break are noticed though no change is told', async () => {
    const { output, context, lost } = await open()
    devices.change(['usb'])
    context.sinkIds = ['usb']
    await output.setDevice('usb')
    context.dispatchEvent(new Event('error'))
    await pass(0)
    expect([context.sinkId, lost()]).toEqual(['usb', 0])
    vi.spyOn(devices, 'enumerateDevices').mockResolvedValue([])
    context.dispatchEvent(new Event('error'))
    await pass(0)
    expect([context.sinkId, lost()]).toEqual(['', 1])
  })

  it('that were not chosen may come and go', async () => {
    const { context, lost } = await open()
    devices.change([])
    await pass(0)
    expect([context.sinkId, lost()]).toEqual(['', 0])
  })

  it('chosen while another one goes away are kept', async () => {
    const { output, context, lost } = await open()
    context.sinkIds = ['usb', 'hdmi']
    await output.setDevice('usb')
    devices.change(['hdmi'])
    await output.setDevice('hdmi')
    await pass(0)
    expect([context.sinkId, lost()]).toEqual(['hdmi', 0])
  })
})

describe('the frame that is heard', () => {
  it('is behind what is rendered by the latency before the first timestamp, and counted from the timestamp after it', async () => {
    const { output, context } = await open()
    await output.wake()
    context.currentTime = 2
    expect(output.heardFrame(performance.now())).toBeCloseTo(1.99 * 44_100)
    context.timestamp = { contextTime: 1.9, performanceTime: performance.now() - 20 }
    expect(output.heardFrame(performance.now())).toBeCloseTo(1.92 * 44_100)
  })

  it('stands still while the output sleeps', async () => {
    const { output, context } = await open()
    context.currentTime = 2
    context.timestamp = { contextTime: 1.9, performanceTime: performance.now() }
    const before = output.heardFrame(performance.now())
    await pass(60_000)
    expect(output.heardFrame(performance.now())).toBe(before)
  })
})
