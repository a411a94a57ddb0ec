import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { createNameTexts } from './nameTexts.ts'
import { emptyStore } from './testing/index.ts'

function setUp() {
  const store = emptyStore()
  onTestFinished(() => store.close())
  const put = (id: string, name: string): void => {
    store.run(
      `INSERT INTO artist (artist_id, name, sort_name, album_count, track_count) VALUES (?, ?, ?, 0, 0)
       ON CONFLICT (artist_id) DO UPDATE SET sort_name = excluded.sort_name`,
      id,
      name,
      name,
    )
  }
  return { store, put, texts: createNameTexts(store, 'artist') }
}

test('finds what looking at each name finds, however many there are', async () => {
  const { store, put, texts } = setUp()
  const words = ['sun', 'sunday', 'day', '1', '12', '東', 'ночь']
  const name = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((some) => some.join(' '))
  await fc.assert(
    fc.asyncProperty(
      fc.array(name, { maxLength: 900, size: 'max' }),
      fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 2 }),
      async (names, wanted) => {
        store.transaction(() => {
          store.run('DELETE FROM artist')
          names.forEach((text, at) => put(String(at), text))
        })
        await texts.refresh()
        const begins = wanted.map((word) => ` ${word}`)
        const found = names.flatMap((text, at) => (begins.every((word) => ` ${text}`.includes(word)) ? [at + 1] : []))
        expect(texts.rowsWith(begins, 1000)).toEqual(found)
        expect(texts.rowsWith(begins, 3)).toEqual(found.slice(0, 3))
      },
    ),
    { numRuns: 30 },
  )
})

test('a name that came, changed or went is known so after the next look', async () => {
  const { store, put, texts } = setUp()
  const found = async (word: string): Promise<readonly number[]> => {
    await texts.refresh()
    return texts.rowsWith([` ${word}`], 10)
  }
  put('1', 'paper lanterns')
  expect(await found('lanterns')).toEqual([1])
  put('1', 'paper boats')
  expect(await found('lanterns')).toEqual([])
  expect(await found('boats')).toEqual([1])
  store.run('DELETE FROM artist')
  expect(await found('boats')).toEqual([])
})

test('a line break in a name ends no name', async () => {
  const { put, texts } = setUp()
  put('1', 'paper\n9 lanterns')
  await texts.refresh()
  expect(texts.rowsWith([' lanterns'], 10)).toEqual([1])
})
