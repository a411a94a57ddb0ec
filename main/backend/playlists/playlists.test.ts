import fs from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { createTrackRepository } from '../store/index.ts'
import { sampleStoredTrack, sampleTrack, temporaryFolder } from '../store/testing/index.ts'
import { type TestRoom, context, openRoom, saveTracks } from './testing/index.ts'

let folder: string
let opened: TestRoom

beforeEach(() => {
  folder = temporaryFolder()
  opened = openRoom(folder)
  saveTracks(opened.store, ['a', 'b', 'c', 'd'])
})

afterEach(() => {
  opened.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

const calls = () => opened.room.handlers
const create = (name: string, trackIds: string[] = []) =>
  calls()['playlists.create']({ name, trackIds, rules: null }, context)
const rows = async (id: string, from = 0, to = 1000) =>
  (await calls()['playlists.entries']({ id, range: { from, to } }, context)).rows
const order = async (id: string) => (await rows(id)).map(({ track }) => track.id).join('')
const add = (id: string, trackIds: string[], beforeEntryId: string | null = null) =>
  calls()['playlists.add']({ id, trackIds, beforeEntryId, allowDuplicates: true }, context)
const undo = (undoId: string) => calls()['playlists.undo']({ undoId }, context)

async function entryId(id: string, index: number): Promise<string> {
  const row = (await rows(id))[index]
  if (row === undefined) throw new Error('no such row')
  return row.entryId
}

const rules = {
  match: 'all',
  rules: [{ field: 'liked', is: 'yes' }],
  sort: 'title',
  descending: false,
  limit: null,
} as const

test('a playlist keeps its tracks in order over a restart', async () => {
  const { id } = await create('Mix', ['c', 'a', 'b'])
  opened.close()
  opened = openRoom(folder)
  expect(await order(id)).toBe('cab')
  expect(await calls()['playlists.list'](null, context)).toMatchObject([
    { id, name: 'Mix', trackCount: 3, rules: null },
  ])
})

test('a summary counts, adds up, and shows up to four different covers in order', async () => {
  createTrackRepository(opened.store).saveTracks(
    ['1', '2', '2', '3', null, '4', '5'].map((coverHash, index) =>
      sampleStoredTrack(`t${index}`, {
        coverHash,
        track: sampleTrack(`t${index}`, { durationMs: index === 0 ? null : 1000 }),
      }),
    ),
  )
  const summary = await create('Mix', ['t4', 't0', 't1', 't2', 't3', 't5', 't6', 't1'])
  expect(summary).toMatchObject({
    trackCount: 8,
    durationMs: 7000,
    coverPaths: ['1', '2', '3', '4'].map((hash) => `media/cover/${hash}`),
  })
})

test('tracks go before an entry or to the end, and entries move together', async () => {
  const { id } = await create('Mix', ['a', 'b'])
  await add(id, ['c', 'd'], await entryId(id, 1))
  await add(id, ['a'])
  expect(await order(id)).toBe('acdba')
  const moved = [await entryId(id, 4), await entryId(id, 1)]
  const { undoId } = await calls()['playlists.move'](
    { id, entryIds: moved, beforeEntryId: await entryId(id, 0) },
    context,
  )
  expect(await order(id)).toBe('caadb')
  await undo(undoId)
  expect(await order(id)).toBe('acdba')
})

test('entries dropped on one of their own stay together where it was', async () => {
  const { id } = await create('Mix', ['a', 'b', 'c', 'd'])
  const moved = [await entryId(id, 0), await entryId(id, 2)]
  await calls()['playlists.move']({ id, entryIds: moved, beforeEntryId: moved[1] ?? null }, context)
  expect(await order(id)).toBe('bacd')
})

test('the same track is taken out where it was meant, and comes back there', async () => {
  const { id } = await create('Mix', ['a', 'b', 'a', 'c'])
  const { undoId } = await calls()['playlists.remove'](
    { id, entryIds: [await entryId(id, 2), await entryId(id, 3), 'unknown'] },
    context,
  )
  expect(await order(id)).toBe('ab')
  await undo(undoId)
  expect(await order(id)).toBe('abac')
  await expect(undo(undoId)).rejects.toThrow('undo-gone')
})

test('a track that is here as another one is in its playlists as that one', async () => {
  const { id } = await create('Mix', ['a', 'b', 'a', 'c'])
  const other = await create('Other', ['c'])
  expect(await order(id)).toBe('abac')
  const { revision } = await calls()['playlists.entries']({ id, range: { from: 0, to: 9 } }, context)
  opened.room.replaced([{ from: 'a', to: 'd' }])
  expect(await order(id)).toBe('dbdc')
  expect(await order(other.id)).toBe('c')
  const after = await calls()['playlists.entries']({ id, range: { from: 0, to: 9 } }, context)
  expect(after.revision).toBeGreaterThan(revision)
})

test('a deleted playlist comes back as it was, under another name where its own is taken', async () => {
  const { id } = await create('Mix', ['a', 'b'])
  const { undoId } = await calls()['playlists.delete']({ id }, context)
  expect(await calls()['playlists.list'](null, context)).toEqual([])
  await expect(rows(id)).rejects.toThrow('playlist-gone')
  await create('Mix')
  await undo(undoId)
  expect(await order(id)).toBe('ab')
  expect((await calls()['playlists.list'](null, context)).map(({ name }) => name)).toEqual(['Mix 2', 'Mix'])
})

test('names are made distinct; a playlist may keep its own', async () => {
  const first = await create(' Mix\n')
  const second = await create('Mix')
  expect([first.name, second.name]).toEqual(['Mix', 'Mix 2'])
  const rename = (id: string, name: string) => calls()['playlists.rename']({ id, name }, context)
  expect((await rename(first.id, 'MIX')).name).toBe('MIX')
  expect((await rename((await create('Other')).id, 'mix 2')).name).toBe('mix 3')
})

test('tracks nobody knows are not added; one that goes is left out, and is back with its file', async () => {
  const { id } = await create('Mix', ['a', 'unknown', 'b', 'c'])
  expect(await order(id)).toBe('abc')
  opened.store.run(`DELETE FROM track WHERE id = 'b'`)
  const after = await calls()['playlists.entries']({ id, range: { from: 0, to: 10 } }, context)
  expect([after.total, after.rows.map(({ track }) => track.id)]).toEqual([2, ['a', 'c']])
  saveTracks(opened.store, ['b'])
  opened.room.tracksChanged()
  expect(await order(id)).toBe('abc')
})

test('ranges fit together while the revision is the same; a change has a higher one', async () => {
  const ids = Array.from({ length: 250 }, (_, index) => `t${index}`)
  saveTracks(opened.store, ids)
  const { id } = await create('Mix', ids)
  const page = (from: number, to: number) => calls()['playlists.entries']({ id, range: { from, to } }, context)
  const pages = await Promise.all([page(0, 100), page(100, 200), page(200, 300), page(300, 400)])
  expect(pages.flatMap((one) => one.rows.map(({ track }) => track.id))).toEqual(ids)
  expect(new Set(pages.map(({ revision, total }) => `${revision} ${total}`)).size).toBe(1)
  await add(id, ['a'], await entryId(id, 0))
  const changed = await page(0, 2)
  expect(changed.revision).toBeGreaterThan(pages[0]?.revision ?? Infinity)
  expect(changed.rows.map(({ track }) => track.id)).toEqual(['a', 't0'])
})

test('inserting at the same place again and again keeps the order, also of what undo brings back', async () => {
  const { id } = await create('Mix', ['a', 'b', 'c'])
  const last = await entryId(id, 2)
  const undoIds: string[] = []
  undoIds.push((await calls()['playlists.remove']({ id, entryIds: [await entryId(id, 1)] }, context)).undoId)
  for (const track of 'dbabdcadbcadcbadbcadbcadbabcadbcabdcabd') undoIds.push((await add(id, [track], last)).undoId)
  expect(await order(id)).toBe('adbabdcadbcadcbadbcadbcadbabcadbcabdcabdc')
  for (const undoId of undoIds.reverse()) await undo(undoId)
  expect(await order(id)).toBe('abc')
})

test('a playlist that rules fill takes no tracks by hand', async () => {
  const { id } = await calls()['playlists.create']({ name: 'Liked', trackIds: [], rules }, context)
  const input = { id, entryIds: ['a'], beforeEntryId: null }
  await expect(add(id, ['a'])).rejects.toThrow('playlist-smart')
  await expect(calls()['playlists.remove'](input, context)).rejects.toThrow('playlist-smart')
  await expect(calls()['playlists.move'](input, context)).rejects.toThrow('playlist-smart')
  await expect(calls()['playlists.create']({ name: 'Both', trackIds: ['a'], rules }, context)).rejects.toThrow(
    'bad-input',
  )
})

test('rules can be changed, but not given to a playlist made by hand', async () => {
  const smart = await calls()['playlists.create']({ name: 'Smart', trackIds: [], rules }, context)
  const own = await create('Own')
  const changed = { ...rules, limit: 5 }
  expect(await calls()['playlists.setRules']({ id: smart.id, rules: changed }, context)).toMatchObject({
    rules: changed,
  })
  await expect(calls()['playlists.setRules']({ id: own.id, rules }, context)).rejects.toThrow('bad-input')
})

test('many changes are one announcement, with the latest state of all playlists', async () => {
  const announced = opened.nextAnnouncement()
  const { id } = await create('Mix')
  await Promise.all([add(id, ['a']), add(id, ['b']), create('Other')])
  expect((await announced).map(({ name, trackCount }) => [name, trackCount])).toEqual([
    ['Mix', 2],
    ['Other', 0],
  ])
  expect(opened.events.filter(({ name }) => name === 'playlists.changed')).toHaveLength(1)
})

const song = (id: string, changes: Parameters<typeof sampleTrack>[1]) =>
  sampleStoredTrack(id, { track: sampleTrack(id, changes) })

test('what a playlist has already is left out unless it is wanted, and answered', async () => {
  createTrackRepository(opened.store).saveTracks([
    song('cd', { title: 'Björn’s Song', artists: ['Ann', 'Bo'], durationMs: 200_000, isrc: 'USX' }),
    song('remaster', { title: 'Bjorn’s SONG', artists: ['BO', 'Ann'], durationMs: 201_500 }),
    song('live', { title: 'Björn’s Song', artists: ['Ann', 'Bo'], durationMs: 290_000 }),
    song('single', { title: 'Other words', artists: ['Ann'], isrc: 'USX' }),
  ])
  const { id } = await create('Mix', ['a', 'cd'])
  const input = { id, trackIds: ['a', 'remaster', 'live', 'single', 'b', 'b'], beforeEntryId: null }
  const added = await calls()['playlists.add']({ ...input, allowDuplicates: false }, context)
  expect(added).toMatchObject({ added: 2, duplicateTrackIds: ['a', 'remaster', 'single', 'b'] })
  expect((await rows(id)).map(({ track }) => track.id)).toEqual(['a', 'cd', 'live', 'b'])
  await calls()['playlists.add']({ ...input, allowDuplicates: true }, context)
  const places = new Map((await rows(id)).map(({ entryId: one }, index) => [one, index]))
  const repeated = await calls()['playlists.duplicates']({ id }, context)
  expect(repeated.map((one) => [places.get(one.entryId), places.get(one.firstEntryId)])).toEqual([
    [4, 0],
    [5, 1],
    [6, 2],
    [7, 1],
    [8, 3],
    [9, 3],
  ])
})

test('sorting orders by words as they are read, keeps equal ones as they are, and can be taken back', async () => {
  createTrackRepository(opened.store).saveTracks([
    song('z', { title: 'Zebra', artists: ['Ánn'], albumTitle: 'B', trackNumber: 2, durationMs: 3000 }),
    song('e', { title: 'élan', artists: ['ann'], albumTitle: 'B', trackNumber: 1, durationMs: null }),
    song('f', { title: 'Fox', artists: ['Ann'], albumTitle: 'A', trackNumber: 9, durationMs: 3000 }),
  ])
  const { id } = await create('Mix', ['z', 'e', 'f'])
  const sort = (by: 'title' | 'artist' | 'duration', descending: boolean) =>
    calls()['playlists.sort']({ id, by, descending }, context)
  const undoIds: string[] = []
  for (const [by, descending, expected] of [
    ['title', false, 'efz'],
    ['title', true, 'zfe'],
    ['artist', false, 'fez'],
    ['duration', true, 'fze'],
  ] as const) {
    undoIds.push((await sort(by, descending)).undoId)
    expect(await order(id)).toBe(expected)
  }
  for (const undoId of undoIds.reverse()) await undo(undoId)
  expect(await order(id)).toBe('zef')
})

test('what was deleted is there for thirty days, then it is gone for good', async () => {
  const ids = Array.from({ length: 2500 }, (_, index) => `t${index}`)
  saveTracks(opened.store, ids)
  const { id } = await create('Long', ids)
  const kept = await create('Kept', ['a'])
  const { undoId } = await calls()['playlists.delete']({ id }, context)
  opened.clock.now += 30 * 86_400_000
  await opened.room.sweep()
  await undo(undoId)
  expect((await calls()['playlists.list'](null, context)).map(({ trackCount }) => trackCount)).toEqual([2500, 1])
  const again = await calls()['playlists.delete']({ id }, context)
  opened.clock.now += 30 * 86_400_000 + 1
  await opened.room.sweep()
  await expect(undo(again.undoId)).rejects.toThrow('playlist-gone')
  const left = opened.store.all(
    'SELECT DISTINCT playlist_id FROM playlist_entry',
    z.object({ playlist_id: z.string() }),
  )
  expect(left).toEqual([{ playlist_id: kept.id }])
})

test('ten thousand rows are moved, sorted, taken out and brought back', async () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `t${index}`)
  saveTracks(opened.store, ids)
  const { id } = await create('Long', ids)
  const entryIds: string[] = []
  for (let from = 0; from < 10_000; from += 1000) {
    entryIds.push(...(await rows(id, from, from + 1000)).map((row) => row.entryId))
  }
  const half = entryIds.slice(0, 5000)
  const undoIds = [
    (await calls()['playlists.move']({ id, entryIds: half, beforeEntryId: null }, context)).undoId,
    (await calls()['playlists.sort']({ id, by: 'title', descending: true }, context)).undoId,
    (await calls()['playlists.remove']({ id, entryIds: half }, context)).undoId,
    (await add(id, ids, entryIds[7000] ?? null)).undoId,
  ]
  expect(await opened.room.trackIds(id)).toHaveLength(15_000)
  for (const undoId of undoIds.reverse()) await undo(undoId)
  expect(await opened.room.trackIds(id)).toEqual(ids)
})
