import { expect, test } from 'vitest'
import { Pacer } from './pacer.ts'

/** Runs work of 1 ms a piece at a share and answers how much of the time was spent on it. */
async function busyShare(share: number): Promise<number> {
  let nowMs = 0
  const pacer = new Pacer(
    () => nowMs,
    (milliseconds) => {
      nowMs += milliseconds
      return Promise.resolve()
    },
  )
  pacer.setShare(share)
  for (let piece = 0; piece < 1000; piece += 1) {
    await pacer.turn()
    nowMs += 1
  }
  return 1000 / nowMs
}

test('work takes its share of the time and no more', async () => {
  expect(await busyShare(1)).toBe(1)
  expect(await busyShare(0.5)).toBeCloseTo(0.5, 1)
  expect(await busyShare(0.25)).toBeCloseTo(0.25, 1)
})

test('nothing goes on before there is a share, nor while it is 0', async () => {
  const pacer = new Pacer(
    () => 0,
    () => Promise.resolve(),
  )
  let turns = 0
  const work = (async () => {
    for (; turns < 3; turns += 1) await pacer.turn()
  })()
  await new Promise((resolve) => setImmediate(resolve))
  expect(turns).toBe(0)
  pacer.setShare(0.5)
  await work
  expect(turns).toBe(3)
})
