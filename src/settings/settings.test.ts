import { expect, test } from 'vitest'
import { defaultSettings, settingsSchema } from './index.ts'

test('the defaults that the page has without the schema are those of the schema', () => {
  expect(settingsSchema.parse({})).toEqual(defaultSettings)
})
