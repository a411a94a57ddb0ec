import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openApp } from './harness/index.ts'
import type { App } from './harness/index.ts'
import { melofy } from './interface/melofy.ts'
import { folderWithRuin, musicFolder } from './interface/music.ts'

let app: App

describe('the interface', () => {
  afterEach(() => app.close())

  it('plays the demo album with the keyboard alone, from the first run', async () => {
    app = await openApp()
    const { page, title, button, bar, heardSeconds, until } = await melofy(app.page())
    await button('Play the album').focus()
    await page.keyboard.press('Enter')
    await until(heardSeconds, (seconds) => seconds >= 1)
    const first = await title.textContent()
    expect(await page.title()).toContain(first)
    expect(
      await page.evaluate(() => [navigator.mediaSession.metadata?.title, navigator.mediaSession.playbackState]),
    ).toEqual([first, 'playing'])

    await page.keyboard.press('n')
    await until(
      () => title.textContent(),
      (now) => now !== first,
    )
    await page.keyboard.press('p')
    await until(
      () => title.textContent(),
      (now) => now === first,
    )
    await page.getByRole('status').getByText(`Now playing: ${first}`).waitFor({ state: 'attached' })

    // Space belongs to a button that the keyboard reached, and to playback everywhere else.
    await page.keyboard.press('Tab')
    await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : null))
    await page.keyboard.press('Space')
    await bar.getByRole('button', { name: 'Play', exact: true }).waitFor()
    const paused = await heardSeconds()
    await page.keyboard.press('ArrowRight')
    await until(heardSeconds, (seconds) => seconds >= paused + 4)
    await page.keyboard.press('s')
    await bar.getByRole('button', { name: 'Shuffle: on' }).waitFor()
    await page.keyboard.press('r')
    await bar.getByRole('button', { name: 'Repeat: all' }).waitFor()
    await page.keyboard.press('m')
    await bar.getByRole('button', { name: 'Unmute' }).waitFor()
  })

  it('seeks and sets the volume with the pointer and with the keyboard', async () => {
    app = await openApp()
    const { page, bar, button, heardSeconds, until } = await melofy(app.page())
    await button('Play the album').click()
    await until(heardSeconds, (seconds) => seconds >= 1)
    const position = bar.getByRole('slider', { name: 'Position' })
    const length = Number(await position.getAttribute('max'))
    const box = await position.boundingBox()
    if (!box) throw new Error('There is no seek bar')
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await until(heardSeconds, (seconds) => Math.abs(seconds - length / 2) <= 3)
    await position.focus()
    await page.keyboard.press('Home')
    await until(heardSeconds, (seconds) => seconds <= 3)

    const volume = bar.getByRole('slider', { name: 'Volume' })
    await volume.focus()
    await page.keyboard.press('ArrowLeft')
    expect(await volume.getAttribute('aria-valuetext')).toBe('99%')
  })

  it('opens a track while the pointer rests on its row, and the click plays what was decoded meanwhile', async () => {
    app = await openApp()
    const { page, rows, title, button, heardSeconds, until } = await melofy(app.page())
    await button('See the tracks').click()
    const firstBytes: string[] = []
    page.context().on('request', (request) => {
      if (request.headers().range?.startsWith('bytes=0-') === true) firstBytes.push(request.url())
    })
    await page.mouse.move(1, 1)
    const opened = page.context().waitForEvent('request', (request) => request.url().includes('/media/audio/'))
    await rows.nth(3).hover()
    const url = (await opened).url()
    // Aimed at, not asked for: nothing plays.
    await button('Play').waitFor()
    await rows.nth(3).dblclick()
    const wanted = (await rows.nth(3).locator('bdi').first().textContent()) ?? ''
    await until(heardSeconds, (seconds) => seconds >= 1)
    expect(await title.textContent()).toBe(wanted)
    // The first bytes were asked for by the pointer; the click did not ask for them again.
    expect(firstBytes.filter((asked) => asked === url)).toHaveLength(1)
  })

  it('shows an album, plays from a row, and queues from its menu', async () => {
    app = await openApp()
    const { page, rows, title, button, queueTitles, until, toast } = await melofy(app.page())
    await button('See the tracks').click()
    await rows.nth(2).dblclick()
    const third = (await rows.nth(2).locator('bdi').first().textContent()) ?? ''
    await until(
      () => title.textContent(),
      (now) => now === third,
    )
    expect(await rows.nth(2).getAttribute('aria-current')).toBe('true')

    await rows.nth(0).click()
    await page.keyboard.press('Shift+ArrowDown')
    await rows.nth(0).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Play next' }).click()
    await toast('2 tracks play next').waitFor()
    // While it closes the menu still has the keyboard.
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await page.keyboard.press('q')
    const shown = await until(queueTitles, (titles) => titles.length >= 6)
    const names = await Promise.all([0, 1].map((index) => rows.nth(index).locator('bdi').first().textContent()))
    expect(shown.slice(0, 3)).toEqual([third, ...names])

    await button('Back').click()
    await page.getByRole('heading', { name: 'Bring your music' }).waitFor()
    await page.goForward()
    await rows.first().waitFor()
  })

  it('reorders, removes and clears the queue, and takes all of it back', async () => {
    app = await openApp()
    const { page, button, queueRows, queueTitles, until, toast } = await melofy(app.page())
    await button('Play the album').click()
    await page.keyboard.press('q')
    const before = await until(queueTitles, (titles) => titles.length === 6)
    const order = (...places: number[]) => places.map((place) => before[place])

    // With the keyboard: the second of the coming tracks goes up by one.
    await queueRows.nth(2).click()
    await page.keyboard.press('Alt+ArrowUp')
    await until(queueTitles, (titles) => titles[1] === before[2])
    // In a list of its own now, at the end of what is queued.
    expect(await queueTitles()).toEqual(order(0, 2, 1, 3, 4, 5))

    // With the pointer: the last one is carried to the place after the fourth row's upper half.
    const from = await queueRows.nth(5).boundingBox()
    const to = await queueRows.nth(3).boundingBox()
    if (!from || !to) throw new Error('The rows are not on screen')
    await page.mouse.move(from.x + 80, from.y + 20)
    await page.mouse.down()
    await page.mouse.move(from.x + 80, from.y, { steps: 4 })
    await page.mouse.move(to.x + 80, to.y + 8, { steps: 6 })
    await page.locator('[data-drop-line]').waitFor()
    await page.mouse.up()
    await until(queueTitles, (titles) => titles[3] === before[5])

    const reordered = await queueTitles()
    await queueRows.nth(3).click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Delete')
    await until(queueTitles, (titles) => titles.length === 4)
    await toast('Removed 2 tracks from the queue').waitFor()
    await button('Undo').click()
    await until(queueTitles, (titles) => titles.join('\n') === reordered.join('\n'))

    await button('Clear what comes next').first().click()
    await until(queueTitles, (titles) => titles.length === 1)
    await button('Undo').last().click()
    await until(queueTitles, (titles) => titles.join('\n') === reordered.join('\n'))
  })

  it('says under the field what is wrong with a path, and keeps it', async () => {
    app = await openApp()
    const { openPath } = await melofy(app.page())
    await openPath('/nope/zilch')
    // A notice about what is being read is a dialog too.
    const dialog = app.page().getByRole('dialog', { name: 'Open by path' })
    const field = dialog.getByLabel('Path', { exact: true })
    await dialog.getByRole('alert').getByText('The file or folder is not there').waitFor()
    expect(await field.inputValue()).toBe('/nope/zilch')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    await field.fill(await folderWithRuin())
    expect(await dialog.getByRole('alert').count()).toBe(0)
    await dialog.getByRole('button', { name: 'Open and play' }).click()
    await dialog.waitFor({ state: 'detached' })
  })

  it('opens a folder by path, says what it left out, and remembers the queue over a restart', async () => {
    app = await openApp()
    const folder = await folderWithRuin()
    const first = await melofy(app.page())
    await first.openPath(folder)
    await first.until(
      () => first.title.textContent(),
      (now) => now === 'Paper Lanterns',
    )
    await first.toast('One file could not be opened').waitFor()
    await first.button('Show').click()
    await app.page().getByRole('dialog').getByText('99 ruin.flac').waitFor()
    await app.page().keyboard.press('Escape')
    await first.button(/Late Ferry/).click()
    await first.page.getByRole('heading', { name: 'Late Ferry' }).waitFor()
    expect(await first.rows.count()).toBe(8)
    await first.until(first.heardSeconds, (seconds) => seconds >= 2)
    await app.page().keyboard.press('Space')

    const again = await melofy(await app.restart())
    await again.until(
      () => again.title.textContent(),
      (now) => now === 'Paper Lanterns',
    )
    await again.bar.getByRole('button', { name: 'Play', exact: true }).waitFor()
    await again.until(again.heardSeconds, (seconds) => seconds >= 1)
    await again.page.getByRole('heading', { name: 'Jump back in' }).waitFor()
  })

  it('takes files that are chosen or dropped', async () => {
    // Chromium mentions the refused file in the console; the page has its own words for it.
    app = await openApp({ expectedProblems: [/status of 422/] })
    const folder = await musicFolder()
    const { page, title, button, until, toast } = await melofy(app.page())
    const names = (await readdir(folder)).toSorted()
    const choosing = page.waitForEvent('filechooser')
    await button(/^Open files/)
      .first()
      .click()
    await (await choosing).setFiles(names.slice(0, 2).map((name) => path.join(folder, name)))
    await until(
      () => title.textContent(),
      (now) => now === 'Paper Lanterns',
    )

    // A drop cannot be made by a test, but the event that it ends in can.
    const dropped = await page.evaluateHandle(async () => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['not music'], 'letter.mp3', { type: 'audio/mpeg' }))
      return transfer
    })
    await page.dispatchEvent('body', 'dragover', { dataTransfer: dropped })
    await page.getByRole('heading', { name: 'Drop to play' }).waitFor()
    await page.dispatchEvent('body', 'drop', { dataTransfer: dropped })
    await page.getByRole('heading', { name: 'Drop to play' }).waitFor({ state: 'detached' })
    await toast(/could not be opened/).waitFor()
    expect(await title.textContent()).toBe('Paper Lanterns')
  })

  it('changes settings at once and keeps them', async () => {
    app = await openApp({ theme: 'dark' })
    const { page, button } = await melofy(app.page())
    const theme = () => page.evaluate(() => document.documentElement.dataset['theme'])
    expect(await theme()).toBe('dark')
    await button('Settings').click()
    await button('Appearance').click()
    await page.getByRole('radio', { name: 'Light' }).click()
    await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'light')
    await button('Playback').click()
    await page.getByRole('slider', { name: 'Crossfade' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByText('0.5 s').waitFor()
    await page.getByRole('radio', { name: 'Off' }).click()
    await page.getByText('so nothing is added').waitFor()
    await page.reload()
    await (await melofy(page)).button('Settings').click()
    await page.getByRole('radio', { name: 'Off', checked: true }).waitFor()

    const again = await app.restart()
    await (await melofy(again)).button('Settings').click()
    await again.getByText('0.5 s').waitFor()
    expect(await again.evaluate(() => document.documentElement.dataset['theme'])).toBe('light')
    expect(await again.getByRole('radio', { name: 'Off' }).isChecked()).toBe(true)
  })

  it('opens and closes what lies on top with the keyboard', async () => {
    app = await openApp()
    const { page, button, heardSeconds, until } = await melofy(app.page())
    await button('Play the album').click()
    await until(heardSeconds, (seconds) => seconds >= 1)
    await page.keyboard.press('f')
    const stage = page.getByRole('dialog', { name: 'Now playing' })
    await stage.getByText(/lossless/).waitFor()
    await page.keyboard.press('Escape')
    await stage.waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await sheet.getByText('Next track').waitFor()
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('tells under the pointer and at the keyboard’s focus what a button does, and which keys do the same', async () => {
    app = await openApp()
    const { page, bar } = await melofy(app.page())
    const queue = bar.getByRole('button', { name: 'Queue' })
    const tip = page.locator('[data-tip-shown]')
    await queue.hover()
    await tip.getByText('Queue', { exact: true }).waitFor()
    expect(await tip.locator('kbd').allTextContents()).toEqual(['Q'])
    // What is close by tells at once, and one can go to the tip itself and read it.
    await page.getByRole('button', { name: 'Settings' }).hover()
    await tip.getByText('Settings', { exact: true }).waitFor()
    await tip.hover()
    await page.keyboard.press('Escape')
    await tip.waitFor({ state: 'detached' })
    // A press is an answer: its tip does not come back under the pointer that stays.
    await queue.click()
    await page.getByRole('complementary', { name: 'Queue' }).waitFor()
    expect(await tip.count()).toBe(0)
    await page.keyboard.press('Tab')
    await tip.waitFor()
  })

  it('says that another window plays, and takes playback back', async () => {
    app = await openApp()
    if (app.kind === 'electron') return
    const one = await melofy(app.page())
    await one.button('Play the album').click()
    await one.until(one.heardSeconds, (seconds) => seconds >= 1)
    const two = await melofy(await app.openSecondPage())
    await two.bar.getByRole('button', { name: 'Play', exact: true }).click()
    await one.bar.getByText('Playing in another window').waitFor()
    await one.button('Play here').click()
    await two.bar.getByText('Playing in another window').waitFor()
    await one.bar.getByRole('button', { name: 'Pause' }).waitFor()
    expect(await two.bar.getByRole('button', { name: 'Pause' }).count()).toBe(0)
  })
})
