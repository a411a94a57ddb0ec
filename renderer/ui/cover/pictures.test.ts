import { expect, it } from 'vitest'
import { createPictures } from './pictures.ts'
import type { PicturePlace } from './pictures.ts'

function stage() {
  const frames: (() => void)[] = []
  const flight = { isFlying: false }
  const pictures = createPictures({
    isFlying: () => flight.isFlying,
    nextFrame: (work) => void frames.push(work),
  })
  return { pictures, flight, frame: () => frames.splice(0).forEach((work) => work()) }
}

function placeOf(): PicturePlace {
  return {
    src: '',
    removeAttribute() {
      this.src = ''
    },
  }
}

it('a picture comes with the frame after the one that draws its place', () => {
  const { pictures, frame } = stage()
  const place = placeOf()
  pictures.show(place, 'a')
  frame()
  expect(place.src).toBe('')
  frame()
  expect(place.src).toBe('a')
})

it('many pictures come over several frames, all of them in the end', () => {
  const { pictures, frame } = stage()
  const places = Array.from({ length: 40 }, placeOf)
  for (const place of places) pictures.show(place, 'a')
  const shown = () => places.filter((place) => place.src !== '').length
  frame()
  frame()
  expect(shown()).toBeGreaterThan(0)
  expect(shown()).toBeLessThan(places.length)
  for (let more = 0; more < 10; more += 1) frame()
  expect(shown()).toBe(places.length)
})

it('while a list flies none comes; when it slows down, those that are still there do', () => {
  const { pictures, flight, frame } = stage()
  const [gone, there] = [placeOf(), placeOf()]
  flight.isFlying = true
  const remove = pictures.show(gone, 'gone')
  pictures.show(there, 'there')
  for (let more = 0; more < 5; more += 1) frame()
  expect(there.src).toBe('')
  remove()
  flight.isFlying = false
  frame()
  expect([gone.src, there.src]).toEqual(['', 'there'])
})

it('a place that is used again is empty until its own picture comes', () => {
  const { pictures, frame } = stage()
  const place = placeOf()
  const remove = pictures.show(place, 'first')
  frame()
  frame()
  remove()
  pictures.show(place, 'second')
  expect(place.src).toBe('')
  frame()
  frame()
  expect(place.src).toBe('second')
})
