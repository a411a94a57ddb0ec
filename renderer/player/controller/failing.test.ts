import { beforeEach, describe, expect, test } from 'vitest'
import { failure } from '../../../src/contract/index.ts'
import { setStage, type Stage, testTracks } from './testing/index.ts'

const context = { kind: 'tracks', id: null, title: 'List' } as const
const damaged = failure('file-damaged', { name: 'song.flac' })
const missing = failure('file-missing')

let stage: Stage
beforeEach(() => {
  stage = setStage()
})

const start = (count = 6): void => stage.player.playNow(testTracks(count), { startIndex: 0, context, shuffle: false })
const currentTrack = (): string | undefined => stage.player.view.queue.current?.track.id
const upcoming = (): string[] => stage.player.view.queue.rest.map((entry) => entry.track.id)
const spoil = (...ids: readonly string[]): void => {
  for (const id of ids) stage.engine.faults.set(`http://localhost/media/${id}`, { load: damaged })
}
const repair = (): void => stage.engine.faults.clear()

describe('tracks that cannot be played', () => {
  test('one is passed over with a word about it, and stays in the queue', async () => {
    spoil('t2')
    start(3)
    await stage.time.advance(181_000)
    expect(currentTrack()).toBe('t3')
    expect(stage.player.view.status.kind).toBe('playing')
    expect(stage.notices).toMatchObject([{ kind: 'skipped', entry: { track: { id: 't2' } }, error: damaged }])
    expect(stage.player.view.queue.past.map((entry) => entry.track.id)).toEqual(['t1', 't2'])
  })

  test('three in a row stop it, with the queue as it was and the first of them in its place', async () => {
    spoil('t2', 't3', 't4')
    start()
    await stage.time.advance(200_000)
    expect(stage.player.view).toMatchObject({
      status: { kind: 'stopped', error: { code: 'playback-failed-repeatedly' } },
      wantsPlay: false,
    })
    expect(currentTrack()).toBe('t2')
    expect(upcoming()).toEqual(['t3', 't4', 't5', 't6'])
    expect(stage.player.view.queue.past.map((entry) => entry.track.id)).toEqual(['t1'])
    expect(stage.heardTracks()).toEqual(['t1'])
    expect(stage.notices.map((notice) => notice.kind)).toEqual(['skipped', 'skipped', 'stopped'])
    expect(stage.notices.at(-1)).toMatchObject({ error: { code: 'playback-failed-repeatedly' } })
  })

  test('three failures of a node stop it as well, and say what is wrong with the node', async () => {
    const away = failure('node-unreachable')
    for (const id of ['t1', 't2', 't3']) stage.engine.faults.set(`http://localhost/media/${id}`, { load: away })
    start()
    await stage.time.advance(5_000)
    expect(stage.player.view.status).toEqual({ kind: 'stopped', error: away })
    expect(currentTrack()).toBe('t1')
    expect(upcoming()).toEqual(['t2', 't3', 't4', 't5', 't6'])
    expect(stage.notices.at(-1)).toEqual({ kind: 'stopped', error: away })
  })

  test('a list that ends in failures says that it has stopped, and why', async () => {
    spoil('t2', 't3')
    start(3)
    await stage.time.advance(200_000)
    expect(currentTrack()).toBe('t2')
    expect(stage.notices.map((notice) => notice.kind)).toEqual(['skipped', 'stopped'])
    expect(stage.notices.at(-1)).toEqual({ kind: 'stopped', error: damaged })
  })

  test('after a stop, Play tries again from there', async () => {
    spoil('t1', 't2', 't3')
    start()
    await stage.time.advance(5_000)
    repair()
    stage.player.play()
    await stage.time.advance(1_000)
    expect(stage.player.view.status.kind).toBe('playing')
    expect(stage.heardTracks()).toEqual(['t1'])
  })

  test('after a stop, Next tries the one after it', async () => {
    spoil('t1', 't2', 't3')
    start()
    await stage.time.advance(5_000)
    repair()
    stage.player.next()
    await stage.time.advance(1_000)
    expect(stage.heardTracks()).toEqual(['t2'])
  })

  test('some seconds heard begin a new row, a moment does not', async () => {
    const breaksAt = (positionMs: number) => ({ breaksAt: { positionMs, error: damaged } })
    for (const id of ['t1', 't2', 't4']) stage.engine.faults.set(`http://localhost/media/${id}`, breaksAt(1_000))
    stage.engine.faults.set('http://localhost/media/t3', breaksAt(3_500))
    start()
    await stage.time.advance(40_000)
    expect(currentTrack()).toBe('t5')
    expect(stage.notices).toHaveLength(4)
    stage = setStage()
    for (const id of ['t1', 't2', 't3']) stage.engine.faults.set(`http://localhost/media/${id}`, breaksAt(1_000))
    start()
    await stage.time.advance(40_000)
    expect(stage.player.view.status.kind).toBe('stopped')
    expect(currentTrack()).toBe('t1')
  })

  test('a list with one bad track stops with the reason itself', async () => {
    stage.engine.faults.set('http://localhost/media/t1', { load: missing })
    start(1)
    await stage.time.advance(1_000)
    expect(stage.player.view.status).toEqual({ kind: 'stopped', error: missing })
    expect(currentTrack()).toBe('t1')
  })

  test('repeat does not try for ever', async () => {
    spoil('t1', 't2')
    stage.player.setRepeat('all')
    start(2)
    await stage.time.advance(60_000)
    expect(stage.player.view.status).toMatchObject({ kind: 'stopped', error: { code: 'playback-failed-repeatedly' } })
    stage.player.setRepeat('one')
    stage.player.play()
    await stage.time.advance(60_000)
    expect(stage.player.view.status.kind).toBe('stopped')
    expect(stage.time.timers()).toBeLessThan(3)
  })

  test('a file that breaks off while playing at the end of the list can be taken up where it broke', async () => {
    stage.engine.faults.set('http://localhost/media/t1', { breaksAt: { positionMs: 50_000, error: missing } })
    start(1)
    await stage.time.advance(60_000)
    expect(stage.player.view.status).toEqual({ kind: 'stopped', error: missing })
    expect(stage.player.position().positionMs).toBe(50_000)
    repair()
    stage.player.play()
    await stage.time.advance(1_000)
    expect(stage.engine.heard.at(-1)).toMatchObject({ fromMs: 50_000 })
  })

  test('a next track that could not be prepared is tried again when its turn has come', async () => {
    stage.engine.faults.set('http://localhost/media/t2', { next: missing })
    start(3)
    await stage.time.advance(100_000)
    expect(stage.notices).toEqual([])
    expect(stage.player.view.status.kind).toBe('playing')
    await stage.time.advance(90_000)
    expect(stage.heardTracks()).toEqual(['t1', 't2'])
  })

  test('a next track that failed is not asked for again and again', async () => {
    spoil('t2')
    start(3)
    await stage.time.advance(1_000)
    for (let count = 0; count < 20; count += 1) stage.player.setVolume(count / 20)
    stage.player.playLater([])
    stage.player.setRepeat('all')
    stage.changeSettings({ crossfadeMs: 5_000 })
    expect(stage.engine.nextKey()).toBeNull()
    await stage.time.advance(182_000)
    expect(currentTrack()).toBe('t3')
  })

  test('a track that fails while paused waits with its reason', async () => {
    spoil('t1')
    start(3)
    stage.player.pause()
    await stage.time.advance(5_000)
    expect(stage.player.view.status).toEqual({ kind: 'stopped', error: damaged })
    expect(currentTrack()).toBe('t1')
    expect(stage.notices).toEqual([])
  })

  test('an output that gives no sound is not the fault of the track: it stops there, with the reason', async () => {
    const blocked = failure('output-blocked')
    start(3)
    await stage.time.advance(30_000)
    stage.player.pause()
    stage.player.play()
    const key = stage.engine.heard[0]?.key ?? ''
    stage.engine.tell({ kind: 'state', state: { kind: 'failed', key, error: blocked } })
    expect(stage.player.view.status).toEqual({ kind: 'stopped', error: blocked })
    expect(currentTrack()).toBe('t1')
    expect(stage.notices).toEqual([])
    stage.player.play()
    await stage.time.advance(1_000)
    expect(Math.round((stage.engine.heard.at(-1)?.fromMs ?? 0) / 1_000)).toBe(30)
  })

  describe('while the backend does not answer', () => {
    const interrupted = failure('media-interrupted')
    const closed = failure('bridge-closed')
    const writes = ['session.saveQueue', 'session.savePlace', 'history.record'] as const
    const lose = (...ids: readonly string[]): void => {
      for (const id of ids) stage.engine.faults.set(`http://localhost/media/${id}`, { load: interrupted })
      for (const name of writes) stage.backend.failing.set(name, closed)
      stage.setConnected(false)
    }
    const comeBack = (): void => {
      stage.engine.faults.clear()
      stage.backend.failing.clear()
      stage.setConnected(true)
    }

    test('nothing is passed over: what plays stops where it broke off, and Play takes it up there', async () => {
      start()
      stage.engine.faults.set('http://localhost/media/t1', { breaksAt: { positionMs: 50_000, error: interrupted } })
      await stage.time.advance(40_000)
      lose('t2', 't3', 't4')
      await stage.time.advance(60_000)
      expect(stage.player.view).toMatchObject({ status: { kind: 'stopped', error: closed }, wantsPlay: false })
      expect(currentTrack()).toBe('t1')
      expect(stage.notices).toEqual([])
      comeBack()
      expect(stage.player.view.status.kind).toBe('paused')
      stage.player.play()
      await stage.time.advance(1_000)
      expect(stage.engine.heard.at(-1)).toMatchObject({ url: 'http://localhost/media/t1', fromMs: 50_000 })
    })

    test('Next goes one on and no further, as often as it is pressed, and is never said to be the files’ fault', async () => {
      start()
      await stage.time.advance(10_000)
      lose('t2', 't3', 't4', 't5')
      for (const expected of ['t2', 't3', 't4', 't5']) {
        stage.player.next()
        await stage.time.advance(5_000)
        expect(currentTrack()).toBe(expected)
        expect(stage.player.view.status).toEqual({ kind: 'stopped', error: closed })
      }
      expect(stage.notices).toEqual([])
      comeBack()
      stage.player.play()
      await stage.time.advance(1_000)
      expect(stage.player.view.status.kind).toBe('playing')
      expect(stage.heardTracks()).toEqual(['t1', 't5'])
    })

    test('what could not be stored is stored when it is back, without anything being pressed', async () => {
      start()
      await stage.time.advance(10_000)
      lose('t2')
      stage.player.next()
      stage.player.playLater(testTracks(1))
      await stage.time.advance(5_000)
      comeBack()
      await stage.time.advance(1_000)
      const entryId = stage.player.view.queue.current?.entryId
      expect(stage.backend.stored.queue).toMatchObject({ current: { entryId, trackId: 't2' } })
      expect(stage.backend.stored.place?.entryId).toBe(entryId)
    })

    test('a disk that is full is still told later', async () => {
      start()
      await stage.time.advance(10_000)
      lose()
      stage.player.playLater(testTracks(1))
      await stage.time.advance(5_000)
      comeBack()
      for (const name of writes) stage.backend.failing.set(name, failure('disk-full'))
      stage.player.playLater(testTracks(1))
      await stage.time.advance(5_000)
      expect(stage.notices).toEqual([{ kind: 'notSaved', error: failure('disk-full') }])
    })
  })

  test('a transfer that breaks though the backend answers counts as the track’s', async () => {
    stage.engine.faults.set('http://localhost/media/t1', { load: failure('media-interrupted') })
    start(3)
    await stage.time.advance(2_000)
    expect(currentTrack()).toBe('t2')
    expect(stage.notices).toMatchObject([{ kind: 'skipped', error: { code: 'media-interrupted' } }])
  })

  test('a lost output device is told and does not stop the music', async () => {
    start()
    await stage.time.advance(1_000)
    stage.engine.tell({ kind: 'outputLost' })
    expect(stage.notices).toEqual([{ kind: 'outputLost' }])
    expect(stage.player.view.status.kind).toBe('playing')
  })
})
