import { expect, test } from 'vitest'
import { createRemembered } from './remembered.ts'

function setUp() {
  const state = { stamp: 'a' }
  const reads: PromiseWithResolvers<string>[] = []
  const read = (): Promise<string> => {
    const reading = Promise.withResolvers<string>()
    reads.push(reading)
    return reading.promise
  }
  return { state, reads, remembered: createRemembered('nothing', () => state.stamp, read) }
}

test('is read once for each state, whoever asks meanwhile', async () => {
  const { state, reads, remembered } = setUp()
  const refreshed = Promise.all([remembered.refresh(), remembered.refresh()])
  expect(remembered.value()).toBe('nothing')
  reads[0]?.resolve('first')
  await refreshed
  await remembered.refresh()
  expect(remembered.value()).toBe('first')
  expect(reads).toHaveLength(1)
  state.stamp = 'b'
  const again = remembered.refresh()
  reads[1]?.resolve('second')
  await again
  expect(remembered.value()).toBe('second')
})

test('what changed while it was read is read again the next time', async () => {
  const { state, reads, remembered } = setUp()
  const refreshed = remembered.refresh()
  state.stamp = 'b'
  reads[0]?.resolve('of a')
  await refreshed
  const again = remembered.refresh()
  reads[1]?.resolve('of b')
  await again
  expect(remembered.value()).toBe('of b')
})

test('what could not be read is read again, and what was known stays', async () => {
  const { reads, remembered } = setUp()
  const refreshed = remembered.refresh()
  reads[0]?.reject(new Error('busy'))
  await expect(refreshed).rejects.toThrow('busy')
  expect(remembered.value()).toBe('nothing')
  const again = remembered.refresh()
  reads[1]?.resolve('first')
  await again
  expect(remembered.value()).toBe('first')
})
