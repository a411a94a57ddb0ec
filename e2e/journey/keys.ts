import type { Locator } from 'playwright-core'
import type { Melofy } from '../interface/melofy.ts'
import { inRail, type Hands } from './hands.ts'

/** As often as somebody is willing to press Tab, or an arrow in a menu, to get somewhere. */
const patience = 20

/** Everything with the keyboard alone: Tab, arrows, Enter, and the shortcuts of the shortcut sheet. */
export function keys(window: Melofy): Hands {
  const { page, button, queueRows, rows } = window
  const { keyboard } = page

  const press = async (...names: readonly string[]) => {
    for (const name of names) await keyboard.press(name)
  }
  /** Presses a key until the keyboard is where it is wanted. */
  const go = async (key: string, target: Locator) => {
    await target.waitFor({ state: 'attached' })
    for (let times = 0; times <= patience; times += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await keyboard.press(key)
    }
    throw new Error(`Not reached with ${patience} times ${key}`)
  }
  /** Chooses an item of the menu that is open. */
  const choose = async (name: string) => {
    const item = page.getByRole('menuitem', { name })
    await item.waitFor()
    for (let times = 0; times <= patience; times += 1) {
      if (await item.evaluate((element) => element.hasAttribute('data-highlighted'))) {
        await keyboard.press('Enter')
        return
      }
      await keyboard.press('ArrowDown')
    }
    throw new Error(`“${name}” was not reached`)
  }
  return {
    async addFolder(folder) {
      await go('Tab', button('Choose folder…'))
      await press('Enter')
      await go('Tab', page.getByRole('dialog').getByLabel('Path', { exact: true }))
      await keyboard.type(folder)
      await press('Enter')
    },
    async search(text) {
      await press('/')
      await keyboard.type(text)
    },
    async playAlbumOfBestMatch(album) {
      await press('ArrowDown', 'Enter')
      await go('Tab', button(`Play ${album}`))
      await press('Enter')
    },
    openQueue: () => press('q'),
    async moveLastToFront() {
      await go('Tab', queueRows.first())
      await press('End', 'Alt+ArrowUp', 'Alt+ArrowUp', 'Alt+ArrowUp')
    },
    likeCurrent: () => press('Shift+L'),
    async makePlaylist(name) {
      await go('Shift+Tab', rows.first())
      await press('ArrowDown', 'ArrowDown', 'Shift+F10')
      await choose('Add to playlist')
      await choose('New playlist…')
      await go('Tab', page.getByRole('textbox', { name: 'Name of the playlist' }))
      await keyboard.type(name)
      await press('Enter')
    },
    async deletePlaylist(name) {
      await go('Shift+Tab', inRail(window, name))
      await press('Delete')
    },
    undo: () => press('Control+z'),
    async goOnAndPause() {
      await press('ArrowRight', 'ArrowRight')
      await window.until(window.heardSeconds, (seconds) => seconds >= 10)
      await press('Space')
    },
    async openAlbums() {
      await go('Tab', button('Library'))
      await press('Enter')
    },
  }
}
