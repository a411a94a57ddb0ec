import { fillHistory, fillShelf } from './fill.ts'
import type { Screen } from './stage.ts'

/** From the first run to what plays, what comes next and what was heard. */
export const listening: readonly Screen[] = [
  {
    name: 'welcome',
    open: async ({ button }) => {
      await button('Play the album').waitFor()
    },
  },
  {
    name: 'library-empty',
    isDetail: true,
    open: async ({ page, button }) => {
      await button('Library').click()
      await page.getByRole('heading', { name: 'Your library is empty' }).waitFor()
    },
  },
  {
    name: 'queue-empty',
    isDetail: true,
    open: async ({ page, button }) => {
      await button('Home').click()
      await page.keyboard.press('q')
      await page.getByText('Nothing is queued').waitFor()
    },
  },
  {
    name: 'search-empty',
    isDetail: true,
    open: async ({ page, button }) => {
      await button('Close queue').click()
      await button('Search').click()
      await page.getByRole('heading', { name: 'What would you like to hear?' }).waitFor()
    },
  },
  {
    name: 'album',
    open: async ({ app, records, button, rows, until, heardSeconds }) => {
      await button('Home').click()
      if (records !== null) await fillShelf(app, records)
      await button(records === null ? 'See the tracks' : /^Tideglass Sessions Album/)
        .first()
        .click()
      await rows.nth(1).dblclick()
      await until(heardSeconds, (seconds) => seconds >= 1)
      await rows.nth(3).click()
      await rows.nth(4).click({ modifiers: ['Shift'] })
    },
  },
  {
    name: 'sound',
    open: async ({ page, button }) => {
      await button(/^What is playing/).press('Enter')
      await page.getByRole('dialog', { name: 'What is playing' }).waitFor()
    },
  },
  {
    name: 'now-playing',
    open: async ({ page }) => {
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.keyboard.press('f')
      await page.getByRole('dialog', { name: 'Now playing' }).waitFor()
    },
  },
  {
    name: 'queue',
    open: async ({ page, music, openPath, title, until, button, queueRows }) => {
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
    open: async ({ page, app, music, records, button, title, until }) => {
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
      await fillHistory(app, records === null ? music : null, shown)
      // The last one is really heard, for a moment.
      await shown(await next())
    },
  },
]
