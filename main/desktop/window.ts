import { BrowserWindow, nativeTheme, screen } from 'electron'
import { appPage } from './address.ts'
import { fitPlace, smallestWindow } from './bounds.ts'
import { readPlace, writePlace } from './placeFile.ts'
import { followTheme, titleBarHeight, windowColours } from './theme.ts'

export interface MainWindowOptions {
  readonly title: string
  readonly preloadFile: string
  /** Where the window's place is remembered. */
  readonly placeFile: string
  readonly platform: NodeJS.Platform
  /** Allows the developer tools. */
  readonly development: boolean
}

/** Opens the window: remembered place, own title bar under the system's buttons, shown when there is something to see. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const { platform, placeFile } = options
  const place = fitPlace(readPlace(placeFile), workAreas())
  const { background, buttons } = windowColours(nativeTheme.shouldUseDarkColors)
  const window = new BrowserWindow({
    x: place.x,
    y: place.y,
    width: place.width,
    height: place.height,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: options.title,
    backgroundColor: background,
    autoHideMenuBar: true,
    titleBarStyle: 'hidden',
    ...(platform === 'darwin'
      ? { trafficLightPosition: { x: 16, y: Math.round((titleBarHeight - 16) / 2) } }
      : { titleBarOverlay: buttons }),
    webPreferences: {
      preload: options.preloadFile,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      // A file opened from the desktop plays without a click in the window.
      autoplayPolicy: 'no-user-gesture-required',
      devTools: options.development,
    },
  })
  followTheme(window, platform)
  window.once('ready-to-show', () => {
    if (place.maximized) window.maximize()
    window.show()
  })
  window.on('close', () => {
    writePlace(placeFile, { ...window.getNormalBounds(), maximized: window.isMaximized() })
  })
  keepAlive(window)
  void window.loadURL(appPage)
  return window
}

/** Brings a window to the person, wherever it is. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** A page that crashed is loaded again, but not for ever: after three crashes in a minute it stays as it is. */
function keepAlive(window: BrowserWindow): void {
  let crashesAt: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    const now = Date.now()
    crashesAt = [...crashesAt.filter((at) => now - at < 60_000), now]
    if (crashesAt.length <= 3) void window.loadURL(appPage)
  })
}

function workAreas() {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  const areas = others.map(({ workArea }) => workArea)
  return [primary.workArea, ...areas] as const
}
