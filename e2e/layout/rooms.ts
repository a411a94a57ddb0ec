import type { TFunction } from 'i18next'
import type { Page } from 'playwright-core'

export interface Tour {
  readonly page: Page
  /** Words in the language that the page speaks. */
  readonly t: TFunction
  /** Puts music and playlists where there was only the demo album. */
  readonly fill: () => Promise<void>
  /** Makes a server known that finds tracks with long names for `nacht`. */
  readonly connect: () => Promise<void>
}

/** The way through every room, in any language, each from the one before. */
export function roomsIn({
  page,
  t,
  fill,
  connect,
}: Tour): readonly (readonly [name: string, open: () => Promise<void>])[] {
  const main = page.getByRole('main')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const press = (name: string) => button(name).first().click()
  const closed = async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  const tab = (words: string, there: string) => async () => {
    await main.getByRole('button', { name: words, exact: true }).click()
    await main.locator(there).first().waitFor()
  }
  const section = (words: string) => async () => {
    await main.getByRole('button', { name: words, exact: true }).click()
    await main.locator('button[aria-current="page"]', { hasText: words }).waitFor()
    await main.getByRole('heading', { level: 2 }).first().waitFor()
  }
  return [
    ['welcome', () => button(t('home.playAlbum')).waitFor()],
    [
      'playlists-page',
      async () => {
        await press(t('home.playAlbum'))
        await fill()
        await page
          .getByRole('button', { name: /^After midnight/ })
          .first()
          .click()
        await main.getByRole('heading', { name: 'After midnight', level: 1 }).waitFor()
        await main.locator('[data-row]').first().waitFor()
      },
    ],
    [
      'home',
      async () => {
        await press(t('nav.home'))
        await main.getByRole('heading', { name: t('home.newInLibrary') }).waitFor()
      },
    ],
    [
      'queue',
      async () => {
        await page.keyboard.press('q')
        await page.getByRole('complementary').locator('[data-row]').first().waitFor()
      },
    ],
    [
      'search',
      async () => {
        await press(t('queue.close'))
        await press(t('nav.search'))
        await main.getByRole('heading', { level: 2 }).first().waitFor()
      },
    ],
    [
      'results',
      async () => {
        await page.getByRole('searchbox').fill('mira')
        await page.locator('[data-results-of="mira"]').waitFor()
      },
    ],
    [
      'node-results',
      async () => {
        await connect()
        await page.getByRole('searchbox').fill('nacht')
        await page.locator('[data-answered="nacht"]').waitFor({ state: 'attached' })
        await main.locator('[data-row="1"]').waitFor()
      },
    ],
    [
      'nothing-found',
      async () => {
        await page.getByRole('searchbox').fill('zzzqqq')
        await page.getByRole('heading', { name: t('search.nothing', { text: 'zzzqqq' }) }).waitFor()
      },
    ],
    [
      'albums',
      async () => {
        await page.getByRole('searchbox').fill('')
        await press(t('nav.library'))
        await tab(t('library.tabAlbums'), '[data-card="0"]')()
      },
    ],
    ['artists', tab(t('library.tabArtists'), '[data-card="0"]')],
    ['tracks', tab(t('library.tabTracks'), '[data-row="0"]')],
    ['liked', tab(t('library.tabLiked'), 'h2')],
    ['playlists', tab(t('library.tabPlaylists'), '[data-card="0"]')],
    ['folders', tab(t('library.tabFolders'), 'li button')],
    [
      'folder',
      async () => {
        await main.locator('li button').first().click()
        await main.locator('[data-row="0"]').waitFor()
      },
    ],
    [
      'artist',
      async () => {
        await press(t('nav.library'))
        await tab(t('library.tabArtists'), '[data-card="0"]')()
        await main.getByRole('button', { name: /^Mira Vale/ }).click()
        await main.getByRole('heading', { name: 'Mira Vale', level: 1 }).waitFor()
      },
    ],
    [
      'album',
      async () => {
        await main.locator('[data-card="0"]').click()
        await main.getByRole('heading', { name: 'Slow Harbour', level: 1 }).waitFor()
      },
    ],
    [
      'import-wizard',
      async () => {
        await page.keyboard.press('Control+k')
        await page.getByRole('combobox').fill(t('command.bring-over'))
        await page.keyboard.press('Enter')
        await page.getByRole('dialog').getByText(t('imports.wayShort.link'), { exact: true }).click()
        await page.getByRole('dialog').getByLabel(t('imports.linkLabel')).waitFor()
      },
    ],
    [
      'import-read',
      async () => {
        const dialog = page.getByRole('dialog')
        await dialog.getByText(t('imports.wayShort.text'), { exact: true }).click()
        await dialog
          .getByLabel(t('imports.textLabel'))
          .fill('Mira Vale – Harbour Lights\nSomebody Else – Fault Lines\nNobody – Nothing like it anywhere')
        await dialog.getByRole('button', { name: t('imports.next') }).click()
        await dialog.getByRole('button', { name: t('imports.startCount', { count: 3 }) }).waitFor()
      },
    ],
    [
      'import',
      async () => {
        await page
          .getByRole('dialog')
          .getByRole('button', { name: t('imports.startCount', { count: 3 }) })
          .click()
        await main.getByRole('heading', { name: t('imports.pastedName'), level: 1 }).waitFor()
        await main.getByRole('button', { name: t('imports.lookAgain') }).waitFor()
        await main.getByRole('button', { name: new RegExp(`^${t('imports.tab.none')}`) }).click()
        await main.getByRole('searchbox', { name: t('imports.searchWords') }).waitFor()
      },
    ],
    [
      'imports',
      async () => {
        await page.keyboard.press('Control+k')
        await page.getByRole('combobox').fill(t('command.imports'))
        await page.keyboard.press('Enter')
        await main.getByRole('list', { name: t('imports.title') }).waitFor()
      },
    ],
    [
      'smart-editor',
      async () => {
        await page
          .getByRole('region', { name: t('library.tabPlaylists') })
          .getByRole('button')
          .first()
          .click()
        await page.getByRole('menuitem').nth(1).click()
        await page.getByRole('dialog').getByRole('textbox').first().waitFor()
      },
    ],
    [
      'settings-folders',
      async () => {
        await closed()
        await press(t('nav.settings'))
        await section(t('settings.folders'))()
      },
    ],
    ['settings-nodelink', section(t('nodelink.label'))],
    ['settings-spotify', section(t('spotify.label'))],
    ['settings-playback', section(t('settings.playback'))],
    ['settings-appearance', section(t('settings.appearance'))],
    ['settings-shortcuts', section(t('settings.shortcuts'))],
    ['settings-storage', section(t('settings.storage'))],
    ['settings-about', section(t('settings.about'))],
    [
      'palette',
      async () => {
        await page.keyboard.press('Control+k')
        await page.getByRole('option').first().waitFor()
      },
    ],
    [
      'shortcut-sheet',
      async () => {
        await closed()
        await page.keyboard.press('?')
        await page.getByRole('dialog').getByRole('heading').first().waitFor()
      },
    ],
    [
      'now-playing',
      async () => {
        await closed()
        await page.keyboard.press('f')
        await page.getByRole('dialog', { name: t('nowPlaying.label') }).waitFor()
      },
    ],
    [
      'open-by-path',
      async () => {
        await closed()
        await press(t('nav.home'))
        await main
          .getByRole('button', { name: t('home.path') })
          .first()
          .click()
        await page.getByRole('dialog').getByRole('textbox').fill('/nowhere')
        await page.keyboard.press('Enter')
        await page.getByRole('dialog').getByRole('alert').waitFor()
      },
    ],
  ]
}
