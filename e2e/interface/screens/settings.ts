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
    name: 'settings-storage',
    open: async ({ page, button }) => {
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
