import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { backendStandIn, interfaceFolder } from '../../testkit/hosts/index.ts'
import type { BackendStandIn } from '../../testkit/hosts/index.ts'
import { createSite } from '../host/index.ts'
import { startBrowserHost } from './server.ts'
import type { BrowserHost, BrowserHostOptions } from './server.ts'

let folder: Awaited<ReturnType<typeof interfaceFolder>>
let host: BrowserHost
let backend: BackendStandIn
const errors: unknown[] = []

const start = async (media?: BackendStandIn['media'], limits: Partial<BrowserHostOptions> = {}) => {
  backend = media === undefined ? backendStandIn() : backendStandIn(media)
  const site = createSite({ root: folder.root, media: backend.media, onError: (error) => errors.push(error) })
  const words = { withoutToken: 'open the printed address', refused: 'no' }
  host = await startBrowserHost({
    backend,
    site,
    port: 0,
    words,
    onError: (error) => errors.push(error),
    ...limits,
  })
}

/** A raw request: `fetch` would set Host and tidy the path. */
function raw(target: string, options: { method?: string; headers?: Record<string, string>; body?: string } = {}) {
  const { hostname, port } = new URL(host.address)
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>((resolve, reject) => {
    const outgoing = request(
      { hostname, port, path: target, method: options.method ?? 'GET', headers: options.headers ?? {}, agent: false },
      (answer) => {
        answer.setEncoding('utf8')
        let body = ''
        answer.on('data', (text: string) => (body += text))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
        answer.on('error', reject)
      },
    )
    outgoing.on('error', reject)
    outgoing.end(options.body)
  })
}

const origin = () => new URL(host.address).origin
const base = () => new URL(host.address).pathname

/** The status of a refused upgrade, or `open`. */
async function upgrade(target: string, headers: Record<string, string>): Promise<string> {
  const socket = new WebSocket(`ws://${new URL(host.address).host}${target}`, { headers })
  socket.on('error', () => undefined)
  const outcome = await Promise.race([
    once(socket, 'open').then(() => 'open'),
    once(socket, 'unexpected-response').then(([, answer]: { statusCode?: number }[]) => String(answer?.statusCode)),
  ])
  socket.terminate()
  return outcome
}

beforeEach(async () => {
  folder = await interfaceFolder()
  errors.length = 0
})
afterEach(async () => {
  await host.close()
  await folder.remove()
})

describe('the browser host', () => {
  it('serves the interface with the headers that isolate it', async () => {
    await start()
    const page = await fetch(host.address)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<title>Melofy</title>')
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';")
    expect(policy).toContain(`connect-src 'self' ws://${new URL(host.address).host};`)
    expect(policy).not.toMatch(/unsafe|\*|https:/)
  })

  it('listens on loopback alone', () => {
    return start().then(() => expect(host.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/$/))
  })

  it('tells a page without the token what to do, and nothing else', async () => {
    await start()
    for (const target of ['/', '/index.html', '/contract', '/media/x', `/${'x'.repeat(32)}/`]) {
      const answer = await raw(target)
      expect([answer.status, answer.body]).toEqual([401, 'open the printed address\n'])
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    }
  })

  it('refuses other names for this computer, other origins and climbing paths', async () => {
    await start()
    expect((await raw(base(), { headers: { host: 'evil.example' } })).status).toBe(403)
    const post = (headers: Record<string, string>) => raw(`${base()}media/x`, { method: 'POST', headers, body: 'x' })
    expect((await post({ origin: 'http://evil.example' })).status).toBe(403)
    expect((await post({})).status).toBe(403)
    expect((await post({ origin: origin() })).status).toBe(200)
    for (const climb of ['../secret.txt', '%2e%2e/secret.txt', '..%2fsecret.txt', 'assets/..%2f..%2fsecret.txt']) {
      const answer = await raw(base() + climb)
      expect([401, 404]).toContain(answer.status)
      expect(answer.body).not.toContain('secret')
    }
    expect(errors).toEqual([])
  })

  it('refuses sockets without token, with another origin or host, or for anything but the contract', async () => {
    await start()
    expect(await upgrade(`${base()}contract`, { origin: origin() })).toBe('open')
    expect(await upgrade(`${base()}contract`, { origin: 'http://evil.example' })).toBe('403')
    expect(await upgrade(`${base()}contract`, {})).toBe('403')
    expect(await upgrade(`${base()}contract`, { origin: 'http://evil.example', host: 'evil.example' })).toBe('403')
    expect(await upgrade('/contract', { origin: origin() })).toBe('401')
    expect(await upgrade(`${base()}media/x`, { origin: origin() })).toBe('404')
  })

  it('hangs up on what is not the contract', async () => {
    await start()
    const codeAfter = async (message: string | Buffer) => {
      const socket = new WebSocket(`${host.address.replace('http', 'ws')}contract`, { origin: origin() })
      await once(socket, 'open')
      socket.send(message)
      return (await once(socket, 'close'))[0]
    }
    expect(await codeAfter('not json')).toBe(1008)
    expect(await codeAfter('{"kind":"call"}')).toBe(1008)
    expect(await codeAfter(Buffer.from([1, 2, 3]))).toBe(1008)
    expect(await codeAfter('x'.repeat(32 * 1024 * 1024 + 1))).toBe(1009)
    await backend.until(() => backend.connected.size === 0)
  })

  it('lets go of a page that answers no more', async () => {
    await start(undefined, { heartbeatMs: 20 })
    const socket = new WebSocket(`${host.address.replace('http', 'ws')}contract`, { origin: origin(), autoPong: false })
    await once(socket, 'open')
    const [code] = await once(socket, 'close')
    await backend.until(() => backend.connected.size === 0)
    expect(code).toBe(1006)
  })

  it('lets go of a page that reads too little', async () => {
    await start(undefined, { unreadLimitBytes: 1_000_000 })
    const socket = new WebSocket(`${host.address.replace('http', 'ws')}contract`, { origin: origin() })
    await once(socket, 'open')
    await backend.until(() => backend.connected.size === 1)
    socket.pause()
    let sent = 0
    while (backend.connected.size > 0 && sent < 200) {
      backend.emit('command.invoked', { command: 'x'.repeat(1_000_000) })
      sent += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(sent).toBeLessThan(200)
    socket.terminate()
  })

  it('cuts off a connection that does not come to the point', async () => {
    await start(undefined, { patienceMs: 100 })
    const slow = connect(Number(new URL(host.address).port), '127.0.0.1')
    slow.write(`GET ${base()} HTTP/1.1\r\nHost: 127.0`)
    slow.resume()
    await once(slow, 'close')
    expect((await fetch(host.address)).status).toBe(200)
  })

  it('passes media on with method, path and headers, but never the token', async () => {
    const seen: string[] = []
    await start(async (asked) => {
      seen.push(asked.method, new URL(asked.url).pathname, asked.headers.get('range') ?? '', await asked.text())
      return new Response('part', { status: 206, headers: { 'content-range': 'bytes 0-3/9' } })
    })
    const headers = { origin: origin(), range: 'bytes=0-3' }
    const answer = await raw(`${base()}media/track/a%20b`, { method: 'POST', headers, body: 'sent' })
    expect(seen).toEqual(['POST', '/media/track/a%20b', 'bytes=0-3', 'sent'])
    expect([answer.status, answer.body, answer.headers['content-range']]).toEqual([206, 'part', 'bytes 0-3/9'])
    expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin')
  })

  it('stops the source when the reader goes away, and reads no faster than it is read', async () => {
    let pulled = 0
    const cancelled = Promise.withResolvers<void>()
    const aborted = Promise.withResolvers<void>()
    await start(async (asked) => {
      asked.signal.addEventListener('abort', () => aborted.resolve())
      return new Response(
        new ReadableStream<Uint8Array>({
          pull(controller) {
            pulled += 1
            controller.enqueue(new Uint8Array(65_536))
          },
          cancel: () => cancelled.resolve(),
        }),
      )
    })
    const controller = new AbortController()
    const answer = await fetch(`${host.address}media/endless`, { signal: controller.signal })
    const reader = answer.body?.getReader()
    await reader?.read()
    let before = -1
    // Back-pressure: the source comes to rest although the answer is endless.
    while (before !== pulled) {
      before = pulled
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    expect(pulled * 65_536).toBeLessThan(64 * 1024 * 1024)
    controller.abort()
    await Promise.all([cancelled.promise, aborted.promise])
  })

  it('breaks the connection when the source fails half-way', async () => {
    await start(async () => {
      let first = true
      return new Response(
        new ReadableStream<Uint8Array>({
          pull(controller) {
            if (first) controller.enqueue(new Uint8Array(10))
            else controller.error(new Error('disk gone'))
            first = false
          },
        }),
        { headers: { 'content-length': '100' } },
      )
    })
    await expect(fetch(`${host.address}media/x`).then((answer) => answer.arrayBuffer())).rejects.toThrow(
      /terminated|fetch failed/,
    )
    expect((await fetch(host.address)).status).toBe(200)
  })

  it('answers a broken handler with a bare 500 and tells the log', async () => {
    await start(async () => {
      throw new Error('/home/ann/secret.flac')
    })
    const answer = await raw(`${base()}media/x`)
    expect([answer.status, answer.body]).toEqual([500, 'Internal error\n'])
    expect(errors).toHaveLength(1)
  })

  it('closes with pages and half-sent requests still there', async () => {
    await start()
    const socket = new WebSocket(`${host.address.replace('http', 'ws')}contract`, { origin: origin() })
    await once(socket, 'open')
    const deaf = new WebSocket(`${host.address.replace('http', 'ws')}contract`, { origin: origin() })
    await once(deaf, 'open')
    deaf.pause()
    const slow = connect(Number(new URL(host.address).port), '127.0.0.1')
    slow.on('error', () => undefined)
    slow.write('GET / HT')
    const goodbye = once(socket, 'close')
    await host.close()
    expect((await goodbye)[0]).toBe(1001)
    slow.destroy()
    deaf.terminate()
    await expect(fetch(host.address)).rejects.toThrow('fetch failed')
  })
})
