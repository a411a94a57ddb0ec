import fs from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PlayRecord, RecentPlay } from '../../../src/contract/index.ts'
import { silentLog } from '../log/index.ts'
import { type OpenedStore, createTrackRepository, openStore } from '../store/index.ts'
import { sampleStoredTrack, sampleTrack, temporaryFolder } from '../store/testing/index.ts'
import { type HistoryStore, createHistory } from './index.ts'

let folder: string
let store: OpenedStore
let told: RecentPlay[]
let history: HistoryStore

beforeEach(() => {
  folder = temporaryFolder()
  store = openStore({ folder, log: silentLog })
  createTrackRepository(store).saveTracks(['a', 'b', 'c'].map((id) => sampleStoredTrack(id)))
  told = []
  history = createHistory(store, (play) => told.push(play))
})

afterEach(() => {
  store.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

const play = (playId: string, trackId: string, startedAt: number, changes: Partial<PlayRecord> = {}): PlayRecord => ({
  playId,
  trackId,
  startedAt,
  heardMs: 1000,
  end: 'finished',
  ...changes,
})

const recent = (limit = 10): string[] => history.recent(limit).map((one) => one.playId)

test('recent plays are newest first, one per track, as many as asked', () => {
  history.record(play('1', 'a', 100))
  history.record(play('2', 'b', 200))
  history.record(play('3', 'a', 300))
  history.record(play('4', 'c', 50))
  expect(recent()).toEqual(['3', '2', '4'])
  expect(recent(2)).toEqual(['3', '2'])
  expect(history.recent(1)).toEqual([{ ...play('3', 'a', 300), track: sampleTrack('a') }])
})

test('plays that started in the same millisecond still make one row per track', () => {
  history.record(play('1', 'a', 100))
  history.record(play('2', 'a', 100))
  history.record(play('3', 'b', 100))
  expect(recent()).toEqual(['3', '2'])
})

test('a play that goes on is one play; it is told when it begins and when it ends', () => {
  const running = play('1', 'a', 100, { end: 'interrupted', heardMs: 0 })
  history.record(running)
  history.record({ ...running, heardMs: 5000 })
  history.record({ ...running, heardMs: 10_000 })
  history.record({ ...running, heardMs: 12_345.6, end: 'skipped' })
  const track = sampleTrack('a')
  expect(history.recent(10)).toEqual([{ ...running, heardMs: 12_345.6, end: 'skipped', track }])
  expect(told).toEqual([
    { ...running, track },
    { ...running, heardMs: 12_345.6, end: 'skipped', track },
  ])
})

test('a play that was going on when the app was killed stays as interrupted, with what was heard', () => {
  history.record(play('1', 'a', 100, { end: 'interrupted', heardMs: 7000 }))
  store.close()
  store = openStore({ folder, log: silentLog })
  const [after] = createHistory(store, () => undefined).recent(1)
  expect([after?.end, after?.heardMs]).toEqual(['interrupted', 7000])
})

test('a track that failed before a sound was heard is neither recent nor told', () => {
  history.record(play('1', 'a', 100))
  history.record(play('2', 'a', 200, { end: 'failed', heardMs: 0 }))
  history.record(play('3', 'b', 300, { end: 'failed', heardMs: 0 }))
  history.record(play('4', 'c', 400, { end: 'failed', heardMs: 900 }))
  expect(recent()).toEqual(['4', '1'])
  expect(told.map(({ playId }) => playId)).toEqual(['1', '4'])
})

test('history remembers tracks whose files are gone, as they were when last played', () => {
  history.record(play('1', 'a', 100))
  createTrackRepository(store).saveTracks([sampleStoredTrack('a', { track: sampleTrack('a', { title: 'Renamed' }) })])
  history.record(play('2', 'a', 200, { end: 'interrupted' }))
  store.run('DELETE FROM track')
  history.record(play('2', 'a', 200, { end: 'stopped' }))
  expect(history.recent(10).map(({ playId, end, track }) => [playId, end, track.title])).toEqual([
    ['2', 'stopped', 'Renamed'],
  ])
})

test('a play of a track nobody knows is refused', () => {
  expect(() => history.record(play('1', 'unknown', 100))).toThrow('not-found')
  expect(recent()).toEqual([])
})
