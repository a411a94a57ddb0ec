import fs from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../store/testing/index.ts'
import { type TestRoom, context, openRoom, saveTracks } from './testing/index.ts'

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

const ids = () => opened.room.handlers['likes.ids'](null, context)
async function like(trackIds: string[], liked = true): Promise<void> {
  opened.clock.now += 1000
  await opened.room.handlers['likes.set']({ trackIds, liked }, context)
}

test('likes are newest first, those of one go in their order, and stay over a restart', async () => {
  saveTracks(opened.store, ['a', 'b', 'c'])
  await like(['a'])
  await like(['demo-1', 'b', 'c'])
  opened.close()
  opened = openRoom(folder)
  expect(await ids()).toEqual(['demo-1', 'b', 'c', 'a'])
})

test('liking again changes nothing and tells nobody', async () => {
  await like(['a'])
  await like(['b'])
  await like(['a'])
  expect(await ids()).toEqual(['b', 'a'])
  expect(opened.events).toHaveLength(2)
})

test('pages hear of the tracks whose like changed, and of no others', async () => {
  const heard: unknown[] = []
  opened.room.onChanged((change) => heard.push(change))
  await like(['a'])
  await like(['a', 'b', 'b'])
  await like(['x', 'a'], false)
  expect(opened.events).toEqual([
    { name: 'likes.changed', payload: { trackIds: ['a'], liked: true } },
    { name: 'likes.changed', payload: { trackIds: ['b'], liked: true } },
    { name: 'likes.changed', payload: { trackIds: ['a'], liked: false } },
  ])
  expect(heard).toEqual([
    { kind: 'likes', trackIds: ['a'] },
    { kind: 'likes', trackIds: ['b'] },
    { kind: 'likes', trackIds: ['a'] },
  ])
  expect(await ids()).toEqual(['b'])
})

test('a track that is here as another one is liked as that one, in its place, and pages hear of it', async () => {
  await like(['a', 'b', 'c'])
  await like(['e'])
  opened.room.replaced([
    { from: 'b', to: 'x' },
    { from: 'c', to: 'a' },
    { from: 'd', to: 'y' },
  ])
  expect(await ids()).toEqual(['e', 'a', 'x'])
  expect(opened.events.slice(2)).toEqual([
    { name: 'likes.changed', payload: { trackIds: ['b', 'c'], liked: false } },
    { name: 'likes.changed', payload: { trackIds: ['x', 'a'], liked: true } },
  ])
})
