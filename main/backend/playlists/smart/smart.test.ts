import fc from 'fast-check'
import fs from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type SmartRules, smartRulesSchema } from '../../../../src/library/index.ts'
import type { Track } from '../../../../src/music/index.ts'
import { createHistory } from '../../history/index.ts'
import { sampleTrack, temporaryFolder } from '../../store/testing/index.ts'
import { type TestRoom, context, openRoom, saveLibraryTracks } from '../testing/index.ts'

let folder: string
let opened: TestRoom

beforeEach(() => {
  folder = temporaryFolder()
  opened = openRoom(folder)
})

afterEach(() => {
  opened.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

const calls = () => opened.room.handlers
type Rule = SmartRules['rules'][number]
const rulesOf = (rules: readonly Rule[], changes: Partial<SmartRules> = {}): SmartRules => ({
  match: 'all',
  rules,
  sort: 'title',
  descending: false,
  limit: null,
  ...changes,
})
const create = (rules: SmartRules) => calls()['playlists.create']({ name: 'Smart', trackIds: [], rules }, context)
async function tracksOf(id: string): Promise<string[]> {
  const { rows, total } = await calls()['playlists.entries']({ id, range: { from: 0, to: 1000 } }, context)
  expect(rows.every(({ entryId, track }) => entryId === track.id)).toBe(true)
  expect(total).toBe(rows.length)
  return rows.map(({ track }) => track.id)
}
const matching = async (...rules: Rule[]) => tracksOf((await create(rulesOf(rules))).id)
const track = (id: string, changes: Partial<Track>) => sampleTrack(id, { title: id, ...changes })
const days = (count: number) => count * 86_400_000

test('words are compared as search compares them', async () => {
  saveLibraryTracks(opened.store, [
    track('a', { title: 'The Wall', artists: ['Björk', 'The Beatles'], albumTitle: 'Ágætis' }),
    track('b', { title: 'Wall of sound', artists: ['Beat'], albumTitle: null }),
  ])
  expect(await matching({ field: 'title', is: 'contains', value: 'WÄLL' })).toEqual(['a', 'b'])
  expect(await matching({ field: 'title', is: 'equals', value: 'the wall' })).toEqual(['a'])
  expect(await matching({ field: 'title', is: 'not-contains', value: 'sound' })).toEqual(['a'])
  expect(await matching({ field: 'artist', is: 'equals', value: 'the beatles' })).toEqual(['a'])
  expect(await matching({ field: 'artist', is: 'contains', value: 'beat' })).toEqual(['a', 'b'])
  expect(await matching({ field: 'album', is: 'contains', value: 'agaetis' })).toEqual(['a'])
})

test('an article is found before its word, where a person writes it, and behind it, where lists sort it', async () => {
  saveLibraryTracks(opened.store, [track('a', { title: 'Wall Live, The' }), track('b', { title: 'Wall, The' })])
  expect(await matching({ field: 'title', is: 'contains', value: 'The Wall' })).toEqual(['a', 'b'])
  expect(await matching({ field: 'title', is: 'equals', value: 'The Wall' })).toEqual(['b'])
})

test('genres, years and lossless come from the tags', async () => {
  saveLibraryTracks(opened.store, [
    track('a', { genres: ['Rock', 'Prog Rock'], year: 1973 }),
    track('b', { genres: ['Jazz'], year: null, format: { ...sampleTrack('b').format, lossless: false } }),
  ])
  expect(await matching({ field: 'genre', is: 'contains', value: 'prog' })).toEqual(['a'])
  expect(await matching({ field: 'genre', is: 'not-contains', value: 'rock' })).toEqual(['b'])
  expect(await matching({ field: 'year', is: 'at-most', value: 1980 })).toEqual(['a'])
  expect(await matching({ field: 'lossless', is: 'no' })).toEqual(['b'])
})

test('likes and plays are followed, and pages hear of it', async () => {
  saveLibraryTracks(opened.store, [track('a', {}), track('b', {}), track('c', {})])
  const liked = await create(rulesOf([{ field: 'liked', is: 'yes' }]))
  const often = await create(rulesOf([{ field: 'plays', is: 'at-least', value: 2 }]))
  const forgotten = await create(rulesOf([{ field: 'played', is: 'not-within-days', value: 7 }]))
  expect(await Promise.all([liked.id, often.id, forgotten.id].map(tracksOf))).toEqual([[], [], ['a', 'b', 'c']])
  await opened.nextAnnouncement()

  await calls()['likes.set']({ trackIds: ['b'], liked: true }, context)
  const history = createHistory(opened.store, () => opened.room.playsChanged())
  const play = (playId: string, trackId: string, daysAgo: number, heardMs: number) =>
    history.record({ playId, trackId, startedAt: opened.clock.now - days(daysAgo), heardMs, end: 'skipped' })
  play('1', 'a', 1, 60_000)
  play('2', 'a', 20, 60_000)
  play('3', 'b', 30, 60_000)
  play('4', 'c', 1, 2000)
  expect(await Promise.all([liked.id, often.id, forgotten.id].map(tracksOf))).toEqual([['b'], ['a'], ['b', 'c']])
  expect((await opened.nextAnnouncement()).map(({ trackCount }) => trackCount)).toEqual([1, 1, 2])
})

test('time passes: what was added lately is so no longer', async () => {
  saveLibraryTracks(opened.store, [track('a', {})], opened.clock.now)
  const { id } = await create(rulesOf([{ field: 'added', is: 'within-days', value: 7 }]))
  expect(await tracksOf(id)).toEqual(['a'])
  opened.clock.now += days(7) + 1
  expect(await tracksOf(id)).toEqual([])
})

test('any of the rules, the first few in an order', async () => {
  saveLibraryTracks(opened.store, [track('a', { year: 1990 }), track('b', { year: 2000 }), track('c', { year: 2010 })])
  const rules = rulesOf(
    [
      { field: 'year', is: 'at-least', value: 2000 },
      { field: 'title', is: 'equals', value: 'a' },
    ],
    { match: 'any', sort: 'year', descending: true, limit: 2 },
  )
  expect(await tracksOf((await create(rules)).id)).toEqual(['c', 'b'])
})

test('random stays for a day, and is another one the next day and in another playlist', async () => {
  const ids = Array.from({ length: 50 }, (_, index) => `t${index}`)
  saveLibraryTracks(
    opened.store,
    ids.map((id) => track(id, {})),
  )
  const rules = rulesOf([{ field: 'liked', is: 'no' }], { sort: 'random' })
  const { id } = await create(rules)
  const today = await tracksOf(id)
  opened.room.tracksChanged()
  expect(await tracksOf(id)).toEqual(today)
  const other = await tracksOf((await create(rules)).id)
  opened.clock.now += days(1)
  const tomorrow = await tracksOf(id)
  expect(new Set([today, other, tomorrow, ids].map(String)).size).toBe(4)
  expect(tomorrow.toSorted()).toEqual(ids.toSorted())
})

test('missing tracks are left out, and rules that nobody can read hold nothing', async () => {
  saveLibraryTracks(opened.store, [track('a', {}), track('b', {})])
  const { id } = await create(rulesOf([{ field: 'liked', is: 'no' }]))
  opened.store.run(`UPDATE library_track SET missing_since = 1 WHERE track_id = 'a'`)
  opened.room.tracksChanged()
  expect(await tracksOf(id)).toEqual(['b'])
  opened.store.run(`UPDATE playlist SET rules_json = '{"from":"a newer version"}'`)
  opened.room.tracksChanged()
  expect(await tracksOf(id)).toEqual([])
})

const rule = fc.oneof(
  fc.record({
    field: fc.constantFrom('title', 'artist', 'album', 'genre'),
    is: fc.constantFrom('contains', 'equals', 'not-contains'),
    value: fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom(`'; DROP TABLE track; --`, '%', '_', 't1')),
  }),
  fc.record({ field: fc.constant('year'), is: fc.constantFrom('at-least', 'at-most', 'equals'), value: fc.integer() }),
  fc.record({ field: fc.constant('plays'), is: fc.constantFrom('at-least', 'at-most'), value: fc.nat() }),
  fc.record({
    field: fc.constantFrom('added', 'played'),
    is: fc.constantFrom('within-days', 'not-within-days'),
    value: fc.integer({ min: 1, max: 36_500 }),
  }),
  fc.record({ field: fc.constantFrom('liked', 'lossless'), is: fc.constantFrom('yes', 'no') }),
)
const anyRules = fc
  .record({
    match: fc.constantFrom('all', 'any'),
    rules: fc.array(rule, { minLength: 1, maxLength: 4 }),
    sort: fc.constantFrom('title', 'artist', 'album', 'year', 'added', 'played', 'plays', 'random'),
    descending: fc.boolean(),
    limit: fc.option(fc.integer({ min: 1, max: 40 })),
  })
  .map((rules) => smartRulesSchema.parse(rules))

test('whatever the rules: each track once at most, in an order of which a limit keeps the beginning', async () => {
  const ids = Array.from({ length: 30 }, (_, index) => `t${index}`)
  saveLibraryTracks(
    opened.store,
    ids.map((id) => track(id, {})),
  )
  await fc.assert(
    fc.asyncProperty(anyRules, async (rules) => {
      const { id } = await create({ ...rules, limit: null })
      const all = await tracksOf(id)
      expect(new Set(all).size).toBe(all.length)
      await calls()['playlists.setRules']({ id, rules }, context)
      const some = await tracksOf(id)
      expect(some).toHaveLength(Math.min(all.length, rules.limit ?? Infinity))
      expect(some).toEqual(all.slice(0, some.length))
      await calls()['playlists.delete']({ id }, context)
    }),
    { numRuns: 100 },
  )
}, 60_000)
