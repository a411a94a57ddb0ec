import { randomUUID } from 'node:crypto'
import { call } from '../harness/index.ts'
import type { App } from '../harness/index.ts'
import type { Melofy } from './melofy.ts'

/** How to get to each screen from the one before; the order matters. */
export interface Screen {
  readonly name: string
  readonly open: (melofy: Melofy, music: string, app: App) => Promise<void>
}

export const screens: readonly Screen[] = [
  {
    name: 'welcome',
    open: async ({ button }) => {
      await button('Play the album').waitFor()
    },
  },
  {
    name: 'album',
    open: async ({ button, rows, until, heardSeconds }) => {
      await button('See the tracks').click()
      await rows.nth(1).dblclick()
      await until(heardSeconds, (seconds) => seconds >= 1)
      await rows.nth(3).click()
      await rows.nth(4).click({ modifiers: ['Shift'] })
    },
  },
  {
    name: 'now-playing',
    open: async ({ page }) => {
      await page.keyboard.press('f')
      await page.getByRole('dialog', { name: 'Now playing' }).waitFor()
    },
  },
  {
    name: 'queue',
    open: async ({ page, openPath, title, until, button, queueRows }, music) => {
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await button('Home').click()
      await openPath(music)
      await until(
        () => title.textContent(),
        (now) => now === 'Paper Lanterns',
      )
      await button(/Tideglass Sessions/)
        .first()
        .click()
      await button('Add to queue').click()
      await button(/Late Ferry/)
        .first()
        .click()
      await page.keyboard.press('q')
      await queueRows.nth(4).click()
    },
  },
  {
    name: 'home',
    open: async ({ page, button, title, until }, music, app) => {
      await button('Close queue').click()
      await button('Home').click()
      await page.getByRole('heading', { name: 'Jump back in' }).waitFor()
      await button('Shuffle: off').waitFor()
      const shown = (name: string) => page.getByRole('main').getByText(name, { exact: true }).first().waitFor()
      const next = async (): Promise<string> => {
        const before = await title.textContent()
        await page.keyboard.press('n')
        const now = await until(
          () => title.textContent(),
          (other) => other !== before,
        )
        return now ?? ''
      }
      // What was put in the queue is passed, then the rest of the folder.
      for (let step = 0; step < 12; step += 1) await next()
      await hear(app, music, shown)
      // The last one is really heard, for a moment.
      await shown(await next())
    },
  },
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
    open: async ({ page, button, toast }, music) => {
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await button('Settings').click()
      await button('Music folders').click()
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
    name: 'library-albums',
    open: async ({ page, button }) => {
      await button('Library').click()
      await page.getByRole('grid', { name: 'Albums' }).locator('[data-card="0"]').waitFor()
    },
  },
  {
    name: 'library-artists',
    open: async ({ page }) => {
      await page.getByRole('main').getByText('Artists', { exact: true }).first().click()
      await page.getByRole('grid', { name: 'Artists' }).locator('[data-card="0"]').waitFor()
    },
  },
  {
    name: 'library-tracks',
    open: async ({ page, rows }) => {
      await page.getByRole('main').getByText('Tracks', { exact: true }).first().click()
      await rows.nth(3).waitFor()
    },
  },
  {
    name: 'search',
    open: async ({ page, button }) => {
      await button('Search').click()
      await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('mira')
      await page.getByRole('main').getByText('Mira Vale').first().waitFor()
    },
  },
]

/** Puts the demo album and all but the last track of the folder into the history, as if each was heard now. */
async function hear(app: App, music: string, shown: (title: string) => Promise<void>): Promise<void> {
  const demo = await call(app, 'demo.album', null)
  const folder = await call(app, 'files.open', { paths: [music], taskId: 'screens' })
  for (const { id: trackId, title } of [...demo.tracks, ...folder.tracks.slice(0, -1)]) {
    const play = { playId: randomUUID(), trackId, startedAt: Date.now(), heardMs: 17_000, end: 'skipped' } as const
    await call(app, 'history.record', play)
    await shown(title)
  }
}
