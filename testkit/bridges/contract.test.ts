import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failed } from '../../src/contract/index.ts'
import type { Bridge } from '../../src/contract/index.ts'
import { ipcBridge } from './ipc.ts'
import { socketBridge } from './socket.ts'
import type { TestBridge } from './types.ts'

/** The same tests for both ways to carry the contract: the interface must not be able to tell them apart. */
describe.each([
  ['the socket', socketBridge],
  ['Electron’s IPC', ipcBridge],
])('the contract over %s', (_name, start) => {
  let carried: TestBridge
  let bridge: Bridge
  let leave: () => void

  beforeEach(async () => {
    carried = await start()
    ;({ bridge, leave } = carried.openPage())
  })
  afterEach(() => carried.close())

  const held = async (count: number) => {
    await carried.backend.until(() => carried.backend.held.length >= count)
    const [call] = carried.backend.held.slice(count - 1)
    if (call === undefined) throw new Error('Nothing is held')
    return call
  }

  it('answers values and failures as they are', async () => {
    expect(await bridge.call('app.info', null)).toEqual({
      ok: true,
      value: { version: '1.2.3', host: 'browser', platform: 'linux', notice: null },
    })
    expect(await bridge.call('settings.get', null)).toEqual(failed('store-damaged', { name: 'ü "quoted"\n😀' }))
  })

  it('turns a handler that breaks into a failure', async () => {
    expect(await bridge.call('demo.album', null)).toEqual(failed('internal'))
  })

  it('keeps answers apart that come in another order', async () => {
    const first = bridge.call('files.choose', { kind: 'files' })
    const second = bridge.call('files.choose', { kind: 'folder' })
    ;(await held(2)).release(['second'])
    ;(await held(1)).release(['first'])
    expect(await Promise.all([first, second])).toEqual([
      { ok: true, value: ['first'] },
      { ok: true, value: ['second'] },
    ])
  })

  it('carries names in every script, and long lists', async () => {
    const paths = Array.from({ length: 10_000 }, (_, index) => `/música/日本語/😀\n"${index}".flac`)
    const reply = bridge.call('files.open', { paths, taskId: 'x' })
    const call = await held(1)
    expect(call.input).toEqual({ paths, taskId: 'x' })
    call.release(paths)
    expect(await reply).toEqual({ ok: true, value: paths })
  })

  it('cancels: the page has its answer at once, the handler its signal, and a late reply changes nothing', async () => {
    const controller = new AbortController()
    const reply = bridge.call('files.open', { paths: ['/a'], taskId: 'x' }, { signal: controller.signal })
    const call = await held(1)
    controller.abort()
    expect(await reply).toEqual(failed('cancelled'))
    await carried.backend.until(() => call.signal.aborted)
    call.release([])
    expect(await bridge.call('app.info', null)).toMatchObject({ ok: true })
  })

  it('does not even send what was cancelled before', async () => {
    const reply = await bridge.call('files.open', { paths: ['/a'], taskId: 'x' }, { signal: AbortSignal.abort() })
    expect(reply).toEqual(failed('cancelled'))
    await bridge.call('app.info', null)
    expect(carried.backend.held).toEqual([])
  })

  it('answers with a failure what cannot be sent', async () => {
    // JSON cannot write the circle, structured clone cannot copy the function.
    const circle: { kind: 'files'; itself?: unknown; run: () => void } = { kind: 'files', run: () => undefined }
    circle.itself = circle
    expect(await bridge.call('files.choose', circle)).toEqual(failed('bad-input'))
    expect(await bridge.call('app.info', null)).toMatchObject({ ok: true })
  })

  it('brings events to those who listen, until they stop', async () => {
    await bridge.call('app.info', null)
    const heard: string[] = []
    const stop = bridge.on('command.invoked', ({ command }) => heard.push(command))
    bridge.on('playback.elsewhere', () => heard.push('elsewhere'))
    carried.backend.emit('command.invoked', { command: 'play' })
    await carried.backend.until(() => heard.length === 1)
    stop()
    carried.backend.emit('command.invoked', { command: 'pause' })
    carried.backend.emit('playback.elsewhere', null)
    await carried.backend.until(() => heard.length === 2)
    expect(heard).toEqual(['play', 'elsewhere'])
  })

  it('keeps an event for its first listener', async () => {
    await bridge.call('app.info', null)
    carried.backend.emit('files.handedOver', { paths: ['/a.flac'] })
    await bridge.call('app.info', null)
    const paths = await new Promise((resolve) => bridge.on('files.handedOver', (payload) => resolve(payload.paths)))
    expect(paths).toEqual(['/a.flac'])
  })

  it('cancels everything when the page goes away', async () => {
    void bridge.call('files.open', { paths: ['/a'], taskId: 'x' })
    const call = await held(1)
    expect(carried.backend.connected.size).toBe(1)
    leave()
    await carried.backend.until(() => call.signal.aborted && carried.backend.connected.size === 0)
    expect(call.signal.aborted).toBe(true)
  })
})
