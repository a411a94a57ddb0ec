import { once } from 'node:events'
import { copyFile, mkdtemp, realpath, rm } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { trackIdOf } from '../main/backend/files/ids.ts'
import { fixtures } from '../testkit/audio/index.ts'
import { call, launchChromium, openApp } from './harness/index.ts'
import type { App } from './harness/index.ts'

let app: App

beforeAll(async () => {
  app = await openApp({ expectedProblems: [/./] })
})
afterAll(() => app.close())

describe('the page', () => {
  it('is isolated from every other, and has shared memory', async () => {
    const facts = await app.page().evaluate(() => ({
      isolated: window.crossOriginIsolated,
      secure: window.isSecureContext,
      shared: typeof SharedArrayBuffer === 'function',
      node: 'process' in window || 'require' in window,
    }))
    expect(facts).toEqual({ isolated: true, secure: true, shared: true, node: false })
  })

  it('runs no script and takes no style that did not come with it', async () => {
    const outcome = await app.page().evaluate(async () => {
      const violations: string[] = []
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        violations.push(effectiveDirective),
      )
      const script = document.createElement('script')
      script.textContent = 'document.title = "injected"'
      document.head.append(script)
      const style = document.createElement('style')
      style.textContent = 'body { display: none }'
      document.head.append(style)
      const fromOutside = document.createElement('script')
      fromOutside.src = 'http://127.0.0.1:9/x.js'
      document.head.append(fromOutside)
      // In a task of its own: what the test's own protocol evaluates may evaluate.
      const evaluated = await new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(Reflect.construct(Function, ['return true']) !== null)
          } catch {
            resolve(false)
          }
        }, 0)
      })
      const fetched = await fetch('http://127.0.0.1:9/').then(
        () => true,
        () => false,
      )
      await new Promise((resolve) => setTimeout(resolve, 0))
      const shown = getComputedStyle(document.body).display
      for (const element of [script, style, fromOutside]) element.remove()
      return { violations: [...new Set(violations)].sort(), title: document.title, shown, evaluated, fetched }
    })
    expect(outcome).toMatchObject({ evaluated: false, fetched: false })
    expect(outcome.title).not.toBe('injected')
    expect(outcome.shown).not.toBe('none')
    expect(outcome.violations).toEqual(
      expect.arrayContaining(['connect-src', 'script-src', 'script-src-elem', 'style-src-elem']),
    )
  })

  it('stays where it is and opens nothing', async () => {
    const page = app.page()
    const before = page.url()
    const opened = await page.evaluate(() => window.open('http://127.0.0.1:9/', '_blank', 'noopener') !== null)
    expect(opened).toBe(false)
    expect(page.url()).toBe(before)
  })
})

/** What other programs and other sites on this computer can reach. The desktop app listens on no port at all. */
describe.runIf(process.env['MELOFY_E2E_HOST'] !== 'electron')('the browser host', () => {
  interface Answer {
    readonly status: number
    readonly body: string
  }

  const ask = (target: string, options: { method?: string; headers?: Record<string, string> } = {}) => {
    const { hostname, port } = new URL(app.address())
    return new Promise<Answer>((resolve, reject) => {
      const outgoing = request({ hostname, port, path: target, ...options }, (answer) => {
        let body = ''
        answer.setEncoding('utf8')
        answer.on('data', (text: string) => (body += text))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
      })
      outgoing.on('error', reject)
      outgoing.end()
    })
  }

  const socketOutcome = async (address: string, headers: Record<string, string>) => {
    const socket = new WebSocket(address, { headers })
    socket.on('error', () => undefined)
    const outcome = await Promise.race([
      once(socket, 'open').then(() => 'open'),
      once(socket, 'unexpected-response').then(() => 'refused'),
    ])
    socket.terminate()
    return outcome
  }

  it('asks for its token everywhere and says what to do without', async () => {
    for (const target of ['/', '/contract', '/media/x', '/assets/x.js', '/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/']) {
      const answer = await ask(target)
      expect(answer.status).toBe(401)
      expect(answer.body).toContain('http://127.0.0.1')
      expect(answer.body).not.toContain(new URL(app.address()).pathname.split('/')[1])
    }
  })

  it('refuses other names, climbing paths and paths that nobody registered', async () => {
    const base = new URL(app.address()).pathname
    expect((await ask(base, { headers: { host: 'evil.example' } })).status).toBe(403)
    for (const climb of ['../package.json', '%2e%2e/package.json', '..%2fpackage.json', '..%5cpackage.json']) {
      expect([401, 404]).toContain((await ask(base + climb)).status)
    }
    for (const media of [
      'media/',
      'media/../package.json',
      'media/%2Fetc%2Fpasswd',
      'media/track/../../etc/passwd',
      'media/file?path=/etc/passwd',
    ]) {
      const answer = await ask(base + media)
      expect([400, 401, 404]).toContain(answer.status)
      expect(answer.body).not.toContain('root:')
    }
  })

  it('serves a file from the moment it was opened by path, under its own token, and never what lies beside it', async () => {
    const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'melofy-media-')))
    const [one, other] = [path.join(folder, 'one.flac'), path.join(folder, 'other.flac')]
    const { files } = await fixtures()
    await Promise.all([one, other].map((file) => copyFile(files.flac44.path, file)))
    const base = new URL(app.address()).pathname
    const audio = (file: string) => `media/audio/${trackIdOf(file)}`
    expect((await ask(base + audio(one))).status).toBe(404)
    const { tracks } = await call(app, 'files.open', { paths: [one], taskId: 'test' })
    expect(tracks.map(({ audioPath }) => audioPath)).toEqual([audio(one)])

    expect((await ask(base + audio(one), { headers: { range: 'bytes=0-3' } })).body).toBe('fLaC')
    const wrongToken = base.replaceAll(/[^/]/g, 'a')
    expect([(await ask(wrongToken + audio(one))).status, (await ask(`/${audio(one)}`)).status]).toEqual([401, 401])
    expect((await ask(base + audio(one), { headers: { origin: 'http://evil.example' } })).status).toBe(403)
    const name = path.basename(other)
    for (const climb of [
      audio(other),
      `${audio(one)}/../${name}`,
      `${audio(one)}%2f..%2f${name}`,
      `media/audio/${encodeURIComponent(other)}`,
      `media/audio/${encodeURIComponent(encodeURIComponent(other))}`,
      `media/cover/..%2f..%2fmelofy.sqlite`,
      `media/cover/${encodeURIComponent(path.join(app.dataFolder, 'melofy.sqlite'))}`,
    ]) {
      const answer = await ask(base + climb)
      expect([climb, answer.status]).toEqual([climb, 404])
      expect(answer.body).not.toMatch(/fLaC|SQLite/)
    }
    await rm(folder, { recursive: true })
    const gone = await ask(base + audio(one))
    expect([gone.status, gone.body.includes(folder)]).toEqual([404, false])
  })

  it('opens its socket to its own page alone', async () => {
    const { host, origin, pathname } = new URL(app.address())
    expect(await socketOutcome(`ws://${host}${pathname}contract`, { origin })).toBe('open')
    expect(await socketOutcome(`ws://${host}${pathname}contract`, { origin: 'http://evil.example' })).toBe('refused')
    expect(await socketOutcome(`ws://${host}${pathname}contract`, {})).toBe('refused')
    expect(await socketOutcome(`ws://${host}/contract`, { origin })).toBe('refused')
    const port = Number(new URL(app.address()).port)
    const otherPort = `http://127.0.0.1:${port === 65_535 ? port - 1 : port + 1}`
    expect(await socketOutcome(`ws://${host}${pathname}contract`, { origin: otherPort })).toBe('refused')
  })

  it('gives a page of another site nothing, even when that knows the address', async () => {
    const stranger = createServer((_request, answer) => {
      answer.setHeader('content-type', 'text/html')
      answer.end('<!doctype html><title>stranger</title>')
    })
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
    const browser = await launchChromium()
    try {
      const page = await browser.newPage()
      await page.goto(`http://127.0.0.1:${portOf(stranger)}/`)
      const outcome = await page.evaluate(async (address) => {
        const orRefused = (work: Promise<unknown>) =>
          work.then(
            () => 'reached',
            () => 'refused',
          )
        // What an element loads is asked for once it listens, or its answer could be missed.
        const load = (element: HTMLScriptElement | HTMLImageElement | HTMLIFrameElement, path: string) => {
          const loaded = new Promise((resolve, reject) => {
            element.addEventListener('load', resolve)
            element.addEventListener('error', reject)
          })
          element.src = address + path
          document.body.append(element)
          return loaded
        }
        const socket = new window.WebSocket(`${address.replace('http', 'ws')}contract`)
        const opened = new Promise((resolve, reject) => {
          socket.addEventListener('open', resolve)
          socket.addEventListener('error', reject)
        })
        const frame = document.createElement('iframe')
        // A refused frame loads too: an error page that nobody can look into.
        await load(frame, '')
        return {
          socket: await orRefused(opened),
          fetch: await orRefused(fetch(address)),
          unreadFetch: await orRefused(fetch(address, { mode: 'no-cors' })),
          script: await orRefused(load(document.createElement('script'), 'assets/x.js')),
          image: await orRefused(load(document.createElement('img'), 'media/cover/x')),
          frame: frame.contentDocument === null ? 'refused' : 'reached',
        }
      }, app.address())
      expect(new Set(Object.values(outcome))).toEqual(new Set(['refused']))
      expect(page.frames().map((frame) => frame.url())).toContain('chrome-error://chromewebdata/')
    } finally {
      await browser.close()
      stranger.close()
    }
  })
})

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}
