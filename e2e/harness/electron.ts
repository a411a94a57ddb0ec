import { once } from 'node:events'
import { _electron } from 'playwright-core'
import type { Page } from 'playwright-core'
import type { Session, SessionOptions } from './app.ts'
import { root } from './places.ts'

/** Opens the desktop app, unpacked. Needs Electron's binary and a display. */
export async function openElectron(options: SessionOptions, watch: (page: Page) => Promise<void>): Promise<Session> {
  const electron = await _electron.launch({
    args: [root, '--data', options.dataFolder, ...(options.paths ?? [])],
    cwd: root,
    env: { ...definedOf(process.env), ...options.env },
    colorScheme: options.theme ?? 'dark',
    locale: 'en-US',
  })
  const page = await electron.firstWindow()
  await watch(page)
  if (options.fullMotion !== true) await page.emulateMedia({ reducedMotion: 'reduce' })
  const { width, height } = options.viewport ?? { width: 1280, height: 800 }
  await electron.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  )
  // Watched from its first script on, which the first load was too early for.
  await page.reload()
  return {
    page,
    address: page.url(),
    newPage: () => Promise.reject(new Error('The desktop app has one page')),
    stop: () => electron.close(),
    async killHard() {
      const child = electron.process()
      const closed = once(child, 'close')
      child.kill('SIGKILL')
      await closed
    },
  }
}

function definedOf(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
