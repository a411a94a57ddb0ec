import type { Screen } from './stage.ts'

/** Settings by section, and the keys. */
export const settings: readonly Screen[] = [
  {
    name: 'settings',
    open: async ({ page, button }) => {
      await button('Settings').click()
      await page.getByText('Crossfade', { exact: true }).waitFor()
    },
  },
  {
    name: 'settings-shortcuts',
    open: async ({ page, button }) => {
      await button('Shortcuts').click()
      await page.getByText('Next track').waitFor()
    },
  },
  {
    name: 'palette',
    open: async ({ page }) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').waitFor()
      await page.keyboard.type('fold')
    },
  },
  {
    name: 'shortcut-sheet',
    open: async ({ page }) => {
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    },
  },
  {
    name: 'settings-music-folders',
    open: async ({ page, music, records, button, toast }) => {
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await button('Settings').click()
      await button('Music folders').click()
      if (records !== null) return
      await button('Add a music folder').click()
      await page.getByRole('dialog').getByLabel('Path', { exact: true }).fill(music)
      await button('Add to library').click()
      await toast(/to your library/).waitFor()
    },
  },
  {
    name: 'settings-spotify',
    open: async ({ page, button }) => {
      await button('Spotify').click()
      await page.getByText('http://127.0.0.1/callback').waitFor()
    },
  },
  {
    name: 'settings-nodelink-empty',
    open: async ({ page, button }) => {
      await button('NodeLink').click()
      await page.getByText(/NodeLink is a free server/).waitFor()
    },
  },
  {
    name: 'settings-nodelink-refused',
    open: async ({ page, node, button }) => {
      await button('Add a server').click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Address', { exact: true }).fill(node.address)
      await dialog.getByLabel('Password', { exact: true }).fill('wrong')
      await dialog.getByRole('button', { name: 'Test' }).click()
      await dialog.getByRole('alert').waitFor()
    },
  },
  {
    name: 'settings-nodelink-tested',
    open: async ({ page, node }) => {
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Password', { exact: true }).fill(node.password)
      await dialog.getByRole('button', { name: 'Test' }).click()
      await dialog.getByText('It answers, and knows the password').waitFor()
    },
  },
  {
    name: 'settings-nodelink',
    open: async ({ page, node, button }) => {
      const dialog = page.getByRole('dialog')
      const closed = () => dialog.waitFor({ state: 'detached' })
      await dialog.getByLabel('Name', { exact: true }).fill('Living room')
      await dialog.getByRole('button', { name: 'Add' }).click()
      await closed()
      await button('Add a server').click()
      await dialog.getByLabel('Address', { exact: true }).fill('http://node.music.example:3000')
      await dialog.getByLabel('Password', { exact: true }).fill(node.password)
      await dialog.getByRole('button', { name: 'Add' }).click()
      await closed()
      await page.getByText('Your NodeLink server cannot be reached').waitFor()
      await button(/^Sources: .*, Living room$/).click()
      await page.getByRole('switch', { name: 'youtube' }).waitFor()
    },
  },
  {
    name: 'settings-nodelink-remove',
    isDetail: true,
    open: async ({ page, button }) => {
      await button('Remove node.music.example').click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'settings-storage',
    open: async ({ page, button }) => {
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await button('Storage').click()
      await page.getByText('Small covers').first().waitFor()
    },
  },
  {
    name: 'settings-appearance',
    isDetail: true,
    open: async ({ page, button }) => {
      await button('Appearance').click()
      await page.getByText('Theme', { exact: true }).waitFor()
    },
  },
  {
    name: 'settings-about',
    isDetail: true,
    open: async ({ page, button }) => {
      await button('About').click()
      await page.getByText('Licence', { exact: true }).waitFor()
    },
  },
]
