import { EventEmitter } from 'node:events'
import { FakeWebContents } from './contents.ts'

interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface WindowOptions extends Partial<Bounds> {
  readonly webPreferences?: Readonly<Record<string, unknown>>
  readonly [name: string]: unknown
}

const windows = new Set<FakeBrowserWindow>()

/** Hears every new window's contents, as `app` does. */
export const createdContents: ((contents: FakeWebContents) => void)[] = []

/** Stand-in for Electron's `BrowserWindow`. */
export class FakeBrowserWindow extends EventEmitter {
  static focused: FakeBrowserWindow | null = null

  static getAllWindows(): FakeBrowserWindow[] {
    return [...windows]
  }

  static getFocusedWindow(): FakeBrowserWindow | null {
    return FakeBrowserWindow.focused
  }

  readonly webContents = new FakeWebContents()
  readonly options: WindowOptions
  readonly loaded: string[] = []
  visible = false
  minimized = false
  maximized = false
  bounds: Bounds
  background = ''
  overlay: unknown = null

  constructor(options: WindowOptions = {}) {
    super()
    this.options = options
    this.bounds = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width ?? 800,
      height: options.height ?? 600,
    }
    windows.add(this)
    for (const listener of createdContents) listener(this.webContents)
  }

  async loadURL(address: string): Promise<void> {
    this.loaded.push(address)
  }

  show(): void {
    this.visible = true
  }

  focus(): void {
    FakeBrowserWindow.focused = this
  }

  isMinimized(): boolean {
    return this.minimized
  }

  restore(): void {
    this.minimized = false
  }

  maximize(): void {
    this.maximized = true
  }

  isMaximized(): boolean {
    return this.maximized
  }

  getNormalBounds(): Bounds {
    return this.bounds
  }

  setBackgroundColor(colour: string): void {
    this.background = colour
  }

  setTitleBarOverlay(overlay: unknown): void {
    this.overlay = overlay
  }

  close(): void {
    this.emit('close', { preventDefault: () => undefined })
    windows.delete(this)
    if (FakeBrowserWindow.focused === this) FakeBrowserWindow.focused = null
    this.webContents.destroy()
    this.emit('closed')
  }
}
