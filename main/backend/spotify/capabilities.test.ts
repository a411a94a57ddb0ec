import { afterEach, expect, it } from 'vitest'
import { refusal, tooMany } from '../../../testkit/spotify/index.ts'
import { capabilities } from './capabilities.ts'
import { asking, closeAll, openSpotify } from './testing/index.ts'

afterEach(closeAll)

const id = 'a'.repeat(22)
const weekMs = 7 * 24 * 60 * 60_000

it('what a client id can do is asked once a week, and remembered for that id', async () => {
  const test = await openSpotify()
  await test.signedIn()
  for (const capability of capabilities) expect(await test.room.has(capability, id, asking)).toBe(false)
  expect(test.asked()).toBe(3)
  test.restart()
  for (const capability of capabilities) expect(await test.room.has(capability, id, asking)).toBe(false)
  expect(test.asked()).toBe(3)
  test.clock.advance(weekMs)
  test.spotify.behaviour.hasLegacy = true
  expect(await test.room.has('audio-features', id, asking)).toBe(true)
  expect(await test.room.has('audio-features', id, asking)).toBe(true)
  expect(test.asked()).toBe(4)
})

it('what says nothing of it is not remembered', async () => {
  const test = await openSpotify({ behaviour: { hasLegacy: true } })
  await test.signedIn()
  test.spotify.faults.add('/v1/recommendations', { kind: 'status', status: 500 }, 3)
  expect(await test.room.has('recommendations', id, asking)).toBeNull()
  test.spotify.faults.add('/v1/recommendations', refusal(400, 'Bad request'), 1)
  expect(await test.room.has('recommendations', id, asking)).toBeNull()
  test.spotify.behaviour.hasPremium = false
  expect(await test.room.has('recommendations', id, asking)).toBeNull()
  test.spotify.behaviour.hasPremium = true
  expect(await test.room.has('recommendations', id, asking)).toBe(true)
  test.spotify.faults.add(`/v1/audio-features/${id}`, tooMany('3600'), 1)
  expect(await test.room.has('audio-features', id, asking)).toBeNull()
  test.room.signOut()
  expect(await test.room.has('audio-analysis', id, asking)).toBeNull()
})
