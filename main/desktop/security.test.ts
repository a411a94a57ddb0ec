import { BrowserWindow, session } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import * as fake from '../../testkit/electron/index.ts'
import { silentLog } from '../backend/index.ts'
import { isAppPage } from './address.ts'
import { lockContents, lockSession } from './security.ts'

function lockedWindow() {
  const window = new BrowserWindow()
  lockContents(window.webContents, silentLog)
  return window.webContents
}

/** True when the app lets an event of the contents go on. */
function goesOn(contents: Electron.WebContents, name: string, details: object): boolean {
  const preventDefault = vi.fn<() => void>()
  contents.emit(name, { ...details, preventDefault })
  return preventDefault.mock.calls.length === 0
}

describe('a locked page', () => {
  it('can be reloaded and go nowhere else', () => {
    const contents = lockedWindow()
    const goes = (url: string, isMainFrame = true) => goesOn(contents, 'will-frame-navigate', { url, isMainFrame })
    expect(goes('melofy://app/')).toBe(true)
    expect(goes('melofy://app/#settings')).toBe(true)
    for (const url of [
      'https://example.org/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'data:text/html,x',
      'melofy://other/',
      'melofy://app.evil.example/',
      'melofy://app@evil.example/',
      'melofy://app/media/track/1',
      'melofy://app/?x',
      'not an address',
    ]) {
      expect(goes(url)).toBe(false)
    }
    expect(goes('melofy://app/', false)).toBe(false)
  })

  it('follows no redirect, embeds nothing and opens no window', () => {
    const contents = lockedWindow()
    expect(goesOn(contents, 'will-redirect', { url: 'melofy://app/' })).toBe(false)
    expect(goesOn(contents, 'will-attach-webview', {})).toBe(false)
    const opened = fake.FakeBrowserWindow.getAllWindows()
      .at(-1)
      ?.webContents.openHandler?.({ url: 'https://example.org' })
    expect(opened).toEqual({ action: 'deny' })
  })
})

describe('a locked session', () => {
  it('grants what playing needs to the app alone, and never a microphone', () => {
    lockSession(session.defaultSession)
    const { defaultSession } = fake.session
    expect(defaultSession.request('fullscreen', 'melofy://app/')).toBe(true)
    expect(defaultSession.request('fullscreen', 'https://example.org/')).toBe(false)
    expect(defaultSession.request('fullscreen', null)).toBe(false)
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'display-capture',
      'openExternal',
      'usb',
      'midi',
    ]) {
      expect(defaultSession.request(permission, 'melofy://app/')).toBe(false)
    }
    // Names of output devices are shown to those who pass the audio check; recording is a request.
    expect(defaultSession.check('media', 'melofy://app/', 'audio')).toBe(true)
    expect(defaultSession.check('media', 'melofy://app', 'video')).toBe(false)
    expect(defaultSession.check('media', 'https://example.org/', 'audio')).toBe(false)
    expect(defaultSession.check('speaker-selection', 'melofy://app/')).toBe(true)
    expect(defaultSession.check('clipboard-read', 'melofy://app/')).toBe(false)
    expect(defaultSession.onDevice?.()).toBe(false)
  })

  it('reaches neither the network nor files, and downloads nothing from elsewhere', () => {
    lockSession(session.defaultSession)
    expect(fake.session.defaultSession.blocked).toEqual(
      expect.arrayContaining(['https://*/*', 'ws://*/*', 'file://*/*']),
    )
    expect(isRefused('https://example.org/evening.m3u8', 'evening.m3u8')).toBe(true)
    expect(isRefused('blob:https://example.org/1', 'evening.m3u8')).toBe(true)
    expect(isRefused('blob:melofy://app/1', 'setup.exe')).toBe(true)
    expect(isRefused('blob:melofy://app.example.org/1', 'evening.m3u8')).toBe(true)
  })

  it('saves a playlist that the page made', () => {
    lockSession(session.defaultSession)
    expect(isRefused('blob:melofy://app/1', 'evening.m3u8')).toBe(false)
    expect(isRefused('blob:melofy://app/1', 'evening.xspf')).toBe(false)
  })
})

function isRefused(url: string, name: string): boolean {
  const preventDefault = vi.fn<() => void>()
  const item = { getURL: () => url, getFilename: () => name }
  fake.session.defaultSession.emit('will-download', { preventDefault }, item)
  return preventDefault.mock.calls.length > 0
}

describe('isAppPage', () => {
  it('knows the page by its parts', () => {
    expect(isAppPage('melofy://app/')).toBe(true)
    expect(isAppPage('melofy://app')).toBe(false)
    expect(isAppPage('MELOFY://app/')).toBe(true)
    expect(isAppPage('melofy://app:1/')).toBe(false)
  })
})
