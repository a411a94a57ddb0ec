import { app, dialog } from 'electron'
import { runDesktop } from './desktop/index.ts'

/**
 * The desktop app. Not awaited: Electron becomes ready only after this module has run to its end.
 */
runDesktop({
  entryFolder: import.meta.dirname,
  argv: process.argv,
  appFolder: process.defaultApp ? app.getAppPath() : null,
  platform: process.platform,
}).catch((error: unknown) => {
  dialog.showErrorBox('Melofy', error instanceof Error ? error.message : String(error))
  app.exit(1)
})
