import fs from 'node:fs'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { EventPayload } from '../../../src/contract/index.ts'
import { evenHistogram, integratedLufs, sumOfHistograms } from '../../../src/loudness/index.ts'
import type { Loudness } from '../../../src/music/index.ts'
import { silentLog } from '../log/index.ts'
import { type OpenedStore, createTrackRepository, openStore } from '../store/index.ts'
import { sampleTrack, temporaryFolder } from '../store/testing/index.ts'
import { createLoudness, type LoudnessStore } from './index.ts'
import { putIntoLibrary } from './testing/index.ts'

let folder: string
let store: OpenedStore
let loudness: LoudnessStore
let told: EventPayload<'loudness.changed'>[]
let queue: string[]
let nowMs: number

beforeEach(() => {
  folder = temporaryFolder()
  store = openStore({ folder, log: silentLog })
  queue = []
  nowMs = 1_000_000
  start()
})

afterEach(() => {
  loudness.close()
  store.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

/** The app's loudness, begun anew: what it knew in memory is gone. */
function start(): void {
  told = []
  loudness = createLoudness({
    store,
    soonTrackIds: (limit) => queue.slice(0, limit),
    onChange: (change) => told.push(change),
    log: silentLog,
    now: () => nowMs,
  })
}

const ids = async (limit = 20): Promise<string[]> => (await loudness.next(limit)).map(({ trackId }) => trackId)
const of = (id: string): Loudness | null | undefined => createTrackRepository(store).trackById(id)?.track.loudness
const blocks = (lufs: number, count = 1000): number[] => evenHistogram(lufs, count)
const measured = (trackId: string, lufs: number, truePeak = 0.5, count = 1000) => ({
  trackId,
  integratedLufs: lufs,
  truePeak,
  histogram: blocks(lufs, count),
})
const save = (...results: ReturnType<typeof measured>[]): void => loudness.save({ measured: results, failed: [] })
const tags: Loudness = { trackGainDb: -7, trackPeak: 0.9, albumGainDb: -6, albumPeak: 1 }

describe('what is measured next', () => {
  test('what is in the queue, in its order, then what was added last; never what has its loudness in its tags', async () => {
    for (const [index, id] of ['a', 'b', 'c', 'd', 'e'].entries()) putIntoLibrary(store, id, { addedAt: index })
    putIntoLibrary(store, 'tagged', { addedAt: 9, loudness: tags })
    queue = ['elsewhere', 'b', 'tagged', 'a']
    expect(await ids(4)).toEqual(['b', 'a', 'e', 'd'])
    expect(await loudness.status()).toEqual({ measured: 1, waiting: 5 })
  })

  test('two pages are not given the same track, but one that never comes back is given out again', async () => {
    for (const id of ['a', 'b']) putIntoLibrary(store, id)
    expect(await ids(1)).toEqual(['b'])
    expect(await ids()).toEqual(['a'])
    expect(await ids()).toEqual([])
    nowMs += 11 * 60_000
    expect(await ids()).toEqual(['b', 'a'])
  })

  test('what failed is not offered again, nor after a restart; nothing is once all is measured', async () => {
    for (const id of ['a', 'b']) putIntoLibrary(store, id)
    loudness.save({ measured: [measured('a', -20)], failed: ['b'] })
    await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ measured: 2, waiting: 0 }))
    start()
    expect(await ids()).toEqual([])
    expect(await loudness.status()).toEqual({ measured: 2, waiting: 0 })
  })

  test('missing tracks and those of a folder that is away wait until they are back', async () => {
    putIntoLibrary(store, 'a')
    putIntoLibrary(store, 'gone')
    store.run(`UPDATE library_track SET missing_since = 1 WHERE track_id = 'gone'`)
    expect(await ids()).toEqual(['a'])
    store.run(`UPDATE library_folder SET state = 'offline'`)
    start()
    expect(await ids()).toEqual([])
  })

  test('the tracks of a cue sheet are measured each, with their part of the file', async () => {
    const parts = [
      { startMs: 0, endMs: 1000.5 },
      { startMs: 1000.5, endMs: null },
    ]
    for (const [index, segment] of parts.entries())
      putIntoLibrary(store, `s${index}`, { segment, sheetPlace: index + 1, fingerprint: 'one file', addedAt: -index })
    expect(await loudness.next(5)).toEqual(
      parts.map((segment, index) => ({ trackId: `s${index}`, audioPath: `media/audio/s${index}`, segment })),
    )
    save(measured('s0', -20))
    save(measured('s1', -30))
    expect([of('s0')?.trackGainDb, of('s1')?.trackGainDb]).toEqual([2, 12])
  })
})

describe('what tracks say once they are measured', () => {
  test('a gain towards −18 LUFS and the true peak, wherever they are read', () => {
    putIntoLibrary(store, 'a', { albumId: null })
    save(measured('a', -23.456, 0.123456))
    expect(of('a')).toEqual({
      trackGainDb: 5.46,
      trackPeak: 0.1235,
      albumGainDb: null,
      albumPeak: null,
      measured: true,
    })
  })

  test('an album’s value comes once all its tracks are known, and is that of the album as one recording', async () => {
    for (const id of ['a', 'b', 'c']) putIntoLibrary(store, id)
    save(measured('a', -30, 0.2, 500))
    save(measured('b', -14, 1.1, 2000))
    expect(of('b')).toMatchObject({ trackGainDb: -4, albumGainDb: null })
    save(measured('c', -20, 0.4))
    const album = integratedLufs(sumOfHistograms([blocks(-30, 500), blocks(-14, 2000), blocks(-20)])) ?? 0
    for (const id of ['a', 'b', 'c']) {
      expect(of(id)?.albumGainDb).toBeCloseTo(-18 - album, 2)
      expect(of(id)?.albumPeak).toBe(1.1)
    }
    expect(of('a')?.trackGainDb).toBe(12)
    // Pages are told of every track that says something else now.
    await vi.waitFor(() => expect(told).toHaveLength(4))
    const all = ['a', 'b', 'c'].map((id) => ({ trackId: id, loudness: of(id) }))
    expect(told.at(-1)?.tracks).toEqual(expect.arrayContaining(all))
  })

  test('tags win: they stay as they are, and count for their album', () => {
    putIntoLibrary(store, 'a')
    putIntoLibrary(store, 'tagged', { loudness: tags })
    putIntoLibrary(store, 'half', { loudness: { ...tags, albumGainDb: null, albumPeak: null } })
    save(measured('a', -25, 0.3))
    expect(of('tagged')).toEqual(tags)
    expect(of('half')).toMatchObject({ trackGainDb: -7, trackPeak: 0.9 })
    expect(of('half')?.albumGainDb).toBe(of('a')?.albumGainDb)
    expect(of('a')?.albumGainDb).toBeCloseTo(-7, 0)
    expect(of('a')?.albumPeak).toBe(0.9)
  })

  test('a track that cannot be decoded does not keep its album from having a value, nor does a silent one', () => {
    for (const id of ['a', 'b', 'quiet']) putIntoLibrary(store, id)
    loudness.save({
      measured: [measured('a', -20), { trackId: 'quiet', integratedLufs: null, truePeak: 0, histogram: [] }],
      failed: ['b'],
    })
    expect(of('a')?.albumGainDb).toBeCloseTo(2, 0)
    expect(of('quiet')).toMatchObject({ trackGainDb: null, albumGainDb: of('a')?.albumGainDb })
    expect(of('b')).toBeNull()
  })

  test('a copy of a file has what the file has', () => {
    for (const id of ['a', 'copy']) putIntoLibrary(store, id, { fingerprint: 'same', albumId: null })
    save(measured('a', -20))
    expect(of('copy')).toEqual(of('a'))
  })

  test('a file that moved keeps its value, one that is another recording now is measured anew', async () => {
    putIntoLibrary(store, 'a', { albumId: null })
    save(measured('a', -20))
    store.run(`UPDATE track SET path = '/music/else' WHERE id = 'a'`)
    start()
    expect(await ids()).toEqual([])
    expect(of('a')?.trackGainDb).toBe(2)
    putIntoLibrary(store, 'a', { albumId: null, fingerprint: 'changed' })
    start()
    expect(await ids()).toEqual(['a'])
  })

  test('what tags that were read anew have overwritten comes back after the scan', async () => {
    putIntoLibrary(store, 'a', { albumId: null })
    save(measured('a', -20))
    const before = of('a')
    putIntoLibrary(store, 'a', { albumId: null, title: 'New title' })
    expect(of('a')).toBeNull()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    loudness.libraryChanged()
    vi.advanceTimersByTime(10_000)
    vi.useRealTimers()
    await vi.waitFor(() => expect(of('a')).toEqual(before))
    expect(createTrackRepository(store).trackById('a')?.track).toEqual(
      sampleTrack('a', { albumId: null, title: 'New title', loudness: before ?? null }),
    )
    expect(told.at(-1)?.tracks).toEqual([{ trackId: 'a', loudness: before }])
  })
})

test('a library of many tracks is surveyed in steps', async () => {
  store.transaction(() => {
    for (let index = 0; index < 1200; index += 1) putIntoLibrary(store, `t${index}`, { addedAt: index % 7 })
  })
  const all = await ids(2000)
  expect(new Set(all).size).toBe(1200)
})
