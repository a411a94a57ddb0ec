import { execFile } from 'node:child_process'
import { mkdtemp, rm, statfs, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTranslator } from '../src/i18n/index.ts'
import { call, openApp } from './harness/index.ts'
import type { App } from './harness/index.ts'
import { melofy } from './interface/melofy.ts'
import type { Melofy } from './interface/melofy.ts'
import { putTapes } from './interface/music.ts'

/** Scans that do not go through at once: stopped, asked for twice, without room to write. Nothing is lost or there twice. */

const run = promisify(execFile)
const { t } = createTranslator()
const count = 1500

let folder: string
let music: string
let app: App | undefined
let disk: SmallDisk | null = null

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'melofy-scans-'))
  music = path.join(folder, 'Tapes')
  await putTapes(music, count)
})
afterEach(async () => {
  await app?.close()
  app = undefined
  await disk?.remove()
  disk = null
  await rm(folder, { recursive: true, force: true })
})

async function addFolder({ page, button }: Melofy, wanted: string): Promise<void> {
  await button('Choose folder…').click()
  await page.getByRole('dialog').getByLabel('Path', { exact: true }).fill(wanted)
  await button('Add to library').click()
}

/** Waits until the library says that it has so many tracks, and all of them are different files. */
async function untilWhole(running: App, { page, until }: Melofy, wanted: number): Promise<void> {
  await until(
    () => call(running, 'library.scanStatus', null),
    (status) => status.kind === 'idle',
  )
  await page
    .getByText(t('album.tracks', { count: wanted }))
    .first()
    .waitFor()
  expect(await call(running, 'library.summary', null)).toMatchObject({ tracks: wanted, missing: 0 })
  expect(await call(running, 'library.problems', null)).toMatchObject({ total: 0 })
}

describe('a scan', () => {
  it('that is stopped keeps what it read; asked for many times at once it reads the rest, nothing twice', async () => {
    const running = await openApp()
    app = running
    const window = await melofy(running.page())
    const { page, button, until, toast } = window
    await addFolder(window, music)
    const progress = page.getByRole('navigation').getByRole('progressbar')
    await until(
      async () => ((await progress.count()) > 0 ? Number(await progress.getAttribute('aria-valuenow')) : 0),
      (percent) => percent > 0,
    )
    await page.getByRole('navigation').getByRole('button', { name: 'Stop reading' }).click()
    await progress.waitFor({ state: 'detached' })
    const stopped = await call(running, 'library.scanStatus', null)
    expect(stopped).toMatchObject({ kind: 'idle', last: { cancelled: true } })
    const had = stopped.kind === 'idle' ? (stopped.last?.added ?? 0) : 0
    expect(had).toBeGreaterThan(0)
    expect(had).toBeLessThan(count)
    expect(await toast(/^Added/).count()).toBe(0)

    await button('Settings').click()
    await button('Music folders').click()
    const extra = path.join(folder, 'More tapes')
    await putTapes(extra, 40)
    await button('Look for changes').click()
    const asked = [1, 2, 3].map(() => call(running, 'library.scan', { ids: null }))
    await Promise.all([...asked, call(running, 'library.addFolders', { paths: [extra] })])
    await untilWhole(running, window, count + 40)
  })

  it('without room on the disk stops with words while music plays on; with room again it goes on', async (context) => {
    disk = await smallDisk(path.join(folder, 'data'))
    if (disk === null) {
      context.skip('A small disk needs Linux and the right to mount one')
      return
    }
    const running = await openApp({ dataFolder: disk.folder })
    app = running
    const window = await melofy(running.page())
    const { page, bar, button, until, heardSeconds, toast } = window
    await button('Play the album').click()
    await until(heardSeconds, (seconds) => seconds >= 1)
    await disk.fill(1_000_000)
    await addFolder(window, music)
    await toast(t('failure.disk-full.what')).first().waitFor()
    await button('Settings').click()
    await button('Music folders').click()
    await page.getByRole('main').getByRole('alert').getByText(t('failure.disk-full.do')).waitFor()
    const before = await heardSeconds()
    await until(heardSeconds, (seconds) => seconds > before)
    await bar.getByRole('button', { name: 'Pause' }).waitFor()

    await disk.free()
    await button('Go on').click()
    await untilWhole(running, window, count)
    const again = await melofy(await running.restart())
    expect(await again.page.getByRole('alert').count()).toBe(0)
    expect(await call(running, 'library.summary', null)).toMatchObject({ tracks: count })
  })
})

interface SmallDisk {
  readonly folder: string
  /** Leaves that many bytes. */
  fill(bytes: number): Promise<void>
  free(): Promise<void>
  remove(): Promise<void>
}

/** A disk of 32 MB of its own, mounted at a folder; null where none can be. */
async function smallDisk(at: string): Promise<SmallDisk | null> {
  try {
    await run('mkdir', [at])
    await run('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', at])
  } catch {
    return null
  }
  const filler = path.join(at, 'filler')
  return {
    folder: at,
    async fill(bytes: number) {
      const { bavail, bsize } = await statfs(at)
      await writeFile(filler, Buffer.alloc(Math.max(0, bavail * bsize - bytes)))
    },
    free: () => truncate(filler),
    async remove() {
      await run('umount', ['-l', at])
    },
  }
}
