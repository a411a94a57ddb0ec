import http, { type RequestListener } from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { guardedLookup } from './guard.ts'
import { acceptedEncodings, createOutbound, type Outbound, OutboundError, readText, type TrustsHost } from './index.ts'

const closers: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

const never = new AbortController().signal

/** A server on loopback. */
async function serve(
  listener: RequestListener,
  host = '127.0.0.1',
): Promise<{ readonly port: number; readonly address: string }> {
  const server = http.createServer(listener)
  await new Promise<void>((resolve) => void server.listen(0, host, resolve))
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = listening(server)
  return { port, address: `http://${host}:${port}` }
}

function listening(server: net.Server): AddressInfo {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It does not listen')
  return address
}

function outbound(
  trustsHost: TrustsHost = (host) => host === '127.0.0.1',
  lookup?: ReturnType<typeof guardedLookup>,
): Outbound {
  const made = createOutbound({ trustsHost, ...(lookup !== undefined && { lookup }) })
  closers.push(() => made.close())
  return made
}

const reasonOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'fine'
  } catch (error) {
    return error instanceof OutboundError ? error.reason : String(error)
  }
}

const text = async (made: Outbound, url: string, limitBytes = 1e6): Promise<string> => {
  const answer = await made.request({ url, signal: never, headers: { 'accept-encoding': acceptedEncodings } })
  return readText(answer, limitBytes)
}

describe('where it goes', () => {
  it('asks the host that the person typed, in the home network or not', async () => {
    const { address } = await serve((_, answer) => answer.end('here'))
    expect(await text(outbound(), address)).toBe('here')
  })

  it.each([
    'http://127.0.0.1:1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data',
    'http://[fe80::1]/',
    'file:///etc/passwd',
    'ftp://example.org/',
    'http://someone:secret@example.org/',
    'nonsense',
  ])('refuses %s without opening a connection', async (url) => {
    expect(await reasonOf(outbound(() => false).request({ url, signal: never }))).toBe('address-refused')
  })

  it.each(['http://127.0.0.1:PORT/inside', 'http://[::ffff:7f00:1]:PORT/inside', 'http://169.254.169.254/'])(
    'refuses to be sent on to %s',
    async (target) => {
      let wasInside = false
      const { port } = await serve((request, answer) => {
        if (request.url === '/inside') wasInside = true
        answer.writeHead(302, { location: target.replace('PORT', String(port)) }).end()
      })
      // The first host is trusted by its name alone; where it sends to is judged by itself.
      const made = outbound((host) => host === 'localhost')
      expect(await reasonOf(text(made, `http://localhost:${port}/`))).toBe('address-refused')
      expect(wasInside).toBe(false)
    },
  )

  it('refuses a name that leads into the home network, also when only one of its addresses does', async () => {
    const { port } = await serve((_, answer) => answer.end('inside'))
    const lookup = guardedLookup(
      () => false,
      (_name, _options, callback) =>
        callback(null, [
          { address: '93.184.216.34', family: 4 },
          { address: '127.0.0.1', family: 4 },
        ]),
    )
    const made = outbound(() => false, lookup)
    expect(await reasonOf(text(made, `http://music.example:${port}/`))).toBe('address-refused')
  })

  it('looks a name up once: a second answer cannot slip in between check and connection', async () => {
    const { port } = await serve((_, answer) => answer.end('inside'))
    let asked = 0
    const lookup = guardedLookup(
      () => false,
      (_name, _options, callback) => {
        asked += 1
        // Public at the check, loopback ever after; the public one is a documentation address that nobody answers at.
        callback(null, [{ address: asked === 1 ? '192.0.1.1' : '127.0.0.1', family: 4 }])
      },
    )
    const controller = new AbortController()
    const asking = reasonOf(
      outbound(() => false, lookup).request({
        url: `http://music.example:${port}/`,
        signal: controller.signal,
        firstByteMs: 300,
      }),
    )
    expect(['timed-out', 'unreachable']).toContain(await asking)
    expect(asked).toBe(1)
  })

  it('is not led into the home network by what was read elsewhere, be the host trusted otherwise', async () => {
    let asked = 0
    const { address } = await serve((_, answer) => {
      asked += 1
      answer.end('inside')
    })
    const named = address.replace('127.0.0.1', 'localhost')
    const made = outbound((host) => host === '127.0.0.1' || host === 'localhost')
    const readAt = (from: string) => (url: string) => reasonOf(made.request({ url, signal: never, from }))
    expect(await readAt('http://127.0.0.1/list')(address)).toBe('fine')
    expect(await readAt('https://music.example/list')(address)).toBe('address-refused')
    expect(await readAt('https://music.example/list')(named)).toBe('address-refused')
    expect(asked).toBe(1)
  })

  it('ends a chain of redirects that has no end', async () => {
    let asked = 0
    const { address } = await serve((_, answer) => {
      asked += 1
      answer.writeHead(302, { location: `/${asked}` }).end()
    })
    expect(await reasonOf(text(outbound(), address))).toBe('too-many-redirects')
    expect(asked).toBe(6)
  })

  it('keeps a password to the origin that it is for', async () => {
    const seen: (string | undefined)[] = []
    const other = await serve((request, answer) => {
      seen.push(request.headers.authorization, request.headers.range)
      answer.end('other')
    })
    const first = await serve((_, answer) => void answer.writeHead(302, { location: other.address }).end())
    const headers = { authorization: 'secret', range: 'bytes=0-3' }
    const answer = await outbound().request({ url: first.address, signal: never, headers })
    expect(await readText(answer, 100)).toBe('other')
    expect(seen).toEqual([undefined, 'bytes=0-3'])
  })
})

describe('what comes back', () => {
  it('gives up on text that unpacks to more than allowed, however small it came', async () => {
    const bomb = gzipSync(Buffer.alloc(200e6))
    const { address } = await serve((_, answer) => {
      answer.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
    })
    const before = process.memoryUsage().rss
    expect(await reasonOf(text(outbound(), address))).toBe('bad-answer')
    expect(process.memoryUsage().rss - before).toBeLessThan(100e6)
  })

  it('reads what is packed, as it was', async () => {
    const words = 'Größe 海 '.repeat(20_000)
    const { address } = await serve((_, answer) => {
      answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(words))
    })
    expect(await text(outbound(), address)).toBe(words)
  })

  it('gives up on a body that goes on for ever', async () => {
    let written = 0
    const { address } = await serve((_, answer) => {
      const more = (): void => {
        while (!answer.destroyed && answer.write(Buffer.alloc(64 * 1024))) written += 64 * 1024
        if (!answer.destroyed) answer.once('drain', more)
      }
      more()
    })
    expect(await reasonOf(text(outbound(), address))).toBe('bad-answer')
    expect(written).toBeLessThan(50e6)
  })

  it('gives up on headers without end', async () => {
    const { address } = await serve((_, answer) => {
      answer.writeHead(200, { 'x-long': 'a'.repeat(1e6) }).end()
    })
    expect(await reasonOf(text(outbound(), address))).toBe('bad-answer')
  })

  it('says so when nothing comes, before the first byte and in the middle', async () => {
    const silent = await serve(() => undefined)
    expect(await reasonOf(outbound().request({ url: silent.address, signal: never, firstByteMs: 50 }))).toBe(
      'timed-out',
    )
    const stuck = await serve((_, answer) => void answer.write('half'))
    const answer = await outbound().request({ url: stuck.address, signal: never, idleMs: 50 })
    expect(await reasonOf(readText(answer, 100))).toBe('timed-out')
  })

  it('takes half a body for what it is', async () => {
    const { address } = await serve((_, answer) => {
      answer.writeHead(200, { 'content-length': '100' })
      answer.write('half', () => answer.destroy())
    })
    expect(await reasonOf(text(outbound(), address))).toBe('unreachable')
  })

  it('takes a closed connection and a closed door for what they are', async () => {
    const rude = net.createServer((socket) => socket.destroy())
    await new Promise<void>((resolve) => void rude.listen(0, '127.0.0.1', resolve))
    const { port } = listening(rude)
    expect(await reasonOf(text(outbound(), `http://127.0.0.1:${port}/`))).toBe('unreachable')
    await new Promise((resolve) => rude.close(resolve))
    expect(await reasonOf(text(outbound(), `http://127.0.0.1:${port}/`))).toBe('unreachable')
  })

  it('may be told to stop at the very moment at which the last of a body comes', async () => {
    const size = 300_000
    const { address } = await serve((_, answer) => answer.end(Buffer.alloc(size)))
    const made = outbound()
    for (let round = 0; round < 10; round += 1) {
      const ending = new AbortController()
      const answer = await made.request({ url: address, signal: ending.signal })
      let length = 0
      for await (const chunk of answer.chunks) {
        length += chunk.length
        // An error that nobody hears ends the process, and fails this run.
        if (length === size) ending.abort()
      }
    }
    expect(await text(made, address)).toHaveLength(size)
  })

  it('is over once the answer was read: whoever uses the connection next is not told to stop in its place', async () => {
    let finish = (): void => undefined
    const ports = new Set<number | undefined>()
    const { address } = await serve((asked, answer) => {
      ports.add(asked.socket.remotePort)
      answer.write('x'.repeat(1000))
      if (asked.url === '/first') answer.end()
      else finish = () => answer.end('y')
    })
    const made = outbound()
    const ending = new AbortController()
    await readText(await made.request({ url: `${address}/first`, signal: ending.signal }), 1e6)
    const second = await made.request({ url: `${address}/second`, signal: never })
    ending.abort()
    finish()
    expect(await readText(second, 1e6)).toHaveLength(1001)
    expect(ports.size).toBe(1)
  })

  it('stops when it is told to, in the middle of a body', async () => {
    const { address } = await serve((_, answer) => void answer.write('half'))
    const controller = new AbortController()
    const answer = await outbound().request({ url: address, signal: controller.signal })
    const reading = reasonOf(readText(answer, 100))
    controller.abort()
    expect(await reading).toBe('cancelled')
  })
})
