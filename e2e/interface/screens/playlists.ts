import type { Screen } from './stage.ts'

/** Likes and playlists. */
export const playlists: readonly Screen[] = [
  {
    name: 'playlist',
    open: async ({ page, button, rows, bar }) => {
      await button(/Late Ferry.*tracks/)
        .first()
        .click()
      await page.getByRole('heading', { name: 'Late Ferry', level: 1 }).waitFor()
      await rows.first().click()
      await page.keyboard.press('Control+a')
      await rows.first().click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Add to playlist' }).click()
      await page.getByRole('menuitem', { name: 'New playlist…' }).click()
      await page.getByRole('textbox', { name: 'Name of the playlist' }).fill('Harbour lights')
      await page.keyboard.press('Enter')
      await rows.nth(7).waitFor()
      await bar.getByRole('button', { name: 'Add to Liked songs' }).click()
      await rows.nth(2).hover()
      await rows
        .nth(2)
        .getByRole('button', { name: /^Like / })
        .click()
      await rows.nth(3).click()
      await rows.nth(4).click({ modifiers: ['Shift'] })
    },
  },
  {
    name: 'smart-playlist-editor',
    open: async ({ page, button }) => {
      await button('Make a playlist').click()
      await page.getByRole('menuitem', { name: 'New smart playlist…' }).click()
      const dialog = page.getByRole('dialog', { name: 'New smart playlist' })
      await dialog.getByRole('button', { name: 'Add a rule' }).click()
      await dialog.getByRole('textbox', { name: 'Rule 2: value' }).fill('Mira')
    },
  },
  {
    name: 'smart-playlist',
    open: async ({ page }) => {
      await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click()
      await page.getByRole('heading', { name: 'Lately added', level: 1 }).waitFor()
    },
  },
]
