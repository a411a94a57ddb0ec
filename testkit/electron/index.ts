import { EventEmitter } from 'node:events'
import { defaultSession } from './session.ts'
import { FakeBrowserWindow } from './window.ts'

/**
 * A small stand-in for the `electron` module: the unit tests resolve `electron` to it, so that the desktop layer runs
 * without the binary. Tests take the typed half from `electron` and the handles to drive it from here.
 */
export { app } from './app.ts'
export { contextBridge, mainWorld, pathsOfFiles, webUtils } from './bridge.ts'
export { FakeWebContents } from './contents.ts'
export { ipcMain, ipcRenderer, sendAs } from './wires.ts'
export { safeStorage } from './keyring.ts'
export { FakeBrowserWindow }

export const BrowserWindow = FakeBrowserWindow

export const session = { defaultSession }

/** Schemes declared before the app was ready. */
export const declaredSchemes: { readonly scheme: string; readonly privileges: Readonly<Record<string, boolean>> }[] = []

export const protocol = {
  registerSchemesAsPrivileged(schemes: typeof declaredSchemes): void {
    declaredSchemes.push(...schemes)
  },
}

class FakeNativeTheme extends EventEmitter {
  themeSource = 'system'
  shouldUseDarkColors = true
}

export const nativeTheme = new FakeNativeTheme()

const area = { x: 0, y: 0, width: 1920, height: 1040 }

export const screen = {
  getPrimaryDisplay: () => ({ id: 1, workArea: area }),
  getAllDisplays: () => [{ id: 1, workArea: area }],
}

/** Links handed to the system. */
export const openedLinks: string[] = []

export const shell = {
  async openExternal(address: string): Promise<void> {
    openedLinks.push(address)
  },
}

/** What the next file dialog answers; null when it is dismissed. */
export const nextDialog: { paths: string[] | null; shown: unknown[] } = { paths: null, shown: [] }

export const dialog = {
  async showOpenDialog(...given: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
    nextDialog.shown.push(given.at(-1))
    return { canceled: nextDialog.paths === null, filePaths: nextDialog.paths ?? [] }
  },
  showErrorBox(): void {},
}

/** An item of the application menu, as the app described it. */
export interface FakeMenuItem {
  readonly label?: string
  readonly role?: string
  readonly accelerator?: string
  readonly click?: () => void
  readonly submenu?: readonly FakeMenuItem[]
}

export const Menu = {
  current: [] as readonly FakeMenuItem[],
  buildFromTemplate: (template: readonly FakeMenuItem[]) => template,
  setApplicationMenu(menu: readonly FakeMenuItem[]): void {
    Menu.current = menu
  },
}
