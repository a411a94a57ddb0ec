import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withoutElectron, type Installation } from './harness/installation.ts'
import { nodeProgram } from './harness/index.ts'

/** `npm start` where Electron's program is missing and cannot be had: the real script, with nothing to install or to build. */

let installation: Installation
let mirror: Server
/** What was asked of the place that Electron is fetched from. It has nothing. */
let asked: string[]

beforeEach(async () => {
  installation = await withoutElectron()
  asked = []
  mirror = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => mirror.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  mirror.closeAllConnections()
  mirror.close()
  await installation.remove()
})

interface Surroundings {
  readonly display: boolean
  readonly userId: number
}

/** The real environment with a display or none, and another user id than the tests may run under. */
function environment({ display, userId }: Surroundings): NodeJS.ProcessEnv {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env
  const address = mirror.address()
  const port = typeof address === 'object' ? address?.port : 0
  const user = `data:text/javascript,process.getuid = () => ${userId}`
  return {
    ...rest,
    ...(display ? { DISPLAY: ':99' } : {}),
    NODE_OPTIONS: `--import="${user.replaceAll(' ', '%20')}"`,
    ELECTRON_MIRROR: `http://127.0.0.1:${port}/`,
    electron_config_cache: path.join(installation.folder, 'electron-cache'),
  }
}

/** Starts, opens the page at the address it names, ends it as a service manager would, and answers what it printed. */
async function startAndEnd(surroundings: Surroundings): Promise<readonly string[]> {
  const script = path.join('scripts', 'start.mjs')
  const child = spawn(nodeProgram, [script, '--data', installation.dataFolder], {
    cwd: installation.folder,
    env: environment(surroundings),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const closed = once(child, 'close')
  const address = await new Promise<string>((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      output += chunk.toString()
      const found = /^Melofy is ready: (\S+)$/m.exec(output)?.[1]
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.once('close', (code) => reject(new Error(`Ended with ${code}: ${output}`)))
  })
  const page = await fetch(address)
  const text = await page.text()
  const withoutToken = await fetch(new URL('/', address))
  child.kill('SIGTERM')
  expect(await closed).toEqual([0, null])
  expect([page.status, withoutToken.status]).toEqual([200, 401])
  expect(text).toContain('<title>Melofy</title>')
  await expect(fetch(address)).rejects.toThrow('fetch failed')
  return output.trimEnd().split('\n')
}

const ready = expect.stringMatching(/^Melofy is ready: http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/$/)
const because = (reason: string): string => `No desktop window (${reason}): Melofy opens in a browser instead.`

describe('npm start without Electron', () => {
  it('says in one line that it cannot be fetched, and does not try again at each start', async () => {
    const surroundings = { display: true, userId: 1000 }
    expect(await startAndEnd(surroundings)).toEqual([
      'Fetching Electron (about 120 MB, once) …',
      because('Electron could not be fetched'),
      ready,
    ])
    expect(asked).toEqual([expect.stringMatching(/\/electron-v[\d.]+-[\w-]+\.zip$/)])
    expect(await startAndEnd(surroundings)).toEqual([
      because('Electron could not be fetched lately; "npx install-electron" tries again'),
      ready,
    ])
    expect(asked).toHaveLength(1)
  })

  it.skipIf(process.platform !== 'linux').each([
    ['there is no display', { display: false, userId: 1000 }],
    ['Electron does not run as root', { display: true, userId: 0 }],
  ])('says in one line that %s, and fetches nothing', async (reason, surroundings) => {
    expect(await startAndEnd(surroundings)).toEqual([because(reason), ready])
    expect(asked).toEqual([])
  })
})
