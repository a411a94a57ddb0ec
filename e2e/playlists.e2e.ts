import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { call, openApp } from './harness/index.ts'
import type { App } from './harness/index.ts'
import { melofy } from './interface/melofy.ts'
import type { Melofy } from './interface/melofy.ts'

let app: App

/** Titles of the rows on the page, as far as they are rendered, in their order on screen. */
async function titlesOf({ rows }: Melofy): Promise<readonly string[]> {
  return rows.evaluateAll((all) =>
    all
      .toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
      .map((row) => row.querySelector('bdi')?.textContent ?? ''),
  )
}

/** The playlist's own button in the rail. */
function inRail({ page }: Melofy, name: string) {
  return page.getByRole('region', { name: 'Playlists' }).getByRole('button', { name })
}

/** A playlist of the demo album's six tracks, named, its page open. */
async function playlistOfDemo(window: Melofy, name: string): Promise<readonly string[]> {
  const { page, button, rows, until } = window
  await button('See the tracks').click()
  await rows.nth(5).waitFor()
  await rows.first().click()
  await page.keyboard.press('Control+a')
  await rows.first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Add to playlist' }).click()
  await page.getByRole('menuitem', { name: 'New playlist…' }).click()
  const field = page.getByRole('textbox', { name: 'Name of the playlist' })
  await field.fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  return until(
    () => titlesOf(window),
    (titles) => titles.length === 6,
  )
}

describe('playlists', () => {
  afterEach(() => app.close())

  it('are made, filled, put in order and brought back, with the pointer', async () => {
    app = await openApp()
    const window = await melofy(app.page())
    const { page, rows, button, until, toast } = window
    const before = await playlistOfDemo(window, 'Evening')
    const order = (...places: number[]) => places.map((place) => before[place])
    await inRail(window, 'Evening').getByText('6 tracks').waitFor()

    // The last row is carried to the place before the second one.
    const from = await rows.nth(5).boundingBox()
    const to = await rows.nth(1).boundingBox()
    if (!from || !to) throw new Error('The rows are not on screen')
    await page.mouse.move(from.x + 120, from.y + 20)
    await page.mouse.down()
    await page.mouse.move(from.x + 120, from.y, { steps: 4 })
    await page.mouse.move(to.x + 120, to.y + 6, { steps: 6 })
    await page.locator('[data-drop-line]').waitFor()
    await page.mouse.up()
    await until(
      () => titlesOf(window),
      (titles) => titles[1] === before[5],
    )
    expect(await titlesOf(window)).toEqual(order(0, 5, 1, 2, 3, 4))

    await page.getByText(before[5] ?? '', { exact: true }).click()
    await page.keyboard.press('Delete')
    await toast(`Removed ${before[5]} from Evening`).waitFor()
    await until(
      () => titlesOf(window),
      (titles) => titles.length === 5,
    )
    await button('Undo').click()
    await until(
      () => titlesOf(window),
      (titles) => titles.join('\n') === order(0, 5, 1, 2, 3, 4).join('\n'),
    )

    await inRail(window, 'Evening').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Delete playlist' }).click()
    await toast('Deleted Evening').waitFor()
    await inRail(window, 'Evening').waitFor({ state: 'detached' })
    await button('Undo').last().click()
    await inRail(window, 'Evening').waitFor()
    await until(
      () => titlesOf(window),
      (titles) => titles.length === 6,
    )

    const again = await melofy(await app.restart())
    // Quicker than any hand: pressed as soon as it is there, when the menu behind it is not made yet.
    await again.page.evaluate((name) => {
      const press = (_changes: readonly MutationRecord[], watch: MutationObserver): void => {
        const button = document.querySelector(`main button[aria-label="${name}"]`)
        if (!(button instanceof HTMLElement)) return
        watch.disconnect()
        button.click()
      }
      new MutationObserver(press).observe(document.body, { subtree: true, childList: true })
    }, 'More for Evening')
    await inRail(again, 'Evening').click()
    await again.page.getByRole('menuitem', { name: 'Delete playlist' }).waitFor()
    await again.page.keyboard.press('Escape')
    await again.page.getByRole('menu').waitFor({ state: 'detached' })
    expect(await again.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('More for Evening')
    await again.until(
      () => titlesOf(again),
      (titles) => titles.length === 6,
    )
    expect(await titlesOf(again)).toEqual(order(0, 5, 1, 2, 3, 4))
  })

  it('take the keyboard alone', async () => {
    app = await openApp()
    const window = await melofy(app.page())
    const { page, rows, until } = window
    const before = await playlistOfDemo(window, 'Keys')
    await rows.first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByText(`${before[1]}, now 4 of 6`).waitFor({ state: 'attached' })
    await until(
      () => titlesOf(window),
      (titles) => titles[3] === before[1],
    )
    // The keyboard went along.
    expect(await page.evaluate(() => document.activeElement?.querySelector('bdi')?.textContent)).toBe(before[1])

    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Add to Liked songs' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })

    await page.keyboard.press('Shift+N')
    await page.getByRole('textbox', { name: 'Name of the playlist' }).waitFor()
    await page.keyboard.type('Second')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Second', level: 1 }).waitFor()
    await page.getByText('Nothing in it yet').waitFor()
    await inRail(window, 'Second').focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Keys', level: 1 }).waitFor()

    await page.keyboard.press('Delete')
    await inRail(window, 'Keys').waitFor({ state: 'detached' })
    // In a text field the keys for Undo take back what was typed there, and nothing else.
    await page.keyboard.press('/')
    await page.keyboard.type('a')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    expect(await inRail(window, 'Keys').count()).toBe(0)
    await page.keyboard.press('Control+z')
    await page.getByRole('heading', { name: 'Keys', level: 1 }).waitFor()
  })

  it('like a track from the bar, from its row and by key, and say so', async () => {
    app = await openApp()
    const window = await melofy(app.page())
    const { page, bar, rows, button, until, heardSeconds, title, toast } = window
    await button('See the tracks').click()
    await rows.first().dblclick()
    await until(heardSeconds, (seconds) => seconds >= 1)
    const playing = (await title.textContent()) ?? ''
    await page.keyboard.press('Shift+L')
    await page.getByRole('status').getByText(`Added ${playing} to Liked songs`).waitFor({ state: 'attached' })
    await bar.getByRole('button', { name: 'Remove from Liked songs' }).waitFor()
    await rows
      .first()
      .getByRole('button', { name: `Unlike ${playing}` })
      .waitFor()
    await rows.nth(2).hover()
    await rows
      .nth(2)
      .getByRole('button', { name: /^Like / })
      .click()
    await rows
      .nth(2)
      .getByRole('button', { name: /^Unlike / })
      .waitFor()
    await bar.getByRole('button', { name: 'Remove from Liked songs' }).click()
    await toast(`Removed ${playing} from Liked songs`).waitFor()
    await bar.getByRole('button', { name: 'Add to Liked songs' }).waitFor()
    await button('Undo').click()
    await bar.getByRole('button', { name: 'Remove from Liked songs' }).waitFor()

    const again = await melofy(await app.restart())
    await again.bar.getByRole('button', { name: 'Remove from Liked songs' }).waitFor()
    expect(await again.title.textContent()).toBe(playing)
  })

  it('take carried tracks in the rail, leave out what is in them already, and lose their duplicates in one go', async () => {
    app = await openApp()
    const window = await melofy(app.page())
    const { page, rows, button, until, toast } = window
    const before = await playlistOfDemo(window, 'Carried')
    await button(/Tideglass Sessions/).click()
    await page.getByRole('heading', { name: 'Tideglass Sessions', level: 1 }).waitFor()
    await rows.nth(1).click()
    await rows.nth(2).click({ modifiers: ['Shift'] })
    const from = await rows.nth(1).boundingBox()
    const to = await inRail(window, 'Carried').boundingBox()
    if (!from || !to) throw new Error('Not on screen')
    await page.mouse.move(from.x + 120, from.y + 20)
    await page.mouse.down()
    await page.mouse.move(from.x + 100, from.y + 20, { steps: 3 })
    await page.mouse.move(to.x + 80, to.y + 20, { steps: 8 })
    await page.mouse.up()
    await toast('2 tracks are already in Carried').waitFor()
    await button('Add anyway').click()
    await toast('Added 2 tracks to Carried').waitFor()

    await inRail(window, 'Carried').click()
    await page.getByText('2 tracks are in this playlist more than once.').waitFor()
    await button('Show').click()
    await until(
      () => titlesOf(window),
      (titles) => titles.length === 4,
    )
    await button('Remove duplicates').click()
    await until(
      () => titlesOf(window),
      (titles) => titles.join('\n') === before.join('\n'),
    )
    await page.getByText('more than once').waitFor({ state: 'detached' })
    expect(await titlesOf(window)).toEqual(before)
  })

  it('are filtered and sorted for the moment, and keep an order when asked to', async () => {
    app = await openApp()
    const window = await melofy(app.page())
    const { page, button, until } = window
    const before = await playlistOfDemo(window, 'Sorted')
    const sorted = before.toSorted((one, other) => one.localeCompare(other, 'en'))
    await button('Own order').click()
    await page.getByRole('menuitemradio', { name: 'Title' }).click()
    await until(
      () => titlesOf(window),
      (titles) => titles.join('\n') === sorted.join('\n'),
    )
    const filter = page.getByRole('textbox', { name: 'Filter this playlist' })
    await filter.fill('no such thing')
    await page.getByText('Nothing in this playlist fits the filter.').waitFor()
    await filter.press('Escape')
    expect(await filter.inputValue()).toBe('')

    await button('Title').click()
    await page.getByRole('menuitem', { name: 'Keep this order' }).click()
    await button('Own order').waitFor()
    const again = await melofy(await app.restart())
    await inRail(again, 'Sorted').click()
    await again.until(
      () => titlesOf(again),
      (titles) => titles.join('\n') === sorted.join('\n'),
    )
  })

  it('fill themselves by rules, which read as a sentence', async () => {
    app = await openApp()
    const window = await melofy(app.page())
    const { page, button } = window
    await button('Make a playlist').click()
    await page.getByRole('menuitem', { name: 'New smart playlist…' }).click()
    const dialog = page.getByRole('dialog', { name: 'New smart playlist' })
    await dialog.getByLabel('Name of the playlist').fill('Only mine')
    await dialog.getByRole('button', { name: 'Add a rule' }).click()
    await dialog.getByText('Fill in every rule to go on.').waitFor()
    expect(await dialog.getByRole('button', { name: 'Create' }).isDisabled()).toBe(true)
    await dialog.getByRole('textbox', { name: 'Rule 2: value' }).fill('Mira')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Only mine', level: 1 }).waitFor()
    await page.getByText(/^Tracks that were added in the last 30 days and have “Mira” in the artist/).waitFor()
    await page.getByText('Nothing fits its rules').waitFor()
    await page.getByRole('main').getByRole('button', { name: 'Edit rules' }).click()
    const editor = page.getByRole('dialog', { name: 'Edit rules' })
    await editor.getByRole('button', { name: 'Remove rule 1' }).click()
    await editor.getByRole('button', { name: 'Save' }).click()
    await page.getByText(/^Tracks that have “Mira” in the artist/).waitFor()
  })

  it('go to files and come back from them, with words for what is not here', async () => {
    app = await openApp()
    // The desktop app asks with the system's own dialog, which no test can reach.
    if (app.kind === 'electron') return
    const window = await melofy(app.page())
    const { page, button, until, toast } = window
    const before = await playlistOfDemo(window, 'Travels')
    await button('More for Travels').click()
    await page.getByRole('menuitem', { name: 'Export as' }).click()
    const downloading = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'XSPF playlist' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('Travels.xspf')
    const file = path.join(app.dataFolder, 'Travels.xspf')
    await download.saveAs(file)

    const text = await readFile(file, 'utf8')
    const more = '<track><title>Nowhere</title><location>file:///nowhere/at/all.flac</location></track></trackList>'
    await writeFile(file, text.replace('</trackList>', more))
    await button('Make a playlist').click()
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('menuitem', { name: 'Import a playlist…' }).click()
    await (await choosing).setFiles(file)
    await toast('6 found, 1 not on this computer.').waitFor()
    expect(
      await until(
        () => titlesOf(window),
        (titles) => titles.length === 6,
      ),
    ).toEqual(before)
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Show' }).click()
    await page
      .getByRole('dialog')
      .getByText(/Nowhere|nowhere/)
      .waitFor()
    await page.keyboard.press('Escape')

    // A drop cannot be made by a test, but the event that it ends in can.
    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['#EXTM3U\n/nowhere/a.flac\n'], 'Old list.m3u'))
      return transfer
    })
    await page.dispatchEvent('body', 'dragover', { dataTransfer: dropped })
    await page.dispatchEvent('body', 'drop', { dataTransfer: dropped })
    await page.getByRole('heading', { name: 'Old list', level: 1 }).waitFor()
  })

  it('of ten thousand rows are looked through, put in order and taken apart like short ones', async () => {
    app = await openApp()
    const window = await melofy(app.page())
    const { page, rows, button } = window
    const { tracks } = await call(app, 'demo.album', null)
    const trackIds = Array.from({ length: 10_000 }, (_id, index) => tracks[index % tracks.length]?.id ?? '')
    const made = await call(app, 'playlists.create', { name: 'Endless', trackIds, rules: null })
    await inRail(window, 'Endless').click()
    await page.getByRole('heading', { name: 'Endless', level: 1 }).waitFor()
    await page.getByRole('grid').and(page.locator('[aria-rowcount="10001"]')).waitFor()
    expect(await rows.count()).toBeLessThan(60)
    await rows.first().click()
    await page.keyboard.press('End')
    const last = page.locator('[data-row][aria-rowindex="10001"]')
    await last.and(page.locator(':focus')).waitFor()
    const id = await last.getAttribute('data-row')
    await page.keyboard.press('Alt+ArrowUp')
    await page.locator(`[data-row="${id}"][aria-rowindex="10000"]`).waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await page.getByText('Nothing in it yet').waitFor()
    await button('Undo').click()
    await page.getByRole('grid').and(page.locator('[aria-rowcount="10001"]')).waitFor()
    await inRail(window, 'Endless').getByText('10,000 tracks').waitFor()
    const { rows: ends } = await call(app, 'playlists.entries', { id: made.id, range: { from: 9998, to: 10_000 } })
    expect(ends[0]?.entryId).toBe(id)
  })
})
