import { call } from '../../harness/index.ts'
import type { App } from '../../harness/index.ts'
import type { Screen } from './stage.ts'

/** Songs as somebody writes them down: some that are there, some by other people, one that nobody has. */
async function songsOf(app: App): Promise<string> {
  const query = { scope: { kind: 'all' }, sort: 'title', descending: false, filter: '' } as const
  const { rows } = await call(app, 'library.tracks', { query, range: { from: 0, to: 60 } })
  const lines = rows.map(
    ({ title, artists }, at) => `${at % 3 === 1 ? 'Somebody Else' : (artists[0] ?? 'Anybody')} – ${title}`,
  )
  return [...lines, 'Nobody at All – Nothing Like It Anywhere'].join('\n')
}

/** Bringing songs over from elsewhere: asked for, told, on their way, and decided. */
export const imports: readonly Screen[] = [
  {
    name: 'imports-empty',
    isDetail: true,
    open: async ({ page, button }) => {
      await button('Make a playlist').click()
      await page.getByRole('menuitem', { name: 'Imports' }).click()
      await page.getByRole('heading', { name: 'Bring your playlists over' }).waitFor()
    },
  },
  {
    name: 'import-wizard',
    open: async ({ page, button }) => {
      await button('From a file').click()
      await page.getByRole('dialog').getByText('How to get such a file').click()
    },
  },
  {
    name: 'import-link-refused',
    isDetail: true,
    open: async ({ page }) => {
      const dialog = page.getByRole('dialog')
      await dialog.getByText('Link', { exact: true }).click()
      await dialog.getByLabel('Link to a Spotify playlist').fill('https://open.spotify.com/track/1')
      await dialog.getByRole('button', { name: 'Start' }).click()
      await dialog.getByRole('alert').waitFor()
    },
  },
  {
    name: 'import-account',
    isDetail: true,
    open: async ({ page }) => {
      await page.getByRole('dialog').getByText('Spotify', { exact: true }).click()
      await page.getByRole('dialog').getByText('Spotify is not set up').waitFor()
    },
  },
  {
    name: 'import-read',
    open: async ({ page, app }) => {
      const dialog = page.getByRole('dialog')
      await dialog.getByText('Text', { exact: true }).click()
      await dialog.getByLabel('Songs, one a line').fill(await songsOf(app))
      await dialog.getByLabel('Name of the playlist').fill('Roadside 2019')
      await dialog.getByRole('button', { name: 'Next' }).click()
      await dialog.getByRole('button', { name: /^Bring over/ }).waitFor()
    },
  },
  {
    name: 'import-review',
    open: async ({ page, app, button, rows, until }) => {
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Bring over/ })
        .click()
      await page.getByRole('heading', { name: 'Roadside 2019', level: 1 }).waitFor()
      await until(
        () => call(app, 'imports.list', null),
        ([job]) => job?.state.kind === 'done',
      )
      await button(/^To review/).click()
      await page.locator('[data-candidate="0"]').waitFor()
      await rows.first().focus()
    },
  },
  {
    name: 'import-not-found',
    isDetail: true,
    open: async ({ page, button }) => {
      await button(/^Not found/).click()
      await page.getByRole('searchbox', { name: 'Words to search for' }).waitFor()
    },
  },
  {
    name: 'import-playlist',
    isDetail: true,
    open: async ({ button, rows }) => {
      await button('Open playlist').click()
      await button('Review').waitFor()
      await rows.first().waitFor()
    },
  },
  {
    name: 'imports',
    open: async ({ page, button }) => {
      await button('Make a playlist').click()
      await page.getByRole('menuitem', { name: 'Imports' }).click()
      await button('Roadside 2019').waitFor()
    },
  },
]
