import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Screen } from './stage.ts'

/** What cannot be done, and how it is said. */
export const troubles: readonly Screen[] = [
  {
    name: 'path-refused',
    isDetail: true,
    open: async ({ page, button, openPath }) => {
      await button('Home').click()
      await openPath('/nowhere/at all')
      await page.getByRole('dialog').getByRole('alert').waitFor()
    },
  },
  {
    name: 'files-refused',
    isDetail: true,
    open: async ({ page, music, button, toast }) => {
      const ruin = path.join(music, '99 ruin.flac')
      await writeFile(ruin, 'not music at all')
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Path', { exact: true }).fill(music)
      await dialog.getByRole('button', { name: 'Add to queue' }).click()
      await toast('One file could not be opened').waitFor()
      await button('Show').click()
      await dialog.getByText('99 ruin.flac').waitFor()
    },
  },
]
