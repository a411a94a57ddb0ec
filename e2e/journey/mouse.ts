import type { Melofy } from '../interface/melofy.ts'
import { inRail, type Hands } from './hands.ts'

/** Everything with the mouse; only what is text is typed. */
export function mouse(window: Melofy): Hands {
  const { page, bar, button, queueRows, rows } = window
  return {
    async addFolder(folder) {
      await button('Choose folder…').click()
      await page.getByRole('dialog').getByLabel('Path', { exact: true }).fill(folder)
      await button('Add to library').click()
    },
    async search(text) {
      await page.getByRole('searchbox').click()
      await page.keyboard.type(text)
    },
    async playAlbumOfBestMatch(album) {
      await page.getByRole('main').locator('[data-result]').first().click()
      await button(`Play ${album}`).click()
    },
    openQueue: () => bar.getByRole('button', { name: 'Queue' }).click(),
    async moveLastToFront() {
      const from = await queueRows.last().boundingBox()
      const to = await queueRows.nth(1).boundingBox()
      if (!from || !to) throw new Error('The rows are not on screen')
      await page.mouse.move(from.x + 80, from.y + 20)
      await page.mouse.down()
      await page.mouse.move(from.x + 80, from.y, { steps: 4 })
      await page.mouse.move(to.x + 80, to.y + 6, { steps: 6 })
      await page.locator('[data-drop-line]').waitFor()
      await page.mouse.up()
    },
    likeCurrent: () => bar.getByRole('button', { name: 'Add to Liked songs' }).click(),
    async makePlaylist(name) {
      await rows.nth(2).click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Add to playlist' }).click()
      await page.getByRole('menuitem', { name: 'New playlist…' }).click()
      await page.getByRole('textbox', { name: 'Name of the playlist' }).fill(name)
      // Leaving the field keeps what was written.
      await page.getByRole('main').getByRole('columnheader', { name: 'Title' }).click()
    },
    async deletePlaylist(name) {
      await inRail(window, name).click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Delete playlist' }).click()
    },
    undo: () => button('Undo').last().click(),
    async goOnAndPause() {
      const line = await bar.getByRole('slider', { name: 'Position' }).boundingBox()
      if (!line) throw new Error('There is no seek bar')
      await page.mouse.click(line.x + line.width / 2, line.y + line.height / 2)
      await window.until(window.heardSeconds, (seconds) => seconds >= 10)
      await bar.getByRole('button', { name: 'Pause' }).click()
    },
    async openAlbums() {
      await button('Library').click()
    },
  }
}
