import { expect, onTestFinished, test } from 'vitest'
import type { SearchQuery } from './query.ts'
import { createRehearsal } from './rehearsal.ts'
import { createSearchIndex } from './searchIndex.ts'
import { emptyStore, fillLibrary, namedTrack } from './testing/index.ts'

function setUp(onSearch: (letter: string) => void = () => undefined) {
  const store = emptyStore()
  onTestFinished(() => store.close())
  const titles = ['Aster', 'Anemone', 'Borage', '東京', 'Żuraw', '7 Nights']
  fillLibrary(
    store,
    createSearchIndex(store),
    titles.map((title, at) => namedTrack(String(at), title)),
  )
  const asked: string[] = []
  const search = async ({ text }: SearchQuery, pause: () => Promise<void>): Promise<void> => {
    await pause()
    asked.push(text)
    onSearch(text)
    await pause()
  }
  return { rehearsal: createRehearsal(store, () => Promise.resolve(), search), asked }
}

test('each letter that titles begin with is searched for once', async () => {
  const { rehearsal, asked } = setUp()
  await rehearsal.goOn()
  await rehearsal.goOn()
  expect(asked).toEqual(['7', 'a', 'b', 'z', '東'])
})

test('it ends when somebody searches, and goes on there the next time', async () => {
  const { rehearsal, asked } = setUp(() => {
    if (asked.length === 3) rehearsal.stop()
  })
  await rehearsal.goOn()
  expect(asked).toEqual(['7', 'a', 'b'])
  await rehearsal.goOn()
  expect(asked).toEqual(['7', 'a', 'b', 'b', 'z', '東'])
})

test('it does not begin when somebody searched while it got ready', async () => {
  const { rehearsal, asked } = setUp()
  const going = rehearsal.goOn()
  rehearsal.stop()
  await going
  expect(asked).toEqual([])
})
