import { expect, test } from 'vitest'
import { readLoadedAnswer } from './index.ts'

const { signal } = new AbortController()
const bytesOf = (answer: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(answer))
const track = (index: number) => ({
  encoded: `encoded-${index}`.padEnd(300, '='),
  info: { identifier: `i${index}`, title: `Title ${index}`, author: 'Someone', length: 1000, isSeekable: true },
})
const many = Array.from({ length: 10_000 }, (_, index) => track(index))

test('a playlist of ten thousand tracks is read whole and in its order, apart from what cannot be read', async () => {
  const tracks = [...many.slice(0, 5000), { encoded: 7 }, ...many.slice(5000)]
  const loaded = await readLoadedAnswer(
    bytesOf({ loadType: 'playlist', data: { info: { name: 'Long' }, tracks } }),
    signal,
  )
  expect(loaded).toMatchObject({ kind: 'playlist', name: 'Long' })
  const titles = loaded?.kind === 'playlist' ? loaded.tracks.map(({ info }) => info.title) : []
  expect(titles).toEqual(many.map(({ info }) => info.title))
})

test('while it is read everything else goes on: timers are not held up by it', async () => {
  let ticks = 0
  const timer = setInterval(() => (ticks += 1), 0)
  await readLoadedAnswer(bytesOf({ loadType: 'search', data: many }), signal)
  clearInterval(timer)
  // A hundred portions, and between two of them a turn for others.
  expect(ticks).toBeGreaterThan(10)
})

test('a large answer is what a small one is: an error, nothing, or no answer at all', async () => {
  const padding = 'x'.repeat(200_000)
  const error = { loadType: 'error', data: { message: 'gone', severity: 'common' }, padding }
  expect(await readLoadedAnswer(bytesOf(error), signal)).toEqual({ kind: 'error', message: 'gone' })
  expect(await readLoadedAnswer(bytesOf({ loadType: 'empty', padding }), signal)).toEqual({ kind: 'empty' })
  for (const bytes of [bytesOf(padding), bytesOf({ padding }), new TextEncoder().encode(`{"loadType": "${padding}`)])
    expect(await readLoadedAnswer(bytes, signal)).toBeNull()
  expect(await readLoadedAnswer(new TextEncoder().encode('nonsense'), signal)).toBeNull()
})

test('reading ends when nobody waits for it any more', async () => {
  const control = new AbortController()
  const reading = readLoadedAnswer(bytesOf({ loadType: 'search', data: many }), control.signal)
  control.abort()
  await expect(reading).rejects.toThrow(/abort/)
})
