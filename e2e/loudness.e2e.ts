import { afterEach, expect, it } from 'vitest'
import { openApp } from './harness/index.ts'
import type { App } from './harness/index.ts'
import { call } from './harness/contract.ts'
import { melofy } from './interface/melofy.ts'
import { musicFolder } from './interface/music.ts'

let app: App
afterEach(() => app.close())

const query = {
  sort: 'title',
  descending: false,
  filter: '',
  scope: { kind: 'all' },
} as const

it('measures the library in the background, shows how far it is, and keeps it over a kill', async () => {
  app = await openApp()
  const { page, button, until } = await melofy(app.page())
  await call(app, 'library.addFolders', { paths: [await musicFolder()] })
  await until(
    () => call(app, 'library.summary', null),
    ({ tracks }) => tracks > 0,
  )
  await button('Settings').click()
  await page.getByRole('switch', { name: /Measure loudness/ }).waitFor()
  await page.getByText('Known for every track in your library').waitFor({ timeout: 90_000 })
  const loudness = async (): Promise<unknown> => {
    const { rows } = await call(app, 'library.tracks', { query, range: { from: 0, to: 50 } })
    return rows.map((track) => track.loudness)
  }
  const before = await loudness()
  expect(before).not.toContain(null)
  await app.crash()
  expect(await loudness()).toEqual(before)
}, 180_000)
