import { EventEmitter } from 'node:events'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { endInOrder } from './lifetime.ts'

function start(close: () => Promise<void>) {
  const exits: number[] = []
  const errors: unknown[] = []
  const process = new EventEmitter()
  endInOrder(process, { close, exit: (code) => exits.push(code), onError: (error) => errors.push(error) })
  return { process, exits, errors }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('endInOrder', () => {
  afterEach(() => vi.useRealTimers())

  it('closes before it ends, once', async () => {
    const closing = Promise.withResolvers<void>()
    const close = vi.fn<() => Promise<void>>(() => closing.promise)
    const { process, exits } = start(close)
    process.emit('SIGTERM')
    await settled()
    expect(exits).toEqual([])
    closing.resolve()
    await settled()
    expect([exits, close.mock.calls.length]).toEqual([[0], 1])
  })

  it('does not make an impatient person wait', () => {
    vi.useFakeTimers()
    const { process, exits } = start(() => new Promise(() => undefined))
    process.emit('SIGINT')
    // Copies of one Ctrl-C, from the terminal, npm and the start script.
    process.emit('SIGINT')
    process.emit('SIGTERM')
    expect(exits).toEqual([])
    vi.advanceTimersByTime(600)
    process.emit('SIGINT')
    expect(exits).toEqual([130])
  })

  it('ends with 1 after an uncaught error, a failing close, or one that hangs', async () => {
    const broken = start(async () => undefined)
    broken.process.emit('uncaughtException', new Error('x'))
    const failing = start(() => Promise.reject(new Error('disk')))
    failing.process.emit('SIGINT')
    await settled()
    expect([broken.exits, broken.errors.length, failing.exits, failing.errors.length]).toEqual([[1], 1, [1], 1])
    vi.useFakeTimers()
    const hanging = start(() => new Promise(() => undefined))
    hanging.process.emit('SIGINT')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(hanging.exits).toEqual([1])
  })
})
