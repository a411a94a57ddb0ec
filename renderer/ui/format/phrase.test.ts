import { expect, test } from 'vitest'
import { createTranslator } from '../../../src/i18n/index.ts'
import { phraseWith, phraseWithCount } from './phrase.ts'

const { t } = createTranslator()

test('a phrase around a name says what its translation says, whatever the name is', () => {
  const play = phraseWith((title) => t('album.play', { title }))
  for (const title of ['Slow Harbour', '', '$&', 'ليلة']) expect(play(title)).toBe(t('album.play', { title }))
  // What a name looks like is not read as part of the phrase.
  for (const title of ['{{title}}', '$t(app.name)']) expect(play(title)).toBe(`Play ${title}`)
})

test('a phrase with a number has the form that the number wants', () => {
  const albums = phraseWithCount((count) => t('library.albums', { count }))
  for (const count of [0, 1, 2, 1, 12_345]) expect(albums(count)).toBe(t('library.albums', { count }))
})
