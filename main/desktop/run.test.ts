import { mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as fake from '../../testkit/electron/index.ts'
import { runDesktop } from './run.ts'

/** The whole desktop app, with its real backend, on the stand-in for Electron. */

const folder = mkdtempSync(path.join(tmpdir(), 'melofy-desktop-'))
const pageId = '7b0f2c9e-3a52-4a3f-9d0a-0d6f6c1d2e3f'
let schemesBeforeReady = 0
const heard: [string, unknown][] = []
const window = () => {
  const [first] = fake.FakeBrowserWindow.getAllWindows()
  if (first === undefined) throw new Error('No window')
  return first
}
const call = (id: number, name: string, input: unknown) =>
  fake.ipcRenderer.invoke('melofy:call', pageId, id, name, input)
const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve))
}

beforeAll(async () => {
  // A packed app as it looks on disk.
  mkdirSync(path.join(folder, 'app', 'out', 'main'), { recursive: true })
  mkdirSync(path.join(folder, 'app', 'out', 'renderer'), { recursive: true })
  writeFileSync(path.join(folder, 'app', 'package.json'), '{"version":"9.8.7"}')
  writeFileSync(path.join(folder, 'app', 'out', 'renderer', 'index.html'), '<!doctype html>')
  fake.ipcRenderer.on('melofy:event', (_event, name: string, payload: unknown) => heard.push([name, payload]))
  const running = runDesktop({
    entryFolder: path.join(folder, 'app', 'out', 'main'),
    argv: ['/opt/melofy', '--data', path.join(folder, 'data'), '/music/a.flac'],
    appFolder: null,
    platform: 'linux',
  })
  // As on macOS: before the app is ready.
  schemesBeforeReady = fake.declaredSchemes.length
  fake.app.emit('open-file', { preventDefault: () => undefined }, '/music/b.flac')
  fake.app.ready.resolve()
  await running
  fake.sendAs({ sender: window().webContents, senderFrame: window().webContents.mainFrame })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the desktop app', () => {
  // Windows has other rights.
  it.skipIf(process.platform === 'win32')('keeps its data to its owner', () => {
    const data = path.join(folder, 'data')
    const mode = (name: string) => (statSync(path.join(data, name)).mode & 0o777).toString(8)
    expect(['.', 'chromium', 'melofy.sqlite', 'melofy.sqlite-wal', 'melofy.sqlite-shm'].map(mode)).toEqual([
      '700',
      '700',
      '600',
      '600',
      '600',
    ])
  })

  it('opens one locked-down window on the page', () => {
    expect(fake.FakeBrowserWindow.getAllWindows()).toHaveLength(1)
    expect(window().loaded).toEqual(['melofy://app/'])
    expect(window().options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
    })
    expect(window().webContents.openHandler?.({ url: 'https://example.org' })).toEqual({ action: 'deny' })
    expect(window().visible).toBe(false)
    window().emit('ready-to-show')
    expect(window().visible).toBe(true)
  })

  it('serves the page in its session, under a scheme declared in time', async () => {
    expect(schemesBeforeReady).toBe(1)
    expect((await fake.session.defaultSession.load('melofy://app/')).status).toBe(200)
    expect((await fake.session.defaultSession.load('melofy://app/media/none')).status).toBe(404)
  })

  it('gives the page the files that it was started with, once it listens', async () => {
    fake.ipcRenderer.send('melofy:hello', pageId)
    await until(() => heard.length > 0)
    expect(heard).toEqual([['files.handedOver', { paths: ['/music/a.flac', '/music/b.flac'] }]])
  })

  it('answers the contract', async () => {
    expect(await call(1, 'app.info', null)).toEqual({
      ok: true,
      value: { version: '9.8.7', host: 'electron', platform: 'linux', notice: null },
    })
    expect(await call(2, 'app.info', { not: 'nothing' })).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    expect(await call(3, 'app.openLink', { url: 'https://github.com/x' })).toMatchObject({ ok: true })
    expect(await call(4, 'app.openLink', { url: 'https://evil.example/' })).toMatchObject({ ok: false })
    expect(fake.openedLinks).toEqual(['https://github.com/x'])
  })

  it('shows the system’s dialog', async () => {
    expect(await call(5, 'files.choose', { kind: 'files' })).toEqual({ ok: true, value: [] })
    fake.nextDialog.paths = ['/music']
    expect(await call(6, 'files.choose', { kind: 'folder' })).toEqual({ ok: true, value: ['/music'] })
  })

  it('follows the theme setting, and the desktop’s own change of light', async () => {
    await call(7, 'settings.update', { theme: 'light' })
    expect(fake.nativeTheme.themeSource).toBe('light')
    fake.nativeTheme.shouldUseDarkColors = false
    fake.nativeTheme.emit('updated')
    expect(window().overlay).toMatchObject({ height: 48, symbolColor: '#241b15' })
  })

  it('shows changed shortcuts in the menu', async () => {
    await call(8, 'settings.update', { shortcuts: { 'open-files': ['Mod+J'] } })
    const items = fake.Menu.current.flatMap(({ submenu }) => submenu ?? [])
    expect(items.find(({ label }) => label === 'Open files…')?.accelerator).toBe('CmdOrCtrl+J')
  })

  it('sends menu commands to the page', async () => {
    heard.length = 0
    const items = fake.Menu.current.flatMap(({ submenu }) => submenu ?? [])
    items.find(({ label }) => label === 'Play or pause')?.click?.()
    await until(() => heard.length > 0)
    expect(heard).toEqual([['command.invoked', { command: 'play-pause' }]])
  })

  it('shows itself and opens the files when it is started again', async () => {
    heard.length = 0
    window().minimized = true
    fake.app.emit('second-instance', {}, ['/opt/melofy', '--x'], '/', { paths: ['/music/c.flac'] })
    fake.app.emit('second-instance', {}, [], '/', { nonsense: true })
    await until(() => heard.length > 0)
    expect(heard).toEqual([['files.handedOver', { paths: ['/music/c.flac'] }]])
    expect(window().minimized).toBe(false)
  })

  it('loads a crashed page again, but not for ever', () => {
    const before = window().loaded.length
    for (let crash = 0; crash < 5; crash += 1) {
      window().webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    }
    window().webContents.emit('render-process-gone', {}, { reason: 'clean-exit' })
    expect(window().loaded.length - before).toBe(3)
  })

  it('remembers its place, and ends only when everything is written', async () => {
    window().bounds = { x: 7, y: 8, width: 900, height: 600 }
    const ended = new Promise((resolve) => fake.app.once('fake-end', resolve))
    window().close()
    fake.app.emit('window-all-closed')
    expect(fake.app.quits).toBe(0)
    await ended
    expect([fake.app.quits, fake.app.exits]).toEqual([1, []])
  })
})
