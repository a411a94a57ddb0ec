import { describe, expect, it } from 'vitest'
import { setStage } from '../player/controller/testing/index.ts'
import { idleView } from '../state/player.ts'
import { trackOf } from '../ui/testing/tracks.ts'
import { createLatePlayer } from './latePlayer.ts'

const context = { kind: 'album', id: 'a', title: 'A' } as const

describe('createLatePlayer', () => {
  it('does what was asked for before the engine was there, in order, once', () => {
    const late = createLatePlayer(idleView)
    late.playNow([trackOf({ id: '1' }), trackOf({ id: '2' })], { startIndex: 0, context })
    late.playLater([trackOf({ id: '3' })])
    expect(late.view.queue.current).toBeNull()
    let told = 0
    late.subscribe(() => {
      told += 1
    })
    const { player } = setStage()
    late.arrive(player)
    expect(late.view.queue.current?.track.id).toBe('1')
    expect(late.view.queue.queued.map((entry) => entry.track.id)).toEqual(['3'])
    expect(told).toBeGreaterThan(0)
    late.next()
    expect(late.view.queue.current?.track.id).toBe('3')
  })

  it('has nothing to take away, and nothing to put back, while it is empty', () => {
    const late = createLatePlayer(idleView)
    expect(() => late.remove(['x'])()).not.toThrow()
    expect(late.position()).toMatchObject({ positionMs: 0, durationMs: null })
  })
})
