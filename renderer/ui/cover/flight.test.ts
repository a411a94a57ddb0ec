import { expect, it } from 'vitest'
import { createFlight } from './flight.ts'

const frameMs = 1000 / 60
const list = {}

/** Scrolls by so much a frame and answers whether the list flies after it. */
function scrolling(pxPerFrame: number, frames = 20) {
  const flight = createFlight()
  for (let frame = 0; frame < frames; frame += 1) flight.moved(list, frame * pxPerFrame, frame * frameMs)
  return { flight, nowMs: (frames - 1) * frameMs }
}

it('a list that is read does not fly, one of which nothing can be read does', () => {
  const reading = scrolling(12)
  expect(reading.flight.isFlying(reading.nowMs)).toBe(false)
  const flying = scrolling(-120)
  expect(flying.flight.isFlying(flying.nowMs)).toBe(true)
})

it('a list that slows down or stops does not fly any more', () => {
  const slowed = scrolling(120)
  let top = 19 * 120
  let nowMs = slowed.nowMs
  for (let frame = 0; frame < 10; frame += 1) slowed.flight.moved(list, (top += 10), (nowMs += frameMs))
  expect(slowed.flight.isFlying(nowMs)).toBe(false)
  const stopped = scrolling(120)
  expect(stopped.flight.isFlying(stopped.nowMs + 200)).toBe(false)
})

it('a list whose frames come late flies on', () => {
  const { flight, nowMs } = scrolling(120)
  flight.moved(list, 20 * 120, nowMs + 100)
  expect(flight.isFlying(nowMs + 100)).toBe(true)
})

it('one step of a wheel after a long rest is no flight, a jump to the end is', () => {
  const flight = createFlight()
  flight.moved(list, 0, 0)
  flight.moved(list, 120, 60_000)
  expect(flight.isFlying(60_000)).toBe(false)
  flight.moved(list, 50_000, 90_000)
  expect(flight.isFlying(90_000)).toBe(true)
})

it('knows lists apart', () => {
  const flight = createFlight()
  flight.moved(list, 9000, 0)
  flight.moved({}, 0, frameMs)
  expect(flight.isFlying(frameMs)).toBe(false)
})
