import { expect, test } from 'vitest'
import { createTranslator, speak } from '../../../src/i18n/index.ts'
import { remembering } from './remembering.ts'

test('says what the catalogue says, the first time and afterwards', () => {
  const { t } = createTranslator()
  const known = remembering(t)
  for (let time = 0; time < 2; time += 1) {
    expect(known('nav.home')).toBe(t('nav.home'))
    for (const count of [0, 1, 2]) expect(known('album.tracks', { count })).toBe(t('album.tracks', { count }))
    for (const title of ['One', 'Two']) expect(known('album.play', { title })).toBe(t('album.play', { title }))
  }
})

test('stays right after more phrases than it keeps', () => {
  const { t } = createTranslator()
  const known = remembering(t)
  for (let count = 0; count < 1200; count += 1) known('album.tracks', { count })
  expect(known('album.tracks', { count: 1 })).toBe(t('album.tracks', { count: 1 }))
  expect(known('album.tracks', { count: 1199 })).toBe(t('album.tracks', { count: 1199 }))
})

test('one language is not mixed up with another', async () => {
  const { instance, t } = createTranslator()
  const english = remembering(instance.getFixedT('en'))
  const before = english('nav.settings')
  await speak(instance, 'de')
  const german = remembering(instance.getFixedT('de'))
  expect(german('nav.settings')).toBe(t('nav.settings'))
  expect(german('nav.settings')).not.toBe(before)
  expect(english('nav.settings')).toBe(before)
})
