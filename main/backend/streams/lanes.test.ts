import { describe, expect, it } from 'vitest'
import { Lanes, type LaneUser } from './lanes.ts'

const never = new AbortController().signal
/** More than is read of what nobody waits for, in bytes. */
const muchBytes = 200e6

const skipped = (isEndless: boolean): LaneUser => ({ isWanted: false, drainedBytes: muchBytes, isEndless })

/** A node on which streams that nobody waits for take all the room. */
async function crowded(users: readonly LaneUser[]): Promise<Lanes> {
  const lanes = new Lanes()
  for (const [index] of users.entries()) expect(await lanes.enter(never), `stream ${index}`).toBe(true)
  return lanes
}

/** Reads a stream piece after piece as long as it may; `pieces` later it is at its end. */
async function read(lanes: Lanes, user: LaneUser, pieces: number): Promise<'ended' | 'left'> {
  for (let piece = 0; piece < pieces; piece += 1) {
    if (await lanes.turn(user)) continue
    lanes.leave(user)
    return 'left'
  }
  lanes.leave(user)
  return 'ended'
}

describe('many long tracks that were skipped', () => {
  it('leave room for the one that is to be heard, and are read to their ends for it', async () => {
    const users = Array.from({ length: 8 }, () => skipped(false))
    const lanes = await crowded(users)
    const readings = users.map((user) => read(lanes, user, 3))
    expect(await lanes.enter(never)).toBe(true)
    await expect(Promise.race(readings)).resolves.toBe('ended')
  })

  it('stay unread while there is room', async () => {
    const lanes = new Lanes()
    expect(await lanes.enter(never)).toBe(true)
    const reading = read(lanes, skipped(false), 1)
    expect(await Promise.race([reading, Promise.resolve().then(() => 'unread')])).toBe('unread')
    await lanes.close(1)
  })
})

it('leaves one station, and only one, for what is to be heard', async () => {
  const users = Array.from({ length: 8 }, () => skipped(true))
  const lanes = await crowded(users)
  let left = 0
  for (const user of users)
    void read(lanes, user, 1).then((how) => {
      left += how === 'left' ? 1 : 0
      return undefined
    })
  expect(await lanes.enter(never)).toBe(true)
  expect(left).toBe(1)
  await lanes.close(1)
})
