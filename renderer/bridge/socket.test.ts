import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { failed } from '../../src/contract/index.ts'
import { bridgeOver } from './channel.ts'
import { contractAddress } from './index.ts'
import { isPageRefused, socketChannel } from './socket.ts'
import type { LineListener } from './socket.ts'

/** Lines that the test opens, breaks and speaks through; time is virtual. */
function start(isRefused?: () => Promise<boolean>) {
  const lines: { listener: LineListener; sent: string[]; closed: boolean }[] = []
  const states: string[] = []
  const channel = socketChannel({
    openLine(listener) {
      const line = { listener, sent: [] as string[], closed: false }
      lines.push(line)
      return { send: (text) => line.sent.push(text), close: () => (line.closed = true) }
    },
    onConnection: (state) => states.push(state),
    random: () => 1,
    ...(isRefused && { isRefused }),
  })
  const last = () => {
    const line = lines.at(-1)
    if (line === undefined) throw new Error('No line')
    return line
  }
  return { lines, last, states, channel, bridge: bridgeOver(channel) }
}

const info = { ok: true, value: { version: '1', host: 'browser', platform: 'linux', notice: null } }

describe('the socket’s channel', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('holds calls until the line is open, in their order', () => {
    const { last, bridge } = start()
    void bridge.call('app.info', null)
    void bridge.call('settings.get', null)
    expect(last().sent).toEqual([])
    last().listener.opened()
    expect(last().sent.map((text) => JSON.parse(text))).toEqual([
      { kind: 'call', id: 1, name: 'app.info', input: null },
      { kind: 'call', id: 2, name: 'settings.get', input: null },
    ])
  })

  it('loses patience when there is no line for long', async () => {
    const { bridge, last } = start()
    const reply = bridge.call('app.info', null)
    vi.advanceTimersByTime(5_000)
    expect(await reply).toEqual(failed('bridge-closed'))
    last().listener.opened()
    expect(last().sent).toEqual([])
  })

  it('fails what was sent when the line breaks, and sends what was not when it is back', async () => {
    const { bridge, last, lines } = start()
    last().listener.opened()
    const sent = bridge.call('app.info', null)
    last().listener.closed()
    expect(await sent).toEqual(failed('bridge-closed'))
    const waiting = bridge.call('app.info', null)
    vi.advanceTimersByTime(200)
    expect(lines).toHaveLength(2)
    last().listener.opened()
    last().listener.received(JSON.stringify({ kind: 'reply', id: 2, reply: info }))
    expect(await waiting).toEqual(info)
  })

  it('tries again more and more slowly, starts quickly after a success, and tells', () => {
    const { last, lines, states } = start()
    const waits: number[] = []
    for (let attempt = 0; attempt < 8; attempt += 1) {
      last().listener.closed()
      const before = Date.now()
      const count = lines.length
      while (lines.length === count) vi.advanceTimersByTime(100)
      waits.push(Date.now() - before)
    }
    expect(waits).toEqual([200, 400, 800, 1600, 3200, 6400, 10_000, 10_000])
    last().listener.opened()
    last().listener.closed()
    vi.advanceTimersByTime(200)
    expect(lines).toHaveLength(10)
    expect([...new Set(states)]).toEqual(['connecting', 'lost', 'open'])
    expect(states.at(-1)).toBe('lost')
  })

  it('stops trying when the host does not know this page any more, and says so', async () => {
    let refused = false
    let asked = 0
    const { last, lines, states, bridge } = start(async () => {
      asked += 1
      return refused
    })
    last().listener.opened()
    last().listener.closed()
    await vi.advanceTimersByTimeAsync(200)
    expect([asked, lines.length]).toEqual([0, 2])
    // The host is away: it is tried again.
    last().listener.closed()
    await vi.advanceTimersByTimeAsync(400)
    expect([asked, lines.length, states.at(-1)]).toEqual([1, 3, 'lost'])
    // It is back, with another token.
    refused = true
    const waiting = bridge.call('app.info', null)
    last().listener.closed()
    await vi.advanceTimersByTimeAsync(60_000)
    expect([asked, lines.length, states.at(-1)]).toEqual([2, 3, 'refused'])
    expect(await waiting).toEqual(failed('bridge-closed'))
    expect(await bridge.call('app.info', null)).toEqual(failed('bridge-closed'))
  })

  it('keeps its listeners over a new line', () => {
    const { last, bridge } = start()
    const heard: string[] = []
    bridge.on('command.invoked', ({ command }) => heard.push(command))
    last().listener.opened()
    last().listener.closed()
    vi.advanceTimersByTime(200)
    last().listener.opened()
    last().listener.received(JSON.stringify({ kind: 'event', name: 'command.invoked', payload: { command: 'next' } }))
    expect(heard).toEqual(['next'])
  })

  it('gives up a line that fell silent, at once and without its goodbye', async () => {
    const { last, bridge, lines } = start()
    last().listener.opened()
    const reply = bridge.call('app.info', null)
    vi.advanceTimersByTime(15_000)
    expect(JSON.parse(last().sent.at(-1) ?? '')).toEqual({ kind: 'ping' })
    last().listener.received('{"kind":"pong"}')
    vi.advanceTimersByTime(15_000)
    expect(last().closed).toBe(false)
    vi.advanceTimersByTime(15_000)
    expect(lines[0]?.closed).toBe(true)
    expect(await reply).toEqual(failed('bridge-closed'))
    vi.advanceTimersByTime(200)
    last().listener.opened()
    // The old line's late goodbye is not the new line's.
    lines[0]?.listener.closed()
    expect(lines).toHaveLength(2)
  })

  it('takes nothing for an answer that is none', async () => {
    const { last, bridge } = start()
    last().listener.opened()
    const reply = bridge.call('app.info', null)
    for (const noise of ['', '{', '[]', '{"kind":"reply","id":1}', '{"kind":"reply","id":9,"reply":{"ok":true}}']) {
      last().listener.received(noise)
    }
    last().listener.received(JSON.stringify({ kind: 'event', name: 'settings.changed', payload: 'not settings' }))
    last().listener.received(JSON.stringify({ kind: 'reply', id: 1, reply: info }))
    expect(await reply).toEqual(info)
  })

  it('ends for good when it is closed', async () => {
    const { last, lines, channel, bridge } = start()
    last().listener.opened()
    const reply = bridge.call('app.info', null)
    channel.close()
    expect(await reply).toEqual(failed('bridge-closed'))
    last().listener.closed()
    vi.advanceTimersByTime(60_000)
    expect(lines).toHaveLength(1)
    expect(await bridge.call('app.info', null)).toEqual(failed('bridge-closed'))
  })
})

describe('isPageRefused', () => {
  it('tells a host that refuses from one that is away or in trouble', async () => {
    const answering = (status: number) => isPageRefused('http://127.0.0.1:4000/token/', async () => ({ status }))
    expect(await Promise.all([401, 403, 404, 200, 304, 500, 503].map(answering))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ])
    const away = () => Promise.reject(new TypeError('Failed to fetch'))
    expect(await isPageRefused('http://127.0.0.1:4000/token/', away)).toBe(false)
  })
})

describe('contractAddress', () => {
  it('lies beside the page, with its token', () => {
    expect(contractAddress('http://127.0.0.1:4000/token/')).toBe('ws://127.0.0.1:4000/token/contract')
    expect(contractAddress('http://127.0.0.1:4000/token/index.html?x#y')).toBe('ws://127.0.0.1:4000/token/contract')
  })
})
