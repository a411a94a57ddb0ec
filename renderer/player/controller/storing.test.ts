import { beforeEach, describe, expect, test } from 'vitest'
import { failure, type PlayRecord } from '../../../src/contract/index.ts'
import { type FakeStore, setStage, type Stage, testTracks } from './testing/index.ts'

const context = { kind: 'album', id: 'album', title: 'Album' } as const
const library = testTracks(6)

let stage: Stage
let stored: FakeStore
beforeEach(() => {
  stored = { queue: null, place: null, plays: new Map() }
  stage = setStage({ stored, library })
})

const start = (startIndex = 0): void => stage.player.playNow(library, { startIndex, context, shuffle: false })
const plays = (): PlayRecord[] => [...stored.plays.values()]
const saves = (name: 'session.saveQueue' | 'session.savePlace'): number =>
  stage.backend.calls.filter((call) => call.name === name).length

/** The app is killed and started again. */
async function restart(found = library): Promise<void> {
  stage = setStage({ stored, library: found })
  await stage.time.advance(1_000)
}

describe('the queue and the place', () => {
  test('are there after a restart, paused at the same place, with volume and mute', async () => {
    start(1)
    stage.player.playLater(library.slice(5))
    stage.player.setRepeat('all')
    stage.player.setVolume(0.4)
    stage.player.setMuted(true)
    await stage.time.advance(42_000)
    stage.player.pause()
    await stage.time.advance(1_000)
    const before = stage.player.view
    const { positionMs } = stage.player.position()
    await restart()
    expect(stage.player.view).toMatchObject({ status: { kind: 'paused' }, wantsPlay: false, volume: 0.4, muted: true })
    expect(stage.player.view.queue.queued.map((entry) => entry.entryId)).toEqual(
      before.queue.queued.map((entry) => entry.entryId),
    )
    expect(stage.player.view.queue).toMatchObject({ context, repeat: 'all', shuffle: false })
    expect(stage.player.view.queue.current?.entryId).toBe(before.queue.current?.entryId)
    expect(stage.player.position().positionMs).toBe(positionMs)
    expect(stage.engine).toMatchObject({ volume: 0.4, muted: true, heard: [] })
    stage.player.play()
    await stage.time.advance(1_000)
    expect(stage.engine.heard[0]).toMatchObject({ fromMs: positionMs })
  })

  test('killed while playing, at most five seconds are lost', async () => {
    start()
    await stage.time.advance(63_000)
    await restart()
    expect(stage.player.position().positionMs).toBeGreaterThan(57_900)
    expect(stage.player.view.queue.current?.track.id).toBe('t1')
  })

  test('killed right after a skip, the new track is the current one', async () => {
    start()
    await stage.time.advance(10_000)
    stage.player.next()
    await stage.time.advance(10)
    await restart()
    expect(stage.player.view.queue.current?.track.id).toBe('t2')
    expect(stage.player.view.queue.past.map((entry) => entry.track.id)).toEqual(['t1'])
  })

  test('are stored when the page goes away, whatever is waiting', async () => {
    start()
    await stage.time.advance(4_000)
    stage.player.playLater(library.slice(0, 1))
    stage.hidePage()
    await stage.time.settle()
    await stage.time.advance(5)
    expect(stored.queue?.upcoming).toHaveLength(6)
    expect(stored.place?.positionMs).toBeGreaterThan(3_900)
  })

  test('a page that only looked on leaves what another page stored alone', async () => {
    start()
    await stage.time.advance(10_000)
    await restart()
    stage.backend.emit('playback.elsewhere', null)
    expect(stage.player.view.status.kind).toBe('elsewhere')
    stage.hidePage()
    stage.player.dispose()
    await stage.time.advance(1_000)
    expect(saves('session.saveQueue') + saves('session.savePlace')).toBe(0)
  })

  test('a page that has given playback away does not write over what the other one stores', async () => {
    start()
    await stage.time.advance(10_000)
    stage.backend.emit('playback.elsewhere', null)
    await stage.time.advance(1_000)
    const before = saves('session.saveQueue') + saves('session.savePlace')
    stage.hidePage()
    await stage.time.advance(1_000)
    expect(saves('session.saveQueue') + saves('session.savePlace')).toBe(before)
  })

  test('many changes at once are stored once; a paused player stores nothing', async () => {
    start()
    await stage.time.advance(2_000)
    const before = saves('session.saveQueue')
    for (let count = 0; count < 50; count += 1) stage.player.playLater(library.slice(0, 1))
    await stage.time.advance(2_000)
    expect(saves('session.saveQueue')).toBe(before + 1)
    stage.player.pause()
    await stage.time.advance(1_000)
    const all = stage.backend.calls.length
    await stage.time.advance(3_600_000)
    expect(stage.backend.calls).toHaveLength(all)
    expect(stage.time.timers()).toBe(0)
  })

  test('one write waits for the other, and the last one is what stays', async () => {
    let slow = 400
    stage.backend.latencyMs = () => {
      slow = Math.max(1, slow - 7)
      return slow
    }
    start()
    for (let count = 0; count < 40; count += 1) {
      stage.player.seek(count * 1_000)
      stage.player.playLater(library.slice(0, 1))
      await stage.time.advance(90)
    }
    stage.player.pause()
    await stage.time.advance(2_000)
    expect(stage.backend.mostAtOnce('session.saveQueue')).toBe(1)
    expect(stage.backend.mostAtOnce('session.savePlace')).toBe(1)
    expect(stored.queue?.upcoming).toHaveLength(45)
    expect(stored.place?.positionMs).toBe(stage.player.position().positionMs)
  })

  test('a store that fails is told once, disturbs nothing, and gets everything once it works again', async () => {
    for (const name of ['session.saveQueue', 'session.savePlace', 'history.record'] as const) {
      stage.backend.failing.set(name, failure('disk-full'))
    }
    start()
    await stage.time.advance(400_000)
    expect(stage.notices).toEqual([{ kind: 'notSaved', error: failure('disk-full') }])
    expect(stage.heardTracks()).toEqual(['t1', 't2', 't3'])
    expect(stored.queue).toBeNull()
    stage.backend.failing.clear()
    await stage.time.advance(10_000)
    expect(stored.queue?.current?.trackId).toBe('t3')
    expect(stored.place?.entryId).toBe(stored.queue?.current?.entryId)
    await stage.time.advance(10_000)
    expect(plays().map(({ trackId, end }) => [trackId, end])).toEqual([
      ['t1', 'finished'],
      ['t2', 'finished'],
      ['t3', 'interrupted'],
    ])
  })
})

describe('a restart with tracks gone', () => {
  test('says how many, keeps the rest, and begins the track that takes the place of the current one', async () => {
    start(2)
    await stage.time.advance(20_000)
    await restart(library.filter((track) => track.id !== 't3' && track.id !== 't5'))
    expect(stage.notices).toEqual([{ kind: 'missing', count: 2 }])
    expect(stage.player.view.queue.current?.track.id).toBe('t4')
    expect(stage.player.position().positionMs).toBe(0)
    expect(stage.player.view.queue.past.map((entry) => entry.track.id)).toEqual(['t1', 't2'])
  })

  test('with all of them gone is an empty player', async () => {
    start()
    await stage.time.advance(20_000)
    await restart([])
    expect(stage.player.view.status).toEqual({ kind: 'idle' })
    expect(stage.notices).toEqual([{ kind: 'missing', count: 6 }])
  })

  test('whose current file cannot be read says so and leaves what is stored alone', async () => {
    start()
    await stage.time.advance(20_000)
    const place = stored.place
    stage = setStage({ stored, library })
    stage.engine.faults.set('http://localhost/media/t1', { load: failure('file-missing') })
    await stage.time.advance(1_000)
    stage.hidePage()
    await stage.time.advance(1_000)
    expect(stage.player.view.status).toEqual({ kind: 'stopped', error: failure('file-missing') })
    expect(stage.player.position().positionMs).toBe(place?.positionMs)
    expect(saves('session.saveQueue') + saves('session.savePlace')).toBe(0)
  })

  test('what is missing only for now is not forgotten by looking', async () => {
    start()
    await stage.time.advance(20_000)
    await restart([])
    stage.hidePage()
    await restart()
    expect(stage.player.view.queue.rest).toHaveLength(5)
  })
})

test('who is faster than the stored session keeps what they chose', async () => {
  start()
  await stage.time.advance(20_000)
  stage = setStage({ stored, library })
  stage.player.setVolume(0.2)
  stage.player.playNow(library.slice(4), { startIndex: 0, context })
  await stage.time.advance(1_000)
  expect(stage.player.view).toMatchObject({ volume: 0.2, status: { kind: 'playing' } })
  expect(stage.heardTracks()).toEqual(['t5'])
})

describe('the play history', () => {
  test('has one record per play, with what was heard and how it ended', async () => {
    start()
    await stage.time.advance(180_000 + 30_000)
    stage.player.next()
    await stage.time.advance(20_000)
    stage.player.playNow(library.slice(4), { startIndex: 0, context })
    await stage.time.advance(5_000)
    stage.hidePage()
    await stage.time.advance(100)
    const short = plays().map(({ trackId, heardMs, end }) => [trackId, Math.round(heardMs / 1_000), end])
    expect(short).toEqual([
      ['t1', 180, 'finished'],
      ['t2', 30, 'skipped'],
      ['t3', 20, 'replaced'],
      ['t5', 5, 'stopped'],
    ])
  })

  test('has no word of what was hardly heard', async () => {
    start()
    for (let count = 0; count < 4; count += 1) {
      await stage.time.advance(800)
      stage.player.next()
    }
    expect(plays()).toEqual([])
  })

  test('killed at any moment, says interrupted and misses at most a quarter of a minute', async () => {
    start()
    await stage.time.advance(2_500)
    expect(plays()).toMatchObject([{ trackId: 't1', end: 'interrupted' }])
    await stage.time.advance(57_500)
    expect(plays()[0]?.heardMs).toBeGreaterThan(44_000)
    stage.player.pause()
    await stage.time.advance(100)
    expect(Math.round((plays()[0]?.heardMs ?? 0) / 100)).toBe(600)
    expect(plays()[0]?.end).toBe('interrupted')
  })

  test('keeps what was heard of a track when a skip comes right at its end', async () => {
    stage.engine.eventDelayMs = () => 30
    start()
    await stage.time.advance(180_030)
    expect(stage.heardTracks()).toEqual(['t1', 't2'])
    expect(stage.player.view.queue.current?.track.id).toBe('t1')
    stage.player.next()
    await stage.time.advance(1_000)
    expect(plays()).toMatchObject([{ trackId: 't1', end: 'skipped' }])
    expect(plays()[0]?.heardMs).toBeGreaterThan(164_000)
  })

  test('counts neither pauses nor what was skipped over, and knows when the play began', async () => {
    start()
    await stage.time.advance(10_000)
    stage.player.pause()
    await stage.time.advance(1_000_000)
    stage.player.play()
    stage.player.seek(170_000)
    await stage.time.advance(15_000)
    expect(plays()[0]).toMatchObject({ trackId: 't1', end: 'finished' })
    expect(Math.round((plays()[0]?.heardMs ?? 0) / 1_000)).toBe(20)
    expect(plays()[0]?.startedAt).toBeLessThan(Date.UTC(2026, 0, 1) + 1_000)
  })

  test('is told of plays that ended while the backend was away, once it is back, in order and once each', async () => {
    start()
    await stage.time.advance(20_000)
    stage.backend.failing.set('history.record', failure('bridge-closed'))
    stage.setConnected(false)
    await stage.time.advance(400_000)
    stage.player.pause()
    await stage.time.advance(1_000)
    expect(plays()).toMatchObject([{ trackId: 't1', end: 'interrupted' }])
    stage.backend.failing.clear()
    const before = stage.backend.calls.length
    stage.setConnected(true)
    await stage.time.advance(1_000)
    expect(plays().map(({ trackId, end }) => [trackId, end])).toEqual([
      ['t1', 'finished'],
      ['t2', 'finished'],
      ['t3', 'interrupted'],
    ])
    const told = stage.backend.calls.slice(before).filter(({ name }) => name === 'history.record')
    expect(told).toHaveLength(3)
    expect(stage.notices).toEqual([])
  })

  test('a track that breaks off has failed; one that is repeated has a record each time', async () => {
    stage.engine.faults.set('http://localhost/media/t1', {
      breaksAt: { positionMs: 40_000, error: failure('file-missing') },
    })
    start()
    await stage.time.advance(41_000)
    stage.player.setRepeat('one')
    await stage.time.advance(400_000)
    const short = plays().map(({ trackId, end }) => [trackId, end])
    expect(short).toEqual([
      ['t1', 'failed'],
      ['t2', 'finished'],
      ['t2', 'finished'],
      ['t2', 'interrupted'],
    ])
    expect(new Set(plays().map((play) => play.playId)).size).toBe(4)
  })
})
