import * as fc from 'fast-check'
import fs from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Settings, defaultSettings } from '../../../src/settings/index.ts'
import { silentLog } from '../log/index.ts'
import { type OpenedStore, openStore } from '../store/index.ts'
import { temporaryFolder } from '../store/testing/index.ts'
import { type SettingsStore, createSettings } from './index.ts'

let folder: string
let store: OpenedStore
let changes: Settings[]

beforeEach(() => {
  folder = temporaryFolder()
  store = openStore({ folder, log: silentLog })
  changes = []
})

afterEach(() => {
  store.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

const settings = (): SettingsStore => createSettings(store, (changed) => changes.push(changed))

test('settings start at their defaults and keep what was chosen', () => {
  expect(settings().get()).toEqual(defaultSettings)
  const updated = settings().update({ theme: 'dark', crossfadeMs: 4000 })
  expect(updated).toEqual({ ...defaultSettings, theme: 'dark', crossfadeMs: 4000 })
  expect(settings().get()).toEqual(updated)
})

test('a change is told once, and choosing the same again is no change', () => {
  settings().update({ theme: 'dark' })
  settings().update({ theme: 'dark' })
  settings().update({})
  expect(changes).toEqual([{ ...defaultSettings, theme: 'dark' }])
})

test.each(['{"broken', '"purple"', 'null', '7', '[]'])('one damaged value (%s) falls back alone', (value) => {
  settings().update({ theme: 'dark', preampDb: -3 })
  store.run(`UPDATE settings SET value = ? WHERE key = 'theme'`, value)
  expect(settings().get()).toEqual({ ...defaultSettings, preampDb: -3 })
  expect(settings().update({ theme: 'light' }).theme).toBe('light')
})

test('what a newer version stored is still there after a change by this one', () => {
  store.run(`INSERT INTO settings VALUES ('lyricsFont', '{"size":3}')`)
  store.run(`INSERT INTO settings VALUES ('__proto__', '{"theme":"dark"}')`)
  expect(settings().update({ theme: 'light' })).toEqual({ ...defaultSettings, theme: 'light' })
  store.close()
  store = openStore({ folder, log: silentLog })
  expect(store.run(`DELETE FROM settings WHERE key = 'lyricsFont' AND value = '{"size":3}'`)).toBe(1)
})

test('whatever lies in the table, settings can be read', () => {
  const keys = fc.constantFrom(...Object.keys(defaultSettings), 'other')
  fc.assert(
    fc.property(fc.dictionary(keys, fc.oneof(fc.json(), fc.string())), (rows) => {
      store.run('DELETE FROM settings')
      for (const [key, value] of Object.entries(rows)) store.run('INSERT INTO settings VALUES (?, ?)', key, value)
      expect(Object.keys(settings().get()).sort()).toEqual(Object.keys(defaultSettings).sort())
    }),
  )
})
