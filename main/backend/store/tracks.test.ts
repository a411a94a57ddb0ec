import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { silentLog } from '../log/index.ts'
import { openMemory } from './connection.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { type Store, createStore } from './store.ts'
import { sampleStoredTrack, sampleTrack } from './testing/index.ts'
import { type TrackRepository, createTrackRepository } from './tracks.ts'

function open(): { database: ReturnType<typeof openMemory>; store: Store; tracks: TrackRepository } {
  const database = openMemory()
  migrate(database, migrations)
  const store = createStore(database, { log: silentLog, now: () => 0, replace: openMemory })
  return { database, store, tracks: createTrackRepository(store, () => 1000) }
}

test('a track comes back as it was saved, by id and by path, whatever its name', () => {
  const { tracks } = open()
  const name = '/music/雨 🎧\n"quoted" \u{202e}.flac'
  const saved = sampleStoredTrack('a', { path: name, coverHash: 'abc', track: sampleTrack('a', { title: name }) })
  tracks.saveTracks([saved])
  expect(tracks.trackById('a')).toEqual(saved)
  expect(tracks.trackByPath(name)).toEqual(saved)
  expect(tracks.trackById('b')).toBeUndefined()
  expect(tracks.trackByPath('/music/other.flac')).toBeUndefined()
})

test('several come back in the asked order, once each, without those that are gone', () => {
  const { tracks } = open()
  tracks.saveTracks(['a', 'b', 'c'].map((id) => sampleStoredTrack(id)))
  const ids = tracks.tracksByIds(['c', 'gone', 'a', 'c', 'b', 'a']).map(({ track }) => track.id)
  expect(ids).toEqual(['c', 'a', 'b'])
})

test('a file that became another track takes its path with it', () => {
  const { tracks } = open()
  tracks.saveTracks([
    sampleStoredTrack('old', { path: '/music/one.flac' }),
    sampleStoredTrack('moved', { path: '/music/two.flac' }),
  ])
  tracks.saveTracks([sampleStoredTrack('moved', { path: '/music/one.flac' })])
  expect(tracks.trackByPath('/music/one.flac')?.track.id).toBe('moved')
  expect(tracks.trackByPath('/music/two.flac')).toBeUndefined()
  expect(tracks.trackById('old')).toBeUndefined()
})

test('tracks without a file live side by side', () => {
  const { tracks } = open()
  tracks.saveTracks(
    ['demo-1', 'demo-2'].map((id) => sampleStoredTrack(id, { path: null, sizeBytes: null, modifiedMs: null })),
  )
  expect(tracks.tracksByIds(['demo-1', 'demo-2'])).toHaveLength(2)
})

test('a track whose stored description is damaged counts as absent, and the others do not', () => {
  const { store, tracks } = open()
  tracks.saveTracks(['a', 'b', 'c'].map((id) => sampleStoredTrack(id)))
  store.run(`UPDATE track SET track_json = '{"id":' WHERE id = 'a'`)
  store.run(`UPDATE track SET track_json = '{"id":"b"}' WHERE id = 'b'`)
  expect(tracks.trackById('a')).toBeUndefined()
  expect(tracks.tracksByIds(['a', 'b', 'c']).map(({ track }) => track.id)).toEqual(['c'])
})

test('with a full disk opened files play on unsaved, and are saved once there is room', () => {
  const { database, store, tracks } = open()
  tracks.saveTracks([sampleStoredTrack('before')])
  database.pragma('max_page_count = 1')
  const many = Array.from({ length: 200 }, (_, index) =>
    sampleStoredTrack(`new-${index}`, { path: `/music/${index}.flac` }),
  )
  tracks.saveTracks(many)
  expect(tracks.trackById('new-7')).toEqual(many[7])
  expect(tracks.trackByPath('/music/7.flac')).toEqual(many[7])
  expect(tracks.tracksByIds(['new-1', 'before', 'new-0']).map(({ track }) => track.id)).toEqual([
    'new-1',
    'before',
    'new-0',
  ])
  expect(() => tracks.saveUnsaved()).toThrow('disk-full')
  database.pragma('max_page_count = 10000')
  tracks.saveUnsaved()
  expect(createTrackRepository(store).trackById('new-199')).toEqual(many[199])
})

test('whatever is saved in whatever order, each path has one track and the last save counts', () => {
  const small = fc.integer({ min: 0, max: 5 })
  const saves = fc.array(fc.record({ id: small, path: fc.option(small, { nil: null }) }), { maxLength: 30 })
  fc.assert(
    fc.property(saves, (list) => {
      const { tracks } = open()
      const model = new Map<string, string | null>()
      for (const save of list) {
        const id = `t${save.id}`
        const path = save.path === null ? null : `/p${save.path}`
        tracks.saveTracks([sampleStoredTrack(id, { path })])
        for (const [other, taken] of model) if (path !== null && taken === path && other !== id) model.delete(other)
        model.set(id, path)
      }
      const ids = ['t0', 't1', 't2', 't3', 't4', 't5']
      const found = new Map(tracks.tracksByIds(ids).map((one) => [one.track.id, one.path]))
      expect(found).toEqual(model)
    }),
    { numRuns: 100 },
  )
})
