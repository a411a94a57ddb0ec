import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { createTranslator } from '../../src/i18n/index.ts'
import { readArguments } from './arguments.ts'
import { dialogOptions } from './dialogs.ts'
import { menuTemplate } from './menu.ts'

const { t } = createTranslator()

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
}

const menu = (platform: NodeJS.Platform, development = false, invoke: (id: string) => void = () => undefined) =>
  flat(menuTemplate({ t, platform, development, invoke, shortcuts: {} }))

describe('the application menu', () => {
  it('invokes the commands that it names', () => {
    const invoked: string[] = []
    const items = menu('linux', false, (id) => invoked.push(id))
    for (const item of items) Reflect.apply(item.click ?? (() => undefined), undefined, [])
    expect(invoked).toEqual(expect.arrayContaining(['open-files', 'settings', 'play-pause', 'next', 'shortcuts']))
    expect(new Set(invoked).size).toBe(invoked.length)
  })

  it('has words for everything, no letter as a shortcut, and no shortcut twice', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const items = menu(platform)
      const labels = items.map(({ label }) => label ?? '')
      expect(labels.filter((label) => /^(menu|command|app)\./.test(label))).toEqual([])
      const keys = items.flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]))
      expect(new Set(keys).size).toBe(keys.length)
      for (const key of keys) expect(key).toMatch(/^CmdOrCtrl\+/)
    }
  })

  it('shows the keys that a command has now, and none that a menu could not tell from typing', () => {
    const shortcuts = { 'open-files': ['Mod+Shift+ArrowUp'], 'open-folder': [], next: ['J', 'Mod++'], mute: ['X'] }
    const items = flat(menuTemplate({ t, platform: 'linux', development: false, invoke: () => undefined, shortcuts }))
    const keysOf = (id: 'open-files' | 'open-folder' | 'next' | 'mute') =>
      items.find(({ label }) => label === t(`command.${id}`))?.accelerator
    expect(keysOf('open-files')).toBe('CmdOrCtrl+Shift+Up')
    expect(keysOf('open-folder')).toBeUndefined()
    expect(keysOf('next')).toBe('CmdOrCtrl+Plus')
    expect(keysOf('mute')).toBeUndefined()
  })

  it('offers developer tools in development only, and quit everywhere', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const roles = (development: boolean) => menu(platform, development).map(({ role }) => role)
      expect(roles(false)).not.toContain('toggleDevTools')
      expect(roles(false)).not.toContain('reload')
      expect(roles(true)).toContain('toggleDevTools')
      expect(roles(false).filter((role) => role === 'quit')).toHaveLength(1)
    }
  })
})

describe('dialogOptions', () => {
  it('offers audio first and still lets everything be chosen', () => {
    const { filters, properties } = dialogOptions('files', t)
    expect(properties).toContain('multiSelections')
    expect(filters?.map(({ name }) => name)).toEqual(['Audio', 'All files'])
    expect(filters?.[0]?.extensions).toEqual(expect.arrayContaining(['flac', 'mp3', 'opus', 'm4a', 'webm']))
    expect(dialogOptions('folder', t).properties).toContain('openDirectory')
  })
})

describe('readArguments', () => {
  it('finds files among Chromium’s switches', () => {
    const given = ['/opt/melofy', '--no-sandbox', '--data', 'data', 'a b.flac', '--lang=de', '/music']
    expect(readArguments(given, null, '/home/ann')).toEqual({
      dataFolder: '/home/ann/data',
      paths: ['/home/ann/a b.flac', '/music'],
    })
    expect(readArguments(['/electron', '.', 'x.mp3'], '/app', '/app').paths).toEqual(['/app/x.mp3'])
    expect(readArguments(['/electron', '-r', '/loader.js', '/app', 'x.mp3'], '/app', '/').paths).toEqual(['/x.mp3'])
    expect(readArguments(['/electron', '/app'], '/app', '/')).toEqual({ dataFolder: null, paths: [] })
  })
})
