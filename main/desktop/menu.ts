import type { MenuItemConstructorOptions } from 'electron'
import { parseBinding, shortcutsWith } from '../../src/commands/index.ts'
import type { ChangedShortcuts, CommandId } from '../../src/commands/index.ts'
import type { Translator } from '../../src/i18n/index.ts'

export interface MenuOptions {
  readonly t: Translator['t']
  readonly platform: NodeJS.Platform
  /** Keys that the person changed. */
  readonly shortcuts: ChangedShortcuts
  /** Adds reload and developer tools. */
  readonly development: boolean
  /** Runs a command in the page the person is looking at. */
  readonly invoke: (command: CommandId) => void
}

/**
 * The application menu. Single keys (space, N, P …) belong to the page, which knows whether somebody is typing; only
 * combinations stand here.
 */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { t, platform, development, invoke } = options
  const shortcuts = shortcutsWith(options.shortcuts)
  const command = (id: CommandId): MenuItemConstructorOptions => {
    const bindings = shortcuts.find((shortcut) => shortcut.command === id)?.bindings ?? []
    const combination = bindings.find((binding) => parseBinding(binding).mod)
    return {
      label: t(`command.${id}`),
      ...(combination === undefined ? {} : { accelerator: acceleratorOf(combination) }),
      click: () => invoke(id),
    }
  }
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const isMac = platform === 'darwin'
  const settings = command('settings')
  const appMenu: MenuItemConstructorOptions = {
    label: t('app.name'),
    submenu: [
      { role: 'about', label: t('menu.about') },
      line,
      settings,
      line,
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit', label: t('menu.quit') },
    ],
  }
  const file: MenuItemConstructorOptions = {
    label: t('menu.file'),
    submenu: [
      command('open-files'),
      command('open-folder'),
      line,
      command('add-files'),
      command('add-folder'),
      line,
      ...(isMac ? [{ role: 'close' } as const] : [settings, line, { role: 'quit', label: t('menu.quit') } as const]),
    ],
  }
  const playback: MenuItemConstructorOptions = {
    label: t('menu.playback'),
    submenu: [
      command('play-pause'),
      command('next'),
      command('previous'),
      line,
      command('seek-forward'),
      command('seek-backward'),
      line,
      command('volume-up'),
      command('volume-down'),
      command('mute'),
      line,
      command('shuffle'),
      command('repeat'),
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: t('menu.view'),
    submenu: [
      command('palette'),
      line,
      command('home'),
      command('queue'),
      command('now-playing'),
      line,
      { role: 'togglefullscreen' },
      ...(development ? [line, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
    ],
  }
  const help: MenuItemConstructorOptions = {
    label: t('menu.help'),
    role: 'help',
    submenu: [command('shortcuts'), ...(isMac ? [] : [line, { role: 'about', label: t('menu.about') } as const])],
  }
  return [
    ...(isMac ? [appMenu] : []),
    file,
    { role: 'editMenu', label: t('menu.edit') },
    playback,
    view,
    { role: 'windowMenu', label: t('menu.window') },
    help,
  ]
}

const electronNames = new Map([
  ['ArrowUp', 'Up'],
  ['ArrowDown', 'Down'],
  ['ArrowLeft', 'Left'],
  ['ArrowRight', 'Right'],
  ['+', 'Plus'],
])

/** A shortcut as Electron writes it. */
function acceleratorOf(binding: string): string {
  const { mod, alt, shift, key } = parseBinding(binding)
  const held = [mod ? ['CmdOrCtrl'] : [], alt ? ['Alt'] : [], shift ? ['Shift'] : []].flat()
  return [...held, electronNames.get(key) ?? key].join('+')
}
