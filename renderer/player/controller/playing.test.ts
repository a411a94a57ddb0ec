import { beforeEach, describe, expect, test } from 'vitest'
import { failure } from '../../../src/contract/index.ts'
import type { Surroundings } from './types.ts'
import { setStage, type Stage, testAlbum, testTrack, testTracks } from './testing/index.ts'

const context = { kind: 'tracks', id: null, title: 'List' } as const
const minute = 60_000

let stage: Stage
beforeEach(() => {
  stage = setStage()
})

const start = (count = 5, startIndex = 0): void =>
  stage.player.playNow(testTracks(count), { startIndex, context, shuffle: false })
const currentTrack = (): string | undefined => stage.player.view.queue.current?.track.id
const status = (): string => stage.player.view.status.kind

describe('listening', () => {
  test('plays the list through and rests on its last track, which Play then replays', async () => {
    start(3)
    expect(stage.player.view).toMatchObject({ status: { kind: 'loading' }, wantsPlay: true })
    await stage.time.advance(9 * minute + 1_000)
    expect(stage.heardTracks()).toEqual(['t1', 't2', 't3'])
    expect(stage.player.view).toMatchObject({ status: { kind: 'paused' }, wantsPlay: false, canNext: false })
    expect(stage.player.position()).toMatchObject({ key: stage.player.view.queue.current?.entryId, positionMs: 0 })
    stage.player.toggle()
    await stage.time.advance(1_000)
    expect(stage.heardTracks()).toEqual(['t1', 't2', 't3', 't3'])
    expect(status()).toBe('playing')
  })

  test('a track of a long list sounds at once; the list joins it later and changes nothing that is heard', async () => {
    const [before, here, after] = [testTrack('before'), testTrack('here'), testTrack('after')]
    const { promise, resolve } = Promise.withResolvers<Surroundings | null>()
    stage.player.playNow([here], { startIndex: 0, context, surroundings: promise })
    await stage.time.advance(2_000)
    expect(stage.heardTracks()).toEqual(['here'])
    resolve({ before: [before], after: [after] })
    await stage.time.advance(3 * minute)
    expect(stage.heardTracks()).toEqual(['here', 'after'])
    expect(stage.player.view.queue.past.map((entry) => entry.track.id)).toEqual(['before', 'here'])
  })

  test('the rest of a list that was left meanwhile stays away', async () => {
    const { promise, resolve } = Promise.withResolvers<Surroundings | null>()
    stage.player.playNow([testTrack('old')], { startIndex: 0, context, surroundings: promise })
    stage.player.playNow([testTrack('new')], { startIndex: 0, context })
    resolve({ before: [], after: [testTrack('older')] })
    await stage.time.advance(1_000)
    expect(stage.player.view.queue.rest).toEqual([])
  })

  test('what was added after the end plays when Play is pressed', async () => {
    start(1)
    await stage.time.advance(4 * minute)
    stage.player.playLater([testTrack('late')])
    expect(stage.player.view.wantsPlay).toBe(false)
    stage.player.play()
    await stage.time.advance(1_000)
    expect(currentTrack()).toBe('late')
    expect(stage.player.view.queue.past).toHaveLength(1)
  })

  test('the next track is declared ahead, and a change of what follows reaches the engine at once', async () => {
    start(3)
    await stage.time.advance(1_000)
    const entryOf = (key: string | null): string => key?.replace(/#\d+$/, '') ?? ''
    const followsNow = (): string => entryOf(stage.engine.nextKey())
    expect(followsNow()).toBe(stage.player.view.queue.rest[0]?.entryId)
    stage.player.playNext([testTrack('x')])
    expect(followsNow()).toBe(stage.player.view.queue.queued[0]?.entryId)
    const undo = stage.player.clearUpcoming()
    expect(stage.engine.nextKey()).toBeNull()
    undo()
    expect(followsNow()).toBe(stage.player.view.queue.queued[0]?.entryId)
    stage.player.setRepeat('one')
    expect(followsNow()).toBe(stage.player.view.queue.current?.entryId)
  })

  test('a change that leaves what follows alone does not disturb what is prepared', async () => {
    start(4)
    await stage.time.advance(1_000)
    const key = stage.engine.nextKey()
    stage.player.playNow([], { startIndex: 0, context })
    stage.player.setVolume(0.5)
    stage.player.remove([stage.player.view.queue.rest[2]?.entryId ?? ''])
    stage.player.setRepeat('all')
    expect(stage.engine.nextKey()).toBe(key)
  })

  test('A, B and A again in quick succession ends on A, playing', async () => {
    stage.engine.latencyMs = () => 300
    stage.player.playNow([testTrack('a')], { startIndex: 0, context })
    await stage.time.advance(50)
    stage.player.playNow([testTrack('b')], { startIndex: 0, context })
    await stage.time.advance(50)
    stage.player.playNow([testTrack('a')], { startIndex: 0, context })
    await stage.time.advance(1_000)
    expect(stage.heardTracks()).toEqual(['a'])
    expect(currentTrack()).toBe('a')
    expect(status()).toBe('playing')
  })

  test('word of an earlier load changes nothing', async () => {
    start(3)
    await stage.time.advance(1_000)
    const key = stage.engine.heard[0]?.key ?? ''
    stage.player.next()
    await stage.time.advance(1_000)
    const { view } = stage.player
    stage.engine.tell({ kind: 'state', state: { kind: 'failed', key, error: failure('file-damaged') } })
    stage.engine.tell({ kind: 'state', state: { kind: 'ended', key } })
    stage.engine.tell({ kind: 'advanced', fromKey: key, key: 'other', heardMs: 1 })
    stage.engine.tell({ kind: 'nextFailed', key, error: failure('file-damaged') })
    stage.engine.tell({ kind: 'duration', key, durationMs: 5 })
    expect(stage.player.view).toBe(view)
    expect(stage.notices).toEqual([])
  })

  test('an entry removed just as the engine went over to it is not played on', async () => {
    stage.engine.eventDelayMs = () => 30
    start(3)
    await stage.time.advance(3 * minute + 25)
    expect(stage.heardTracks()).toEqual(['t1', 't2'])
    expect(currentTrack()).toBe('t1')
    stage.player.remove([stage.player.view.queue.rest[0]?.entryId ?? ''])
    await stage.time.advance(1_000)
    expect(currentTrack()).toBe('t3')
    expect(stage.heardTracks()).toEqual(['t1', 't2', 't3'])
    expect(stage.engine.heard[1]?.toMs).toBeLessThan(100)
  })

  test('the length becomes exact as soon as the engine knows it', async () => {
    stage.engine.lengths.set('http://localhost/media/t1', 181_234)
    start()
    expect(stage.player.view.durationMs).toBe(180_000)
    await stage.time.advance(1_000)
    expect(stage.player.view.durationMs).toBe(181_234)
  })

  test('a stall is shown, and passes', async () => {
    stage.engine.faults.set('http://localhost/media/t1', { stalls: { positionMs: 5_000, forMs: 4_000 } })
    start()
    await stage.time.advance(6_000)
    expect(stage.player.view).toMatchObject({ status: { kind: 'stalled' }, wantsPlay: true })
    await stage.time.advance(4_000)
    expect(status()).toBe('playing')
  })

  test('an engine that comes to rest by itself is shown paused, and goes on by itself', async () => {
    start()
    await stage.time.advance(1_000)
    const key = stage.engine.heard[0]?.key ?? ''
    stage.engine.tell({ kind: 'state', state: { kind: 'paused', key } })
    expect(stage.player.view).toMatchObject({ status: { kind: 'paused' }, wantsPlay: false })
    stage.engine.tell({ kind: 'state', state: { kind: 'playing', key } })
    expect(stage.player.view).toMatchObject({ status: { kind: 'playing' }, wantsPlay: true })
  })

  test('the view is new only when something in it changed', async () => {
    start()
    await stage.time.advance(1_000)
    const { view } = stage.player
    let told = 0
    stage.player.subscribe(() => {
      told += 1
    })
    await stage.time.advance(20_000)
    stage.player.seek(50_000)
    expect(stage.player.view).toBe(view)
    expect(told).toBe(0)
    stage.player.setVolume(0.3)
    expect(stage.player.view.queue).toBe(view.queue)
    expect(told).toBe(1)
  })
})

describe('transport', () => {
  test('Previous restarts after three seconds, and goes back before that', async () => {
    start(3, 1)
    await stage.time.advance(5_000)
    stage.player.previous()
    expect(currentTrack()).toBe('t2')
    expect(stage.player.position().positionMs).toBe(0)
    await stage.time.advance(2_000)
    stage.player.previous()
    await stage.time.advance(1_000)
    expect(currentTrack()).toBe('t1')
    expect(status()).toBe('playing')
    stage.player.previous()
    expect(stage.player.position().positionMs).toBe(0)
    expect(currentTrack()).toBe('t1')
  })

  test('skipping while paused stays paused; choosing an entry plays', async () => {
    start(4)
    await stage.time.advance(1_000)
    stage.player.pause()
    stage.player.next()
    await stage.time.advance(1_000)
    expect(currentTrack()).toBe('t2')
    expect(stage.player.view).toMatchObject({ status: { kind: 'paused' }, wantsPlay: false })
    expect(stage.heardTracks()).toEqual(['t1'])
    stage.player.jumpTo(stage.player.view.queue.rest[1]?.entryId ?? '')
    await stage.time.advance(1_000)
    expect(stage.heardTracks()).toEqual(['t1', 't4'])
    stage.player.jumpTo(stage.player.view.queue.past[0]?.entryId ?? '')
    await stage.time.advance(1_000)
    expect(currentTrack()).toBe('t1')
  })

  test('pausing while a track still loads keeps it silent', async () => {
    start()
    stage.player.pause()
    await stage.time.advance(5_000)
    expect(stage.engine.heard).toEqual([])
    expect(status()).toBe('paused')
    stage.player.play()
    await stage.time.advance(1_000)
    expect(status()).toBe('playing')
  })

  test('Next goes on with repeat one; the natural end replays', async () => {
    start(2)
    stage.player.setRepeat('one')
    await stage.time.advance(7 * minute)
    expect(stage.heardTracks()).toEqual(['t1', 't1', 't1'])
    stage.player.next()
    await stage.time.advance(1_000)
    expect(currentTrack()).toBe('t2')
    expect(stage.player.view.canNext).toBe(true)
  })

  test('repeat all with shuffle starts again in a new order, joined without a gap', async () => {
    stage.player.playNow(testTracks(4), { startIndex: 0, context, shuffle: true })
    stage.player.setRepeat('all')
    await stage.time.advance(12 * minute + 1_000)
    expect(stage.player.view.queue.rest).toHaveLength(3)
    expect(stage.heardTracks()).toHaveLength(5)
    expect(new Set(stage.heardTracks().slice(0, 4)).size).toBe(4)
    expect(stage.engine.joins.size).toBe(4)
  })

  test('seeking stays inside the track and works at its end too', async () => {
    start(1)
    await stage.time.advance(1_000)
    stage.player.seekBy(-10_000)
    expect(stage.player.position().positionMs).toBe(0)
    stage.player.seek(Number.NaN)
    stage.player.seek(100_000)
    expect(stage.player.position().positionMs).toBe(100_000)
    stage.player.seekBy(1e9)
    await stage.time.advance(1_000)
    expect(stage.player.view.wantsPlay).toBe(false)
    stage.player.seek(60_000)
    stage.player.play()
    await stage.time.advance(1_000)
    expect(stage.player.position().positionMs).toBeGreaterThan(60_000)
  })

  test('queueing into an empty player starts it', async () => {
    stage.player.playLater(testTracks(2, 'q'))
    await stage.time.advance(1_000)
    expect(stage.heardTracks()).toEqual(['q1'])
    expect(stage.player.view.queue.queued).toHaveLength(1)
  })

  test('removing the current track goes on with the next one; removing all falls silent; undo brings them back', async () => {
    start(3)
    await stage.time.advance(1_000)
    stage.player.remove([stage.player.view.queue.current?.entryId ?? ''])
    await stage.time.advance(1_000)
    expect(stage.heardTracks()).toEqual(['t1', 't2'])
    const { current, rest } = stage.player.view.queue
    const undo = stage.player.remove([current?.entryId ?? '', ...rest.map((entry) => entry.entryId)])
    expect(stage.player.view).toMatchObject({ status: { kind: 'idle' }, wantsPlay: false, canPrevious: false })
    await stage.time.advance(5_000)
    expect(stage.engine.state.kind).toBe('empty')
    undo()
    await stage.time.advance(1_000)
    expect(stage.player.view).toMatchObject({ status: { kind: 'paused' }, wantsPlay: false })
    expect(currentTrack()).toBe('t2')
  })

  test('removing the last track while it plays falls back to the one before, silent', async () => {
    start(2, 1)
    await stage.time.advance(5_000)
    stage.player.remove([stage.player.view.queue.current?.entryId ?? ''])
    await stage.time.advance(5_000)
    expect(currentTrack()).toBe('t1')
    expect(stage.player.view).toMatchObject({ status: { kind: 'paused' }, wantsPlay: false })
    expect(stage.heardTracks()).toEqual(['t2'])
  })

  test('volume and mute reach the engine, inside their range', () => {
    stage.player.setVolume(7)
    stage.player.setMuted(true)
    expect(stage.engine).toMatchObject({ volume: 1, muted: true })
    stage.player.setVolume(Number.NaN)
    expect(stage.player.view).toMatchObject({ volume: 1, muted: true })
  })
})

describe('settings while playing', () => {
  test('crossfade is used between tracks that are not neighbours of an album, and changes with the setting', async () => {
    stage = setStage({ settings: { crossfadeMs: 5_000 } })
    stage.player.playNow([...testAlbum(2), testTrack('x'), testTrack('y')], { startIndex: 0, context, shuffle: false })
    await stage.time.advance(7 * minute)
    stage.changeSettings({ crossfadeMs: 0 })
    await stage.time.advance(4 * minute)
    expect([...stage.engine.joins.values()]).toEqual(['gapless', 'crossfade', 'gapless'])
  })

  test('a skip by hand is never a join', async () => {
    stage = setStage({ settings: { crossfadeMs: 5_000 } })
    start(3)
    await stage.time.advance(1_000)
    stage.player.next()
    await stage.time.advance(1_000)
    expect(stage.engine.joins.size).toBe(0)
  })

  test('loudness changes the gain of what plays and of what is prepared', async () => {
    const loudness = { trackGainDb: -20, trackPeak: 1, albumGainDb: null, albumPeak: null }
    const tracks = [testTrack('a', { loudness }), testTrack('b', { loudness })]
    stage.player.playNow(tracks, { startIndex: 0, context })
    await stage.time.advance(1_000)
    expect([...stage.engine.gains.values()]).toEqual([0.1, 0.1])
    stage.changeSettings({ loudness: 'off' })
    expect([...stage.engine.gains.values()]).toEqual([1, 1])
  })

  test('the chosen output device is used, and its loss is told once', async () => {
    stage.changeSettings({ outputDevice: { id: 'headphones', label: 'Headphones' } })
    stage.changeSettings({ crossfadeMs: 1_000 })
    await stage.time.settle()
    expect(stage.engine.outputChoices).toEqual(['headphones'])
    stage.engine.missingOutputs.add('gone')
    stage.changeSettings({ outputDevice: { id: 'gone', label: 'Gone' } })
    await stage.time.settle()
    expect(stage.notices).toEqual([{ kind: 'outputLost' }])
  })
})

describe('several pages', () => {
  test('another page that plays silences this one; Play takes it back', async () => {
    start()
    await stage.time.advance(10_000)
    stage.backend.emit('playback.elsewhere', null)
    expect(stage.player.view).toMatchObject({ status: { kind: 'elsewhere' }, wantsPlay: false })
    expect(stage.engine.state.kind).toBe('paused')
    stage.player.next()
    expect(status()).toBe('elsewhere')
    stage.player.toggle()
    await stage.time.advance(1_000)
    expect(status()).toBe('playing')
    expect(stage.backend.calls.filter((call) => call.name === 'playback.claim')).toHaveLength(2)
  })

  test('a claim of another page that came before our own does not silence us', async () => {
    stage.backend.latencyMs = () => 50
    start()
    stage.backend.emit('playback.elsewhere', null)
    await stage.time.advance(1_000)
    expect(status()).toBe('playing')
    stage.backend.emit('playback.elsewhere', null)
    expect(status()).toBe('elsewhere')
  })

  test('a page with nothing in it has nothing to say about other pages', () => {
    stage.backend.emit('playback.elsewhere', null)
    expect(status()).toBe('idle')
  })
})
