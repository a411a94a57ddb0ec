import { expect, test } from 'vitest'
import { memoryStore } from '../store/testing/index.ts'
import { surveyRows } from './rows.ts'
import { survey } from './survey.ts'
import { putIntoLibrary } from './testing/index.ts'

test('a step is as long where nothing can be played: a folder that is away is gone through bit by bit', async () => {
  const store = memoryStore()
  for (const id of ['a', 'b', 'c', 'd']) putIntoLibrary(store, id)
  store.run(`UPDATE library_folder SET state = 'offline'`)
  const [first, second, ...more] = surveyRows(store, null, 2)
  expect([first?.present, second?.present, more]).toEqual([0, 0, []])
  expect(surveyRows(store, second ?? null, 5)).toHaveLength(2)
  const found = await survey(store, () => Promise.resolve())
  expect([found.known, [...found.waiting], found.forgotten]).toEqual([0, [], []])
})
