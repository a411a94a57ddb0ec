import { copyFile, mkdir, mkdtemp, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTranslator } from '../src/i18n/index.ts'
import type { FailureCode } from '../src/contract/index.ts'
import { fixtures, referenceDecode } from '../testkit/audio/index.ts'
import type { BadName } from '../testkit/audio/index.ts'
import { call, openApp, root, runHost } from './harness/index.ts'
import type { App } from './harness/index.ts'
import { part } from './engine/support/compare.ts'
import { melofy } from './interface/melofy.ts'
import { compareAcrossWaits, listenTo, writeTone } from './listening/index.ts'

/** What goes wrong around the app, as a person meets it: each with its words, and nothing else disturbed. */

const { t } = createTranslator()
const what = (code: FailureCode): string => t(`failure.${code}.what`)

const opened: App[] = []
let folder: string

const start = async (...options: Parameters<typeof openApp>): Promise<App> => {
  const app = await openApp(...options)
  opened.push(app)
  return app
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'melofy-robust-'))
})
afterEach(async () => {
  const closed = await Promise.allSettled(opened.splice(0).map((app) => app.close()))
  await rm(folder, { recursive: true, force: true })
  for (const outcome of closed) if (outcome.status === 'rejected') throw outcome.reason
})

const notPlayable: Readonly<Partial<Record<BadName, FailureCode>>> = {
  emptyMp3: 'file-empty',
  emptyFlac: 'file-empty',
  emptyWav: 'file-empty',
  randomMp3: 'file-not-audio',
  randomFlac: 'file-not-audio',
  randomM4a: 'file-not-audio',
  randomWav: 'file-not-audio',
  textNamedMp3: 'file-not-audio',
  pictureNamedFlac: 'file-not-audio',
  truncatedM4aNoIndex: 'file-damaged',
  drmsM4a: 'file-protected',
  encaM4a: 'file-protected',
}

describe('bad files', () => {
  it('are each named with their reason, while what plays goes on bit for bit', async () => {
    const { bad, files } = await fixtures()
    const music = path.join(folder, 'mixed')
    await mkdir(music)
    const expected = new Map<string, string>()
    for (const [name, file] of Object.entries(bad)) {
      await copyFile(file, path.join(music, path.basename(file)))
      const code = new Map(Object.entries(notPlayable)).get(name)
      if (code !== undefined) expected.set(path.basename(file), what(code))
    }
    await copyFile(files.mp3NamedWav.path, path.join(music, 'mislabelled.wav'))

    const app = await start()
    await call(app, 'settings.update', { loudness: 'off' })
    const ear = await listenTo(app)
    const { page, title, bar, button, openPath, queueTitles, until, heardSeconds } = await melofy(app.page())
    await button('Play the album').click()
    await until(heardSeconds, (seconds) => seconds >= 1)
    const playing = await title.textContent()
    await page.keyboard.press('q')
    await openPath(music, 'add')
    await page.getByText(`${expected.size} files could not be opened`).waitFor()
    await button('Show').click()
    const rows = page.getByRole('dialog').getByRole('listitem')
    const told = await rows.evaluateAll((items) =>
      items.map((item) => [item.querySelector('bdi')?.textContent ?? '', item.querySelector('p')?.textContent ?? '']),
    )
    expect(new Map(told.map(([name, words]) => [name, words?.split('. ')[0]]))).toEqual(expected)
    await page.keyboard.press('Escape')

    // The truncated ones and the mislabelled one play as far as they go: they wait behind the album.
    const listed = await queueTitles()
    expect(listed).toEqual(expect.arrayContaining(['mislabelled', 'truncated']))
    expect(await title.textContent()).toBe(playing)
    await bar.getByRole('button', { name: 'Pause' }).waitFor()
    await ear.more(22_050)
    const heard = await ear.heard()
    const file = path.join(root, 'resources', 'demo', '01-first-light-low-water.flac')
    const [left = new Float32Array(), right = left] = await referenceDecode(file, { sampleRateHz: 44_100, channels: 2 })
    const from = left.findIndex((sample, frame) => sample !== 0 || right[frame] !== 0)
    const reference = part({ left, right }, from, from + heard.left.length)
    expect(compareAcrossWaits(heard, reference, 0).worst).toBe(0)
  })

  it('that break off are played as far as they go, told, and passed over', async () => {
    const { bad, files } = await fixtures()
    const music = path.join(folder, 'cut')
    await mkdir(music)
    await copyFile(bad.truncatedFlac, path.join(music, '1 cut.flac'))
    await copyFile(bad.truncatedMp3, path.join(music, '2 cut too.mp3'))
    await copyFile(files.flac44.path, path.join(music, '3 whole.flac'))
    const app = await start()
    const { page, openPath, title, until, toast, bar, queueTitles } = await melofy(app.page())
    await openPath(music)
    await toast('Skipped 1 cut').waitFor()
    await toast(what('file-damaged')).first().waitFor()
    await until(
      () => title.textContent(),
      (now) => now === '3 whole',
    )
    await bar.getByRole('button', { name: 'Pause' }).waitFor()
    // Going back to it tells the same again: it was passed over, not thrown away.
    await page.keyboard.press('q')
    expect(await until(queueTitles, (titles) => titles.length > 0)).toEqual(['3 whole'])
    await page.keyboard.press('p')
    await until(
      () => title.textContent(),
      (now) => now === '2 cut too',
    )
  })
})

describe('files that go away while they play', () => {
  it('are told and passed over, three in a row stop with words, and back again they play', async () => {
    const music = path.join(folder, 'disk', 'Tones')
    await mkdir(music, { recursive: true })
    // A minute each: longer than what is decoded ahead.
    for (const number of [1, 2, 3, 4]) await writeTone(path.join(music, `Tone ${number}.wav`), number, 60 * 44_100)
    // Chromium mentions each refused request in the console.
    const app = await start({ expectedProblems: [/status of 404/] })
    const { page, openPath, title, until, toast, bar, heardSeconds, queueTitles } = await melofy(app.page())
    await openPath(music)
    await until(heardSeconds, (seconds) => seconds >= 1)
    await page.keyboard.press('q')
    await until(queueTitles, (titles) => titles.length === 4)

    const away = path.join(folder, 'away')
    await rename(path.join(folder, 'disk'), away)
    const line = await bar.getByRole('slider', { name: 'Position' }).boundingBox()
    if (!line) throw new Error('There is no seek bar')
    const seek = () => page.mouse.click(line.x + line.width * 0.9, line.y + line.height / 2)
    await seek()
    await toast('Skipped Tone 1').waitFor()
    await toast(what('file-missing')).first().waitFor()
    // What was read ahead of the next one would play on for a while.
    await seek()
    await bar.getByText(what('playback-failed-repeatedly')).waitFor()
    await toast(what('playback-failed-repeatedly')).waitFor()
    await toast(/^Skipped/)
      .first()
      .waitFor({ state: 'detached' })
    // The second one may have been read ahead in part and heard before it failed: then the row begins with it.
    const stoppedAt = await title.textContent()
    const all = ['Tone 1', 'Tone 2', 'Tone 3', 'Tone 4']
    expect([all, all.slice(1)]).toContainEqual(await queueTitles())
    expect(stoppedAt).toBe((await queueTitles())[0])

    await rename(away, path.join(folder, 'disk'))
    await bar.getByRole('button', { name: 'Play', exact: true }).click()
    const before = await heardSeconds()
    await until(heardSeconds, (seconds) => seconds > before)
    expect(await title.textContent()).toBe(stoppedAt)
    expect(await bar.getByText(what('playback-failed-repeatedly')).count()).toBe(0)
  })
})

describe('a crash', () => {
  it('while playing comes back paused at the same place, and the play is in the history as interrupted', async () => {
    const app = await start()
    const first = await melofy(app.page())
    await first.button('See the tracks').click()
    await first.rows.nth(1).dblclick()
    const playing = await first.rows.nth(1).locator('bdi').first().textContent()
    const position = first.bar.getByRole('slider', { name: 'Position' })
    await first.until(first.heardSeconds, (seconds) => seconds >= 1)
    await position.focus()
    await first.page.keyboard.press('ArrowRight')
    await first.page.keyboard.press('ArrowRight')
    const from = await first.until(first.heardSeconds, (seconds) => seconds >= 11)
    // Long enough for the place to have been stored on the way, which happens every few seconds.
    const killedAt = await first.until(first.heardSeconds, (seconds) => seconds >= from + 4)
    const again = await melofy(await app.crash())
    await again.until(
      () => again.title.textContent(),
      (now) => now === playing,
    )
    await again.bar.getByRole('button', { name: 'Play', exact: true }).waitFor()
    const restored = await again.until(again.heardSeconds, (seconds) => seconds > 0)
    expect(restored).toBeGreaterThan(from)
    expect(restored).toBeLessThanOrEqual(killedAt + 5)
    const [latest] = await call(app, 'history.recent', { limit: 1 })
    expect(latest).toMatchObject({ end: 'interrupted', track: { title: playing } })
    expect(latest?.heardMs).toBeGreaterThanOrEqual(1000)
  })
})

describe('stored data', () => {
  it('that is damaged is set aside with words, and the app is as good as new', async () => {
    const dataFolder = path.join(folder, 'data')
    const before = await start({ dataFolder })
    await melofy(before.page())
    await opened.pop()?.close()
    const file = await open(path.join(dataFolder, 'melofy.sqlite'), 'r+')
    await file.write(Buffer.alloc(4096, 0x5a), 0, 4096, 0)
    await file.close()

    const app = await start({ dataFolder })
    const { page, button, heardSeconds, until } = await melofy(app.page())
    await page.getByRole('alert').getByText(what('store-damaged')).waitFor()
    expect((await readdir(dataFolder)).filter((name) => name.startsWith('melofy-damaged-'))).not.toEqual([])
    await button('Play the album').click()
    await until(heardSeconds, (seconds) => seconds >= 1)
    const next = await melofy(await app.restart())
    expect(await next.page.getByRole('alert').count()).toBe(0)
  })

  it('that cannot be written is told, and music plays all the same', async () => {
    const dataFolder = path.join(folder, 'no folder')
    await writeFile(dataFolder, '')
    const app = await start({ dataFolder })
    const { page, button, heardSeconds, until } = await melofy(app.page())
    await page.getByRole('alert').getByText(what('store-read-only')).waitFor()
    expect(await call(app, 'settings.update', { theme: 'light' })).toMatchObject({ theme: 'light' })
    await button('Play the album').click()
    await until(heardSeconds, (seconds) => seconds >= 1)
  })
})

describe('a second start', () => {
  it('hands its file to the page that is open, which plays it', async () => {
    const app = await start()
    if (app.kind === 'electron') return
    const { title, until, heardSeconds } = await melofy(app.page())
    const file = path.join(folder, 'ünïcode 音 🎺.wav')
    await writeTone(file, 5, 5 * 44_100)
    expect(await runHost({ dataFolder: app.dataFolder, args: [file] })).toMatchObject({ code: 0 })
    await until(
      () => title.textContent(),
      (now) => now === 'ünïcode 音 🎺',
    )
    await until(heardSeconds, (seconds) => seconds >= 1)
  })
})
