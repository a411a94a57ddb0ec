import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { call, openApp } from './harness/index.ts'
import type { App } from './harness/index.ts'
import { melofy } from './interface/melofy.ts'
import type { Melofy } from './interface/melofy.ts'

let app: App

afterEach(() => app.close())

/** The demo album as an exporter writes it: one of which artist and length are doubtful, one song that nobody has, one episode. */
const table = [
  'Track URI,Track Name,Artist Name(s),Album Name,Track Duration (ms)',
  ',"First Light, Low Water",Tideglass Ensemble,Tideglass Sessions,43716',
  ',The Tide Turns Over,Somebody Else,Tideglass Sessions,57273',
  ',Nothing Like It Anywhere,Nobody at All,,200000',
  ',No Particular Key,Ilse Marrowby,Tideglass Sessions,60883',
  'spotify:episode:4rOoJ6Egrf8K2IrywzwOMk,An Hour of Talk,Somebody,,3600000',
].join('\n')

/** Drops a file on the window, as one does from a folder: UTF-16, as a spreadsheet on Windows saves it. */
async function drop({ page }: Melofy, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ fileName, written }) => {
      const units = Uint16Array.from(`\uFEFF${written}`, (sign) => sign.charCodeAt(0))
      const data = new DataTransfer()
      data.items.add(new File([units], fileName, { type: 'text/csv' }))
      return data
    },
    { fileName: name, written: text },
  )
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer })
  await page.getByRole('heading', { name: 'Bring these songs over' }).waitFor()
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
}

async function titlesIn({ rows }: Melofy): Promise<readonly string[]> {
  return rows.evaluateAll((all) =>
    all
      // One that the page let go between being found and being looked at has no place.
      .filter((row) => row.isConnected)
      .toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
      .map((row) => row.querySelector('bdi')?.textContent ?? ''),
  )
}

it('a list that is dropped on the window becomes a playlist; what is doubtful is heard, decided by keyboard, and all of it outlives a restart', async () => {
  app = await openApp()
  const window = await melofy(app.page())
  const { page, button, rows, until, bar } = window
  const main = page.getByRole('main')
  // Something plays, so that one hears whether it waits for what is listened to.
  await button('Play the album').click()
  await until(window.heardSeconds, (seconds) => seconds >= 1)
  // The demo album as music of one's own: imports look in the library.
  await call(app, 'library.addFolders', { paths: [path.resolve('resources/demo')] })
  await until(
    () => call(app, 'library.summary', null),
    ({ tracks }) => tracks === 6,
  )

  await drop(window, 'Roadside 2019.csv', table)
  const dialog = page.getByRole('dialog', { name: 'Bring playlists over' })
  await dialog.getByText('4 songs', { exact: true }).waitFor()
  await dialog.getByText('One entry is no song').waitFor()
  expect(await call(app, 'imports.list', null)).toEqual([])
  await dialog.getByRole('button', { name: 'Bring over 4 songs' }).click()

  await page.getByRole('heading', { name: 'Roadside 2019', level: 1 }).waitFor()
  const count = (name: string) => main.locator('dl > div', { has: page.getByText(name, { exact: true }) }).locator('dd')
  for (const [name, number] of [
    ['Matched', '2'],
    ['To review', '1'],
    ['Not found', '1'],
    ['Skipped', '1'],
  ] as const)
    await count(name).filter({ hasText: number }).waitFor()

  // A person who comes back later begins where the playlist says what is missing.
  await button('Open playlist').click()
  expect(
    await until(
      () => titlesIn(window),
      (titles) => titles.length === 2,
    ),
  ).toEqual(['First Light, Low Water', 'No Particular Key'])
  await main.getByText('One needs review, One not found').waitFor()
  await button('Review').click()

  // By keyboard alone: heard, chosen, taken back, left out, taken back, chosen.
  await rows.first().focus()
  const candidate = main.getByRole('article', { name: '1: The Tide Turns Over' })
  await candidate.waitFor()
  expect(await candidate.textContent()).toContain('−2 s')
  await page.keyboard.press('Enter')
  await button('Stop listening to The Tide Turns Over').waitFor()
  await bar.getByRole('button', { name: 'Play', exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await bar.getByRole('button', { name: 'Pause', exact: true }).waitFor()
  await page.keyboard.press('1')
  await main.getByText('Chosen: The Tide Turns Over').waitFor()
  await main.getByRole('heading', { name: 'Nothing is left to decide' }).waitFor()
  await button(/^Undo/).click()
  await rows.first().focus()
  await page.keyboard.press('Delete')
  await main.getByText('Left out: The Tide Turns Over').waitFor()
  await button(/^Undo/).click()
  await rows.first().focus()
  await page.keyboard.press('1')
  await count('Matched').filter({ hasText: '3' }).waitFor()

  // What was not found is searched for by hand, with other words.
  await button(/^Not found/).click()
  const words = main.getByRole('searchbox', { name: 'Words to search for' })
  expect(await words.inputValue()).toBe('Nobody at All Nothing Like It Anywhere')
  await words.fill('glass weather')
  await words.press('Enter')
  await main.getByRole('article', { name: '1: Glass Weather' }).getByRole('button', { name: 'Use this' }).click()
  await count('Matched').filter({ hasText: '4' }).waitFor()

  const inOrder = ['First Light, Low Water', 'The Tide Turns Over', 'Glass Weather', 'No Particular Key']
  await button('Open playlist').click()
  expect(
    await until(
      () => titlesIn(window),
      (titles) => titles.length === 4,
    ),
  ).toEqual(inOrder)

  const after = await melofy(await app.restart())
  await after.page.getByRole('region', { name: 'Playlists' }).getByRole('button', { name: 'Roadside 2019' }).click()
  expect(
    await after.until(
      () => titlesIn(after),
      (titles) => titles.length === 4,
    ),
  ).toEqual(inOrder)
  await after.page.keyboard.press('Control+k')
  await after.page.getByRole('combobox').fill('Imports')
  await after.page.getByRole('option', { name: 'Imports' }).first().click()
  await after.button('Roadside 2019').click()
  await after.page.getByRole('main').getByRole('button', { name: 'All 5' }).waitFor()
  expect(
    await after.until(
      () => titlesIn(after),
      (titles) => titles.length === 5,
    ),
  ).toContain('An Hour of Talk')

  // Taken away with its playlist, and brought back.
  await after.button('Remove the import of Roadside 2019').click()
  await after.page.getByRole('menuitem', { name: 'Remove the import and its playlist' }).click()
  await after.toast(/^Removed the import/).waitFor()
  await after.page.getByRole('heading', { name: 'Bring your playlists over' }).waitFor()
  await after.button('Undo').click()
  await after.page.getByRole('heading', { name: 'Roadside 2019', level: 1 }).waitFor()
  await after.button('Open playlist').click()
  expect(
    await after.until(
      () => titlesIn(after),
      (titles) => titles.length === 4,
    ),
  ).toEqual(inOrder)
})
