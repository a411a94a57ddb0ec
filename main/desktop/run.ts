import { app, BrowserWindow, Menu, session, shell } from 'electron'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { CommandId } from '../../src/commands/index.ts'
import { createTranslator, pickLanguage, speak } from '../../src/i18n/index.ts'
import { settingsSchema } from '../../src/settings/index.ts'
import type { Settings } from '../../src/settings/index.ts'
import {
  closeInTime,
  defaultDataFolder,
  launch,
  leave,
  lookAround,
  makeDataFolder,
  writeRedirect,
} from '../host/index.ts'
import type { Launched } from '../host/index.ts'
import { ownerOnlyFolder, restrict } from '../backend/index.ts'
import { readArguments } from './arguments.ts'
import { choosePaths } from './dialogs.ts'
import { carryContract } from './ipc.ts'
import { menuTemplate } from './menu.ts'
import { declareScheme, serveScheme } from './scheme.ts'
import { lockContents, lockSession } from './security.ts'
import { createKeyRingSealer } from './sealer.ts'
import { becomeOnlyInstance, listenForFiles } from './singleInstance.ts'
import { applyTheme } from './theme.ts'
import { openMainWindow, showWindow } from './window.ts'

export interface DesktopStart {
  /** A folder inside the app. */
  readonly entryFolder: string
  readonly argv: readonly string[]
  /** The app's folder, when it is an argument of Electron's; null for a packaged app. */
  readonly appFolder: string | null
  readonly platform: NodeJS.Platform
}

/**
 * Runs the desktop app. Up to the first `await` everything must be synchronous: schemes, switches and early events
 * have to be in place before Electron is ready.
 */
export async function runDesktop({ entryFolder, argv, appFolder, platform }: DesktopStart): Promise<void> {
  const development = !app.isPackaged && process.env['MELOFY_DEVELOPMENT'] === '1'
  const given = readArguments(argv, appFolder, process.cwd())
  const dataFolder = given.dataFolder ?? defaultDataFolder(platform, process.env, app.getPath('home'))
  makeDataFolder(dataFolder, given.dataFolder === null)
  keepProfileIn(path.join(dataFolder, 'chromium'))
  declareScheme()

  let launched: Launched | null = null
  let open: (() => void) | null = null
  const early: string[] = []
  const show = () => {
    const window = BrowserWindow.getAllWindows()[0]
    if (window === undefined) open?.()
    else showWindow(window)
  }
  const arrived = (paths: readonly string[]) => {
    show()
    if (launched === null) early.push(...paths)
    else launched.handOver.give(paths)
  }
  if (!becomeOnlyInstance(given.paths, { arrived })) {
    app.quit()
    return
  }
  listenForFiles({ arrived })

  await app.whenReady()
  const { t, instance } = createTranslator()
  const speakAs = (setting: string) => speak(instance, pickLanguage(setting, app.getPreferredSystemLanguages()))
  await speakAs('system')
  const surroundings = lookAround(entryFolder, platform, process.env)
  const sealer = createKeyRingSealer(platform)
  const outcome = await launch({
    host: 'electron',
    dataFolder,
    surroundings,
    development,
    paths: given.paths,
    openLink: (url) => shell.openExternal(url),
    choosePaths: (kind) => choosePaths(kind, t),
    onSecondStart: show,
    ...(sealer !== undefined && { sealer }),
  })
  if (outcome.kind === 'second') {
    // The browser host has the data folder: what was asked for plays there.
    await outcome.handOver([...given.paths, ...early])
    if (outcome.address !== null) {
      // Not as an address: its key would stand on a command line.
      const redirect = writeRedirect(outcome.address)
      await shell.openPath(redirect.file)
      await redirect.removeLater()
    }
    app.quit()
    return
  }
  launched = outcome
  const { backend, handOver, log, site } = outcome
  const onBroken = (error: unknown) => log.error('app broke', { error: error instanceof Error ? error : undefined })
  // Electron shows uncaught errors to the person by itself; here they are only written down.
  process.on('uncaughtExceptionMonitor', onBroken)
  process.on('unhandledRejection', onBroken)

  app.on('web-contents-created', (_event, contents) => lockContents(contents, log))
  lockSession(session.defaultSession)
  serveScheme(session.defaultSession, site)
  const ipc = carryContract(handOver.backend, log)

  const invoke = (command: CommandId) => {
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    if (window !== undefined) ipc.sendTo(window.webContents, 'command.invoked', { command })
  }
  const apply = async ({ theme, language, shortcuts }: Settings) => {
    applyTheme(theme)
    await speakAs(language)
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ t, platform, development, invoke, shortcuts })))
  }
  const stored = await backend.dispatch('settings.get', null, { signal: AbortSignal.any([]), clientId: 'desktop' })
  await apply(settingsSchema.parse(stored.ok ? stored.value : {}))
  backend.connect('desktop', (name, payload) => {
    if (name === 'settings.changed') void apply(settingsSchema.parse(payload))
  })

  open = () => {
    openMainWindow({
      title: t('app.name'),
      preloadFile: surroundings.preloadFile,
      placeFile: path.join(dataFolder, 'window.json'),
      platform,
      development,
    })
  }
  open()
  handOver.give(early)
  outcome.setAddress(null)

  // On macOS the app outlives its window.
  app.on('activate', show)
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit()
  })
  let isClosed = false
  const close = async () => {
    ipc.close()
    try {
      await closeInTime(outcome.close)
      isClosed = true
      await leave(() => app.quit())
    } catch (error) {
      onBroken(error)
      await leave(() => app.exit(1))
    }
  }
  app.on('will-quit', (event) => {
    if (isClosed) return
    // Ending waits until everything is written.
    event.preventDefault()
    void close()
  })
}

/** Chromium's own files stay beside ours. A folder that cannot be made leaves them where Electron puts them. */
function keepProfileIn(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: ownerOnlyFolder })
    restrict(folder, ownerOnlyFolder)
    app.setPath('userData', folder)
  } catch {
    // The data folder cannot be written: the store says so to the person.
  }
}
