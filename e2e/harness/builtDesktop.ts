import { registerHooks } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './places.ts'

/**
 * Run as a program: starts the *built* desktop app on the stand-in for Electron and prints what came of it as JSON. A
 * process of its own, because it changes what `electron` means. Arguments: the data folder.
 */

const standIn = pathToFileURL(path.join(root, 'testkit', 'electron', 'index.ts')).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
})

const fake = await import('../../testkit/electron/index.ts')
const [dataFolder = ''] = process.argv.slice(2)
process.argv = ['/opt/melofy', '--data', dataFolder]
await import(pathToFileURL(path.join(root, 'out', 'main', 'electron.js')).href)
const schemesBeforeReady = fake.declaredSchemes.map(({ scheme }) => scheme)
fake.app.ready.resolve()

const windows = () => fake.FakeBrowserWindow.getAllWindows()
while (windows().length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
const { defaultSession } = fake.session
const page = await defaultSession.load('melofy://app/')
const html = await page.text()
const [script = ''] = /\.\/assets\/[^"]+\.js/.exec(html) ?? []
const scriptStatus = (await defaultSession.load(new URL(script, 'melofy://app/').href)).status

const ended = new Promise((resolve) => fake.app.once('fake-end', resolve))
fake.app.quit()
await ended
process.stdout.write(
  JSON.stringify({
    schemesBeforeReady,
    windows: windows().map((window) => ({
      loaded: window.loaded,
      preload: path.relative(root, String(window.options.webPreferences?.['preload'])),
    })),
    page: page.status,
    isolated: page.headers.get('cross-origin-embedder-policy'),
    script: scriptStatus,
    quits: fake.app.quits,
    exits: fake.app.exits,
  }),
)
