import { nativeTheme } from 'electron'
import type { BrowserWindow } from 'electron'
import type { Settings } from '../../src/settings/index.ts'

/** Height of the page's own title bar in px; the system's window buttons are drawn over it. */
export const titleBarHeight = 48

/** What the system paints around and before the page: `--field-base` and `--text-1` of each theme at the hue that the tokens start with (52). */
export interface WindowColours {
  readonly background: string
  readonly buttons: { readonly color: string; readonly symbolColor: string; readonly height: number }
}

/** The colours of one theme. The buttons lie on the page's glass, so their own ground is clear. */
export function windowColours(isDark: boolean): WindowColours {
  return {
    background: isDark ? '#160d07' : '#faebe3',
    buttons: { color: '#00000000', symbolColor: isDark ? '#f9f6f4' : '#241b15', height: titleBarHeight },
  }
}

/** Makes system parts (menus, dialogs, the first paint) follow the setting. */
export function applyTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme
}

/** Keeps a window's system parts in its theme's colours, also when the desktop changes in the evening. */
export function followTheme(window: BrowserWindow, platform: NodeJS.Platform): void {
  const update = () => {
    const { background, buttons } = windowColours(nativeTheme.shouldUseDarkColors)
    window.setBackgroundColor(background)
    if (platform !== 'darwin') window.setTitleBarOverlay(buttons)
  }
  nativeTheme.on('updated', update)
  window.once('closed', () => nativeTheme.off('updated', update))
}
