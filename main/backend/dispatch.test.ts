import { expect, test } from 'vitest'
import { type CallContext, FailureError, type Handlers, calls, failure } from '../../src/contract/index.ts'
import { defaultSettings } from '../../src/settings/index.ts'
import { allHandlers } from '../../testkit/bridges/handlers.ts'
import { dispatch } from './dispatch.ts'
import { type Log, type LogData, silentLog } from './log/index.ts'

const refuse = (): never => {
  throw new Error('not part of this test')
}

function handlersWith(some: Partial<Handlers>): Handlers {
  return { ...allHandlers(refuse), ...some }
}

const context = (signal = new AbortController().signal): CallContext => ({ signal, clientId: 'page' })

function recordingLog(): { log: Log; lines: string[] } {
  const lines: string[] = []
  const note = (message: string, data?: LogData): void => {
    lines.push(`${message} ${JSON.stringify(data)}`)
  }
  return { log: { ...silentLog, debug: note, info: note, warn: note, error: note }, lines }
}

test('a good call reaches its handler with checked input and its caller', async () => {
  const seen: unknown[] = []
  const handlers = handlersWith({
    'settings.update': (input, { clientId }) => {
      seen.push(input, clientId)
      return defaultSettings
    },
  })
  const reply = await dispatch(handlers, 'settings.update', { theme: 'dark' }, context(), silentLog)
  expect(reply).toEqual({ ok: true, value: defaultSettings })
  expect(seen).toEqual([{ theme: 'dark' }, 'page'])
})

test.each([
  ['an unknown call', 'app.quit', null],
  ['a name that every object has', 'constructor', null],
  ['another one', '__proto__', null],
  ['a missing input', 'settings.update', undefined],
  ['an unknown setting', 'settings.update', { colour: 'red' }],
  ['a value out of range', 'history.recent', { limit: 1e9 }],
  ['no address', 'app.openLink', { url: 'not an address' }],
])('%s is refused before any handler runs', async (_what, name, input) => {
  expect(await dispatch(handlersWith({}), name, input, context(), silentLog)).toEqual({
    ok: false,
    error: { code: 'bad-input' },
  })
})

test('an expected failure arrives with its code and its data', async () => {
  const handlers = handlersWith({
    'settings.get': () => {
      throw new FailureError(failure('file-missing', { name: 'song.flac' }))
    },
  })
  expect(await dispatch(handlers, 'settings.get', null, context(), silentLog)).toEqual({
    ok: false,
    error: { code: 'file-missing', data: { name: 'song.flac' } },
  })
})

test('an unexpected error is told as internal, without its words', async () => {
  const { log, lines } = recordingLog()
  const handlers = handlersWith({
    'settings.get': async () => {
      throw new TypeError('cannot read /home/ann/secret.txt')
    },
  })
  expect(await dispatch(handlers, 'settings.get', null, context(), log)).toEqual({
    ok: false,
    error: { code: 'internal' },
  })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('settings.get')
})

test('refused input is logged by its place, never by its value', async () => {
  const { log, lines } = recordingLog()
  await dispatch(handlersWith({}), 'files.open', { paths: ['/home/ann/x.mp3', 7], taskId: '' }, context(), log)
  expect(lines.join()).toContain('paths.1')
  expect(lines.join()).not.toContain('ann')
})

test('a cancelled call is answered at once, and its handler hears of it', async () => {
  const controller = new AbortController()
  let heard: AbortSignal | null = null
  const handlers = handlersWith({
    'demo.album': (_input, { signal }) => {
      heard = signal
      return new Promise(() => undefined)
    },
  })
  const reply = dispatch(handlers, 'demo.album', null, context(controller.signal), silentLog)
  controller.abort()
  expect(await reply).toEqual({ ok: false, error: { code: 'cancelled' } })
  expect(heard).toHaveProperty('aborted', true)
})

test('a handler that gives up because it was cancelled is no error', async () => {
  const { log, lines } = recordingLog()
  const controller = new AbortController()
  const handlers = handlersWith({
    'demo.album': (_input, { signal }) => {
      controller.abort()
      signal.throwIfAborted()
      return refuse()
    },
  })
  expect(await dispatch(handlers, 'demo.album', null, context(controller.signal), log)).toEqual({
    ok: false,
    error: { code: 'cancelled' },
  })
  expect(lines).toEqual([])
})

test('a call that was cancelled before it arrived does nothing', async () => {
  const reply = await dispatch(handlersWith({}), 'settings.get', null, context(AbortSignal.abort()), silentLog)
  expect(reply).toEqual({ ok: false, error: { code: 'cancelled' } })
})

test('every call of the contract can be dispatched', async () => {
  for (const name of Object.keys(calls)) {
    const { log, lines } = recordingLog()
    const reply = await dispatch(handlersWith({}), name, null, context(), log)
    expect([name, reply.ok]).toEqual([name, false])
    expect(lines).toHaveLength(1)
  }
})
