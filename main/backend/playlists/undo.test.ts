import fc from 'fast-check'
import fs from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../store/testing/index.ts'
import { type TestRoom, context, openRoom, saveTracks } from './testing/index.ts'

let folder: string
let opened: TestRoom

beforeEach(() => {
  folder = temporaryFolder()
  opened = openRoom(folder)
  saveTracks(opened.store, tracks)
})

afterEach(() => {
  opened.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

const tracks = ['a', 'b', 'c', 'd']
const calls = () => opened.room.handlers

interface Row {
  readonly entryId: string
  readonly trackId: string
}

/** A playlist in memory: a plain list. */
type Model = readonly Row[]

async function readRows(id: string): Promise<Model> {
  const { rows } = await calls()['playlists.entries']({ id, range: { from: 0, to: 1000 } }, context)
  return rows.map(({ entryId, track }) => ({ entryId, trackId: track.id }))
}

const pick = fc.nat({ max: 999 })
const step = fc.oneof(
  fc.record({
    kind: fc.constant('add'),
    ids: fc.array(fc.constantFrom(...tracks), { minLength: 1, maxLength: 3 }),
    at: pick,
  }),
  fc.record({ kind: fc.constant('remove'), picks: fc.array(pick, { minLength: 1, maxLength: 4 }) }),
  fc.record({ kind: fc.constant('move'), picks: fc.array(pick, { minLength: 1, maxLength: 4 }), at: pick }),
  fc.record({ kind: fc.constant('sort'), descending: fc.boolean() }),
  fc.record({ kind: fc.constant('delete') }),
  fc.record({ kind: fc.constant('undo') }),
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** The entry at a place counted round and round; null behind the last one. */
const entryAt = (rows: Model, place: number): string | null => rows[place % (rows.length + 1)]?.entryId ?? null

const chosen = (rows: Model, picks: readonly number[]): string[] =>
  picks.flatMap((place) => entryAt(rows, place) ?? []).concat('unknown')

function expectSame(found: unknown, expected: unknown): void {
  expect(found).toEqual(expected)
}

/** What a plain list does. New entries are named by what the playlist really calls them. */
function expectRows(before: Model, after: Model, one: Step): Model {
  if (one.kind === 'remove') {
    const gone = chosen(before, one.picks)
    return before.filter(({ entryId }) => !gone.includes(entryId))
  }
  if (one.kind === 'sort') {
    const direction = one.descending ? -1 : 1
    return before.toSorted((a, b) => (a.trackId === b.trackId ? 0 : a.trackId < b.trackId ? -direction : direction))
  }
  if (one.kind === 'move') {
    const moved = chosen(before, one.picks)
    const target = before.findIndex(({ entryId }) => entryId === entryAt(before, one.at))
    const isMoved = ({ entryId }: Row): boolean => moved.includes(entryId)
    const at = target < 0 ? before.length : target
    return [
      ...before.slice(0, at).filter((row) => !isMoved(row)),
      ...before.filter(isMoved),
      ...before.slice(at).filter((row) => !isMoved(row)),
    ]
  }
  if (one.kind === 'add') {
    const target = before.findIndex(({ entryId }) => entryId === entryAt(before, one.at))
    const at = target < 0 ? before.length : target
    const added = one.ids.map((trackId, index) => ({ entryId: after[at + index]?.entryId ?? '', trackId }))
    return [...before.slice(0, at), ...added, ...before.slice(at)]
  }
  return before
}

async function apply(id: string, rows: Model, one: Step): Promise<string> {
  switch (one.kind) {
    case 'add': {
      const input = { id, trackIds: one.ids, beforeEntryId: entryAt(rows, one.at), allowDuplicates: true }
      return (await calls()['playlists.add'](input, context)).undoId
    }
    case 'remove':
      return (await calls()['playlists.remove']({ id, entryIds: chosen(rows, one.picks) }, context)).undoId
    case 'move': {
      const input = { id, entryIds: chosen(rows, one.picks), beforeEntryId: entryAt(rows, one.at) }
      return (await calls()['playlists.move'](input, context)).undoId
    }
    case 'sort':
      return (await calls()['playlists.sort']({ id, by: 'title', descending: one.descending }, context)).undoId
    case 'delete':
      return (await calls()['playlists.delete']({ id }, context)).undoId
    default:
      throw new Error('no change')
  }
}

test('whatever is done, a playlist is what a plain list would be, and undo goes back step by step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { id } = await calls()['playlists.create']({ name: 'Mix', trackIds: ['a', 'b', 'c'], rules: null }, context)
      const done: { readonly undoId: string; readonly before: Model }[] = []
      let rows = await readRows(id)
      for (const one of steps) {
        const last = one.kind === 'undo' ? done.pop() : undefined
        if (last !== undefined) {
          await calls()['playlists.undo']({ undoId: last.undoId }, context)
          rows = await readRows(id)
          expectSame(rows, last.before)
        } else if (one.kind === 'delete') {
          await calls()['playlists.undo']({ undoId: await apply(id, rows, one) }, context)
          expectSame(await readRows(id), rows)
        } else if (one.kind !== 'undo') {
          const undoId = await apply(id, rows, one)
          const after = await readRows(id)
          expectSame(after, expectRows(rows, after, one))
          done.push({ undoId, before: rows })
          rows = after
        }
      }
      while (done.length > 0) {
        const last = done.pop()
        await calls()['playlists.undo']({ undoId: last?.undoId ?? '' }, context)
        expect(await readRows(id)).toEqual(last?.before)
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('undoing in any order brings nothing twice and loses nothing that was not taken out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, pick), { maxLength: 30 }), async (steps) => {
      const { id } = await calls()['playlists.create']({ name: 'Mix', trackIds: ['a', 'b', 'c'], rules: null }, context)
      const undoIds: string[] = []
      const everSeen = new Map<string, string>()
      for (const [one, which] of steps) {
        const rows = await readRows(id)
        for (const { entryId, trackId } of rows) everSeen.set(entryId, trackId)
        if (one.kind === 'undo') {
          const [undoId] = undoIds.splice(which % (undoIds.length + 1), 1)
          if (undoId !== undefined) await calls()['playlists.undo']({ undoId }, context)
          const after = await readRows(id)
          expectSame(
            [...new Map(after.map((row) => [row.entryId, everSeen.get(row.entryId)]))],
            after.map(({ entryId, trackId }) => [entryId, trackId]),
          )
        } else if (one.kind !== 'delete') {
          undoIds.push(await apply(id, rows, one))
          const after = await readRows(id)
          expectSame(after, expectRows(rows, after, one))
        }
      }
      expect(await readRows(id)).toSatisfy((rows: Model) => rows.every(({ trackId }) => tracks.includes(trackId)))
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('only the latest fifty changes can be taken back', async () => {
  const { id } = await calls()['playlists.create']({ name: 'Mix', trackIds: [], rules: null }, context)
  const undoIds: string[] = []
  for (let round = 0; round < 51; round += 1) {
    const input = { id, trackIds: ['a'], beforeEntryId: null, allowDuplicates: true }
    undoIds.push((await calls()['playlists.add'](input, context)).undoId)
  }
  const [oldest = '', second = ''] = undoIds
  await expect(calls()['playlists.undo']({ undoId: oldest }, context)).rejects.toThrow('undo-gone')
  await calls()['playlists.undo']({ undoId: second }, context)
  expect(await readRows(id)).toHaveLength(50)
})
