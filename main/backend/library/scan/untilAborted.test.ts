import { expect, test } from 'vitest'
import { untilAborted } from './untilAborted.ts'

test('gives what the work gives, and does not wait for work that never ends', async () => {
  const abort = new AbortController()
  expect(await untilAborted(Promise.resolve(1), abort.signal, 'ended')).toBe(1)
  await expect(untilAborted(Promise.reject(new Error('disk')), abort.signal, 'ended')).rejects.toThrow('disk')
  const hanging = untilAborted(new Promise(() => undefined), abort.signal, 'ended')
  abort.abort()
  expect(await hanging).toBe('ended')
  expect(await untilAborted(new Promise(() => undefined), abort.signal, 'ended')).toBe('ended')
})
